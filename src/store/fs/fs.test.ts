import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { blobContract, storeContract } from '../../testing/store-contract.ts';
import { createFsBlobs } from './blobs.ts';
import { createFsStore } from './index.ts';

const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), 'limner-store-')), 'new');

storeContract('fs', async () => createFsStore(freshFolder()));
blobContract('fs', async () => createFsBlobs(freshFolder()));

test('leaves nothing but finished files behind once swept', async () => {
  const folder = freshFolder();
  const store = createFsStore(folder);
  await store.put('a.png', new Uint8Array([1]), { contentType: 'image/png' });
  await store.sweep();
  expect(readdirSync(folder)).toEqual(['a.png']);
});

test('sweeps from the blobs what a crash left, not what another process is writing', async () => {
  const folder = freshFolder();
  const unfinished = join(folder, '.unfinished');
  mkdirSync(unfinished, { recursive: true });
  for (const name of ['crashed', 'being-written']) writeFileSync(join(unfinished, name), 'half');
  const twoHoursAgo = Date.now() / 1000 - 7200;
  utimesSync(join(unfinished, 'crashed'), twoHoursAgo, twoHoursAgo);
  await createFsBlobs(folder).sweep(Date.now());
  expect(readdirSync(unfinished)).toEqual(['being-written']);
  await createFsBlobs(freshFolder()).sweep(Date.now());
});

test('what is kept durably is on the disk with its name, and only that waits for the disk', async () => {
  const blobs = createFsBlobs(freshFolder());
  const handle = await open(tmpdir());
  const sync = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'sync');
  await handle.close();
  await blobs.put(new Uint8Array([1]));
  expect(sync).not.toHaveBeenCalled();
  const hash = await blobs.put(new Uint8Array([2]), { durably: true });
  expect(sync).toHaveBeenCalledTimes(3);
  expect([...(await blobs.get(hash))]).toEqual([2]);
  sync.mockRestore();
});

test('says why a file cannot be written', async () => {
  const folder = freshFolder();
  writeFileSync(folder, 'a file where the folder should be');
  const writing = createFsStore(folder).put('a.png', new Uint8Array([1]), { contentType: 'image/png' });
  await expect(writing).rejects.toMatchObject({
    code: 'LIMNER_STORE_FAILED',
    message: `${join(folder, 'a.png')} cannot be written: a file stands where a folder should be.`,
  });
});
