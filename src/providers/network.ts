import { isObject } from '../workflow/answers/loose-json.ts';

/** Codes of connections that never stood: whatever was to be sent over them surely did not arrive. */
const NEVER_STOOD = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'BAD_PORT',
]);

/** Why a connection never stood; undefined when it may have. Only Node says so: elsewhere every failure leaves it open. */
export function neverStood(error: unknown): string | undefined {
  const code = networkCode(error);
  return code !== undefined && NEVER_STOOD.has(code) ? code : undefined;
}

/** Node hides the code in causes, and in the errors of an aggregate. There are ports that no `fetch` goes to. */
function networkCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; isObject(at) && depth < 5; depth += 1) {
    if (typeof at['code'] === 'string') return at['code'];
    if (at['message'] === 'bad port') return 'BAD_PORT';
    at = Array.isArray(at['errors']) ? at['errors'][0] : at['cause'];
  }
  return undefined;
}

/** This machine, by any of its names. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** This machine or one in the same house: private addresses, names without a domain, and those that only a local network knows. */
export function isLocalNetwork(url: URL): boolean {
  const { hostname } = url;
  const isPrivate =
    /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|\[f[cde][0-9a-f]{2}:.*\])$/;
  const isBareName = /^[a-z0-9_-]+$/i.test(hostname) && !/^\d+$/.test(hostname);
  return (
    isLoopback(url) || isPrivate.test(hostname) || isBareName || /\.(local|lan|home|internal|localhost)$/.test(hostname)
  );
}
