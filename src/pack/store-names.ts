/** Says what is wrong with a bucket's name, or undefined. */
export function bucketFault(bucket: string): string | undefined {
  const fits = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket);
  return fits ? undefined : 'must be 3 to 63 lower-case letters, digits, "." or "-"';
}

/** Says what is wrong with the first part of the keys in a bucket, or undefined. */
export function prefixFault(prefix: string): string | undefined {
  if (!/^[\w.\-/]{1,512}$/.test(prefix)) return 'must be 1 to 512 letters, digits, "_", "-", "." or "/"';
  const parts = prefix.replace(/\/$/, '').split('/');
  return parts.some((part) => part === '' || part === '.' || part === '..')
    ? 'must not start with "/" and not have empty, "." or ".." parts'
    : undefined;
}

/** Says what is wrong with the address of a public bucket, or undefined. */
export function publicUrlFault(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url) return 'must be a whole address, such as https://assets.example.com';
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback) ? undefined : 'must start with https://';
}
