import { Refusal } from './reply.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: { readonly nextPaginationToken?: string };
}

/** The rows that `pageSize` and `paginationToken` ask for. Throws a `Refusal` about a page that is none. */
export function readPage<Row>(
  all: readonly Row[],
  { searchParams }: URL,
  { usual, most }: { readonly usual: number; readonly most: number },
): Page<Row> {
  const size = Number(searchParams.get('pageSize') ?? usual);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw new Refusal(400, `"pageSize" must be between 1 and ${most}`);
  }
  const token = searchParams.get('paginationToken');
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start)) throw new Refusal(400, 'Invalid pagination token');
  const end = start + size;
  const next = end < all.length ? { nextPaginationToken: Buffer.from(String(end)).toString('base64url') } : {};
  return { rows: all.slice(start, end), next };
}
