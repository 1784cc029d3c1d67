import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may be answered by a server that is meant for this machine's user alone. Its `Host` must be this very server
 * under a name of the machine itself, else another site's name was bent to our address (DNS rebinding); a browser's request
 * must come from our own page, or be somebody following a link to it.
 */
export function isWelcome({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, port: number): boolean {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  if (!isOurs(host, port)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return method === 'GET' && mode === 'navigate';
}

const NAMES = new Set(['127.0.0.1', 'localhost']);

function isOurs(host: string, port: number): boolean {
  const [, name = '', told = '80'] = /^([\w.-]+)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  return NAMES.has(name) && Number(told) === port;
}
