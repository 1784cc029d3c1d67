import { describe, expect, test } from 'vitest';
import { FLUX, SMALL, ScenarioRig, basic, dict, plainPng, text } from '../../testing/scenario-rig.ts';
import { readPictureInfo } from '../../raster/picture-info.ts';

async function urlOf(rig: ScenarioRig, id: string, query = '?originalAssets=true', faults?: string): Promise<string> {
  const { json } = await rig.call('GET', `assets/${id}${query}`, faults === undefined ? {} : { faults });
  return text(dict(json['asset'])['url']);
}

describe('POST /assets', () => {
  test('takes base64 and data URLs, and gives the same bytes back', async () => {
    await using rig = await ScenarioRig.start();
    const png = plainPng(40, 30);
    for (const image of [png, `data:image/png;base64,${png}`]) {
      const { status, json } = await rig.call('POST', 'assets', { body: { image, name: 'guide' } });
      const asset = dict(json['asset']);
      expect({ status, asset }).toMatchObject({
        status: 200,
        asset: { mimeType: 'image/png', kind: 'image', properties: { width: 40, height: 30 } },
      });
      expect(Buffer.from(await rig.bytes(text(asset['id']))).toString('base64')).toBe(png);
    }
    expect(rig.server.admin.counters().total).toMatchObject({ uploads: 2, assetResolutions: 2, cdnDownloads: 2 });
  });

  test.each([
    [{ name: 'x' }, 400],
    [{ image: plainPng(8, 8) }, 400],
    [{ image: 'aGVsbG8=', name: 'x' }, 400],
    [{ image: Buffer.alloc(6 * 1024 * 1024).toString('base64'), name: 'x' }, 413],
  ])('refuses what is no small picture with a name', async (body, status) => {
    await using rig = await ScenarioRig.start();
    expect(await rig.call('POST', 'assets', { body })).toMatchObject({ status, json: { reason: expect.any(String) } });
  });
});

describe('a signed URL', () => {
  test('of the original is a PNG, and of the transformed asset other bytes', async () => {
    await using rig = await ScenarioRig.start();
    const [id = ''] = await rig.make(FLUX, SMALL);
    const original = await (await fetch(await urlOf(rig, id))).bytes();
    const transformed = await (await fetch(await urlOf(rig, id, ''))).bytes();
    expect(readPictureInfo(original)).toEqual({ mimeType: 'image/png', width: 128, height: 128 });
    expect(readPictureInfo(transformed)).toEqual({ mimeType: 'image/webp', width: 128, height: 128 });
    const asPng = await (await fetch(`${await urlOf(rig, id, '')}&format=png`)).bytes();
    expect(readPictureInfo(asPng).mimeType).toBe('image/png');
  });

  test('is refused when it was changed or has expired; a fresh one is good', async () => {
    await using rig = await ScenarioRig.start();
    const [id = ''] = await rig.make(FLUX, SMALL);
    const [url, expired] = [await urlOf(rig, id), await urlOf(rig, id, '?originalAssets=true', 'expired-url')];
    const changed = new URL(url);
    changed.searchParams.set(
      'Signature',
      changed.searchParams.get('Signature')?.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) ?? '',
    );
    const other = url.replace('/assets/', '/assets-transform/');
    const statuses = await Promise.all(
      [changed.href, expired, other, url].map(async (each) => (await fetch(each)).status),
    );
    expect(statuses).toEqual([403, 403, 403, 200]);
  });

  test('wants no key, and tells who sends one', async () => {
    await using rig = await ScenarioRig.start();
    const [id = ''] = await rig.make(FLUX, SMALL);
    await fetch(await urlOf(rig, id), { headers: { authorization: basic('key', 'secret') } });
    expect(rig.server.admin.counters().total.leakedAuthorizations).toBe(1);
  });

  test('comes from POST /assets/{id}/download as well', async () => {
    await using rig = await ScenarioRig.start();
    const [id = ''] = await rig.make(FLUX, SMALL);
    const { json } = await rig.call('POST', `assets/${id}/download`, { body: {} });
    expect(readPictureInfo(await (await fetch(text(json['url']))).bytes()).mimeType).toBe('image/png');
    expect(await rig.call('POST', `assets/${id}/download`, { body: { targetFormat: 'doc' } })).toMatchObject({
      status: 400,
      json: { reason: 'Invalid target format' },
    });
  });
});

test('a deleted asset is gone', async () => {
  await using rig = await ScenarioRig.start();
  const [id = ''] = await rig.make(FLUX, SMALL);
  expect((await rig.call('DELETE', 'assets', { body: { assetIds: [id] } })).status).toBe(200);
  expect((await rig.call('GET', `assets/${id}`)).status).toBe(404);
});

describe('an upload in parts', () => {
  const begin = async (rig: ScenarioRig, parts: number) => {
    const { json } = await rig.call('POST', 'uploads', {
      body: { fileName: 'a.png', contentType: 'image/png', fileSize: 100, kind: 'image', parts },
    });
    const upload = dict(json['upload']);
    const urls = (upload['parts'] as readonly { readonly url: string }[]).map(({ url }) => url);
    return { id: text(upload['id']), urls };
  };
  const status = async (rig: ScenarioRig, id: string) => dict((await rig.call('GET', `uploads/${id}`)).json['upload']);

  test('becomes an asset, step by step', async () => {
    await using rig = await ScenarioRig.start();
    const bytes = Buffer.from(plainPng(40, 30), 'base64');
    const { id, urls } = await begin(rig, 2);
    expect(await status(rig, id)).toMatchObject({ status: 'pending' });
    await fetch(urls[0] ?? '', { method: 'PUT', body: bytes.subarray(0, 50) });
    await fetch(urls[1] ?? '', { method: 'PUT', body: bytes.subarray(50) });
    const done = await rig.call('POST', `uploads/${id}/action`, { body: { action: 'complete' } });
    expect(done.json['upload']).toMatchObject({ status: 'validating' });
    await expect.poll(() => status(rig, id)).toMatchObject({ status: 'imported', entityId: expect.any(String) });
    expect(Buffer.from(await rig.bytes(text((await status(rig, id))['entityId'])))).toEqual(bytes);
  });

  test('fails when it is no picture', async () => {
    await using rig = await ScenarioRig.start();
    const { id, urls } = await begin(rig, 1);
    await fetch(urls[0] ?? '', { method: 'PUT', body: 'hello' });
    await rig.call('POST', `uploads/${id}/action`, { body: { action: 'complete' } });
    await expect.poll(() => status(rig, id)).toMatchObject({ status: 'failed', errorMessage: expect.any(String) });
  });

  test('takes parts by their signature alone, and is not complete without all', async () => {
    await using rig = await ScenarioRig.start();
    const { id, urls } = await begin(rig, 1);
    const put = async (url: string, headers = {}) => (await fetch(url, { method: 'PUT', body: 'x', headers })).status;
    expect(await put(urls[0] ?? '', { authorization: basic('key', 'secret') })).toBe(400);
    expect(await put(`${urls[0] ?? ''}0`)).toBe(403);
    expect((await rig.call('POST', `uploads/${id}/action`, { body: { action: 'complete' } })).status).toBe(400);
    expect(rig.server.admin.counters().total).toMatchObject({ uploads: 0, leakedAuthorizations: 1 });
  });
});
