/** What a route answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

export function text(body: string, status: number): Reply {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

export function empty(status: number): Reply {
  return { status, headers: {}, body: '' };
}

/** What the real server's framework says about a request that its code did not survive. */
export const CRASHED = text('500 Internal Server Error\n\nServer got itself in trouble', 500);
