import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../hash.ts';
import type { AssetStore, BlobStore } from '../store/store.ts';

const PNG = { contentType: 'image/png' };

/** What every store must do. `open` gives a fresh, empty one. */
export function storeContract(name: string, open: () => Promise<AssetStore>): void {
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
