/**
 * How long readers may keep a file. A key with the hash of its bytes in it always means the same bytes; every other is
 * asked after each time, which costs next to nothing while it stands unchanged: its ETag says so.
 */
export function cacheControl(path: string): string {
  const isNamedByContent = /(^|[/._-])[0-9a-f]{64}([._-]|$)/.test(path);
  return isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache';
}
