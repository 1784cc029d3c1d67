import { METHOD_NOT_ALLOWED, NOT_FOUND, ROUTES, type RouteRequest } from './routes.ts';
import type { Reply } from './reply.ts';

export interface FoundRoute {
  readonly parts: readonly string[];
  readonly answer: (request: RouteRequest) => Reply | Promise<Reply>;
}

/** The route for a method and path, with or without `/api` before it; exact paths win over `*`. */
export function findRoute(method: string, path: string): FoundRoute {
  const bare = path.replace(/^\/api(?=\/)/, '').replace(/(?<=.)\/$/, '');
  const matches = PATTERNS.flatMap((pattern) => {
    const match = pattern.expression.exec(bare);
    return match ? [{ ...pattern, parts: match.slice(1).map(decodeURIComponent) }] : [];
  });
  const found = matches.find((match) => match.method === method);
  if (found) return { parts: found.parts, answer: found.route };
  return { parts: [], answer: () => (matches.length > 0 ? METHOD_NOT_ALLOWED : NOT_FOUND) };
}

const PATTERNS = Object.entries(ROUTES)
  .map(([key, route]) => {
    const [method = '', path = ''] = key.split(' ');
    const expression = new RegExp(`^${path.replaceAll('*', '([^/]+)')}$`);
    return { method, route, expression, stars: path.split('*').length };
  })
  .sort((a, b) => a.stars - b.stars);
