import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../hash.ts';
import type { AssetStore, BlobStore } from '../store/store.ts';

const PNG = { contentType: 'image/png' };

export interface StoreContractOptions {
  /** A server behind the store that is known not to hold to `If-None-Match`. */
  readonly cannotWriteOnce?: boolean;
}

/** What every store must do. `open` gives a fresh, empty one. */
export function storeContract(
  name: string,
  open: () => Promise<AssetStore>,
  { cannotWriteOnce = false }: StoreContractOptions = {},
): void {
  describe(`${name} as a store`, () => {
    let store: AssetStore;
    beforeEach(async () => {
      store = await open();
    });

    test('gives back what was put, with its size and hash', async () => {
      const bytes = new Uint8Array([0, 1, 255]);
      await store.put('slime.png', bytes, PNG);
      expect([...((await store.get('slime.png')) ?? [])]).toEqual([0, 1, 255]);
      expect(await store.head('slime.png')).toEqual({ bytes: 3, sha256: sha256(bytes) });
    });

    test('replaces a file as a whole', async () => {
      await store.put('a.json', new Uint8Array(1000), PNG);
      await store.put('a.json', new Uint8Array([7]), PNG);
      expect(await store.head('a.json')).toMatchObject({ bytes: 1 });
    });

    test('writes pieces as they come', async () => {
      await store.put('deep/er/report.html', pieces(['<p>', new Uint8Array([65]), 'é']), { contentType: 'text/html' });
      expect(new TextDecoder().decode(await store.get('deep/er/report.html'))).toBe('<p>Aé');
    });

    test('shows nothing when the pieces break off', async () => {
      const broken = (async function* () {
        yield 'half';
        throw new Error('the source broke');
      })();
      await expect(store.put('half.html', broken, PNG)).rejects.toThrow(/the source broke/);
      expect(await store.get('half.html')).toBeUndefined();
    });

    test('keeps the old file when a new one breaks off', async () => {
      await store.put('a.txt', new Uint8Array([1]), PNG);
      const broken = (async function* () {
        yield 'half';
        throw new Error('the source broke');
      })();
      await expect(store.put('a.txt', broken, PNG)).rejects.toThrow(/the source broke/);
      expect([...((await store.get('a.txt')) ?? [])]).toEqual([1]);
    });

    test('says nothing is there, and removes nothing without complaint', async () => {
      expect(await store.get('none.png')).toBeUndefined();
      expect(await store.head('none.png')).toBeUndefined();
      await store.remove('none.png');
      await store.put('a.png', new Uint8Array([1]), PNG);
      await store.remove('a.png');
      expect(await store.head('a.png')).toBeUndefined();
    });

    test.skipIf(cannotWriteOnce)('writes once where asked, and takes the same bytes for the same file', async () => {
      const once = { ...PNG, ifAbsent: true };
      await store.put('once.png', new Uint8Array([1]), once);
      await store.put('once.png', new Uint8Array([1]), once);
      const other = store.put('once.png', new Uint8Array([2]), once);
      await expect(other).rejects.toMatchObject({
        code: 'LIMNER_STORE_FAILED',
        message: expect.stringContaining('another file stands there') as string,
      });
      expect([...((await store.get('once.png')) ?? [])]).toEqual([1]);
    });

    test.skipIf(cannotWriteOnce)('of many that write once at the same time, one succeeds', async () => {
      const put = (value: number) => store.put('race.png', new Uint8Array([value]), { ...PNG, ifAbsent: true });
      const ends = await Promise.allSettled([1, 2, 3, 4, 5].map(put));
      const winners = ends.flatMap(({ status }, index) => (status === 'fulfilled' ? [index + 1] : []));
      expect(winners).toHaveLength(1);
      expect([...((await store.get('race.png')) ?? [])]).toEqual(winners);
    });

    test('keeps an empty file and one of many pieces to the byte', async () => {
      await store.put('empty.json', pieces([]), PNG);
      expect(await store.head('empty.json')).toEqual({ bytes: 0, sha256: sha256(new Uint8Array()) });
      const whole = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) >> 3);
      const cuts = [0, 1, 65_536, 65_537, 299_999, 300_000];
      const cut = cuts.slice(1).map((end, index) => whole.subarray(cuts[index], end));
      await store.put('pieces.bin', pieces(cut), PNG);
      expect(await store.head('pieces.bin')).toEqual({ bytes: whole.length, sha256: sha256(whole) });
      expect(sha256((await store.get('pieces.bin')) ?? '')).toBe(sha256(whole));
    });

    test.each(['../a.png', '/a.png', 'a//b.png', '', '.', 'a/../b', 'a\\b.png', 'a\0.png', '.hidden'])(
      'refuses the path %j',
      async (path) => {
        await expect(store.put(path, new Uint8Array([1]), PNG)).rejects.toMatchObject({ code: 'LIMNER_STORE_FAILED' });
      },
    );
  });
}

/** What every blob store must do. `open` gives a fresh, empty one. */
export function blobContract(name: string, open: () => Promise<BlobStore>): void {
  describe(`${name} as a blob store`, () => {
    test('keeps bytes under their hash, once', async () => {
      const blobs = await open();
      const bytes = new Uint8Array([1, 2, 3]);
      const hash = await blobs.put(bytes);
      expect(hash).toBe(sha256(bytes));
      expect(await blobs.put(bytes)).toBe(hash);
      expect([...(await blobs.get(hash))]).toEqual([1, 2, 3]);
    });

    test('knows what it has', async () => {
      const blobs = await open();
      const hash = await blobs.put(new Uint8Array([1]));
      expect(await blobs.has(hash)).toBe(true);
      expect(await blobs.has('0'.repeat(64))).toBe(false);
      await expect(blobs.get('0'.repeat(64))).rejects.toMatchObject({ code: 'LIMNER_PICTURE_LOST' });
    });

    test('takes the same bytes from many hands at once', async () => {
      const blobs = await open();
      const bytes = new Uint8Array(100_000).fill(7);
      const hashes = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)));
      expect(new Set(hashes).size).toBe(1);
      expect(await blobs.get(hashes[0] ?? '')).toHaveLength(100_000);
    });
  });
}

async function* pieces(list: readonly (Uint8Array | string)[]): AsyncGenerator<Uint8Array | string> {
  yield* list;
}
