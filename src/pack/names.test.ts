import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { entryKeyFault, idFault, imagePathFault } from './names.ts';
import { bucketFault, prefixFault, publicUrlFault } from './store-names.ts';

describe('ids', () => {
  it.each(['a', 'A1', '0', 'dark-forest_2', 'x'.repeat(64), 'console', 'com10'])('may be %s', (id) => {
    expect(idFault(id)).toBeUndefined();
  });

  it.each([
    '',
    '-a',
    '_a',
    'a.b',
    'a/b',
    '../a',
    'a b',
    'é',
    'x'.repeat(65),
    'CON',
    'com1',
    'Manifest',
    'report',
    'toString',
  ])('may not be %j', (id) => {
    expect(idFault(id)).toMatch(/^must/);
  });

  it.each(['../a', 'a/b', '/etc/a', 'a\\b'])('say that %j is a path', (id) => {
    expect(idFault(id)).toContain('must be a name and no path');
  });

  test.prop([fc.string({ unit: 'binary' })])('that pass are plain file names', (id) => {
    if (idFault(id) === undefined) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
  });
});

describe('names of entries', () => {
  it.each(['red', 'dark red', 'größe', 'x'.repeat(64), '赤', '1'])('may be %s', (key) => {
    expect(entryKeyFault(key)).toBeUndefined();
  });

  it.each([
    '',
    ' a',
    'a ',
    'a/b',
    'a\\b',
    `a"b`,
    `a'b`,
    'a\nb',
    'a\u0000',
    '\ud800',
    'x'.repeat(65),
    '__proto__',
    'constructor',
  ])('may not be %j', (key) => {
    expect(entryKeyFault(key)).toMatch(/^must/);
  });
});

describe('paths of images', () => {
  it.each(['a.png', 'art/a.png', './a.png', 'a..b/c.png'])('may be %s', (path) => {
    expect(imagePathFault(path)).toBeUndefined();
  });

  it.each([
    '',
    '/etc/a.png',
    '../a.png',
    'art/../../a.png',
    'C:/a.png',
    'a\\b.png',
    'https://example.com/a.png',
    'a\0.png',
  ])('may not be %j', (path) => {
    expect(imagePathFault(path)).toMatch(/^must/);
  });
});

describe('stores', () => {
  it('take buckets, prefixes and addresses that are sound', () => {
    expect([bucketFault('my-bucket.1'), prefixFault('games/slime/'), prefixFault('a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(publicUrlFault('https://assets.example.com/x')).toBeUndefined();
    expect(publicUrlFault('http://localhost:9000')).toBeUndefined();
  });

  it.each(['x', 'Bucket', 'a/b', ''])('refuse the bucket %j', (bucket) => {
    expect(bucketFault(bucket)).toMatch(/^must/);
  });

  it.each(['/a', 'a//b', '../a', '', 'a b'])('refuse the prefix %j', (prefix) => {
    expect(prefixFault(prefix)).toMatch(/^must/);
  });

  it.each(['http://example.com', 'example.com', 'https://user:word@example.com', 'ftp://localhost'])(
    'refuse the address %j',
    (url) => {
      expect(publicUrlFault(url)).toMatch(/^must/);
    },
  );
});
