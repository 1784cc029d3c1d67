const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'there is no such place',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where a file should be',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program holds it',
  EIO: 'the disk does not answer',
};

/** SQLite's primary result codes. */
const SQLITE_REASONS: Readonly<Record<number, string>> = {
  3: 'this user has no permission',
  5: 'another process holds it',
  8: 'this user may only read it',
  10: 'the disk does not answer',
  11: 'the file is damaged',
  13: 'the disk is full',
  14: 'the file cannot be opened; a folder may stand there, or this user has no permission',
  26: 'it is not a file that limner has written',
};

/** Why the system refused, in words that stand in a sentence: without error codes, stacks or repeated paths. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('errcode' in error) return SQLITE_REASONS[Number(error.errcode) & 0xff] ?? error.message;
  const code = 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return error.message;
  return REASONS[code] ?? `the system says ${code}`;
}
