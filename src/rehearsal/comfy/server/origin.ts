import type { IncomingHttpHeaders } from 'node:http';

/** True for requests that a browser page of another site sends; the server refuses them with 403. */
export function isForeign({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site === 'cross-site') return true;
  if (!host || !origin || !/^(localhost|127\.|\[?::1)/.test(host)) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
