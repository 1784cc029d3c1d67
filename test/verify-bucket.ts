import { sha256 } from '../src/hash.ts';
import type { Manifest } from '../src/report/manifest.ts';
import { type S3Options, createS3Store } from '../src/store/s3/index.ts';

/** What a reader of a bucket finds: the manifest, and every file that is missing or not to the byte what it names. */
export async function readBucket(access: S3Options) {
  const store = createS3Store(access);
  const read = async (path: string): Promise<string> => new TextDecoder().decode(await store.get(path));
  const manifest = JSON.parse(await read('manifest.json')) as Manifest;
  const wrong: string[] = [];
  for (const { path, bytes, sha256: hash } of manifest.assets.flatMap(({ files }) => files)) {
    const there = await store.get(path);
    if (!there || there.length !== bytes || sha256(there) !== hash) wrong.push(path);
  }
  return { manifest, wrong, report: await read('report.html') };
}
