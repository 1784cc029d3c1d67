import { describe, expect, test } from 'vitest';
import { sha256 } from '../../hash.ts';
import { ASSET_TYPES } from '../../pack/pack.ts';
import { encodePng } from '../../raster/png.ts';
import { createRaster } from '../../raster/raster.ts';
import { providerContract } from '../../testing/provider-contract.ts';
import { sampleJob } from '../../testing/sample-jobs.ts';
import type { ImageJob, PollContext } from '../provider.ts';
import { paintJob } from './art/paint-job.ts';
import { createPainter } from './index.ts';
import { translateJob } from './translate.ts';

providerContract('the painter', { create: () => createPainter() });

const POLICY = { multipleOf: 16, minSide: 16, maxSide: 8192 };
const context = (blobs: Readonly<Record<string, Uint8Array>> = {}): PollContext => ({
  signal: new AbortController().signal,
  readBlob: async (hash) => blobs[hash] ?? Promise.reject(new Error(`no blob ${hash}`)),
});

/** The pictures' pixels, so that the PNG writer may change without notice here. */
function fingerprint(job: ImageJob): string {
  return sha256(
    paintJob(translateJob(job, new Map()))
      .map(({ rgba }) => sha256(rgba))
      .join(' '),
  ).slice(0, 16);
}

describe('bytes', () => {
  // The same in Node and in workerd. A change of art changes them: raise PAINTER_VERSION then.
  const golden: Readonly<Record<string, string>> = {
    entity: 'df41bded11f39691',
    background: '29a682653feea603',
    title_hero: '748dd6fdcf092fe0',
    parallax: 'd93e7b40426f114a',
    sheet: 'fb6c79236f6f66c9',
    pixel: '2c0496e2c46ec958',
    flat: '97299151067ecf55',
    '3d': 'b4ec3719a96690ad',
    painterly: 'f15bd4ab0fd46959',
  };

  test.each(ASSET_TYPES)('paints a %s the same on every runtime', (type) => {
    expect(fingerprint(sampleJob(type, POLICY))).toBe(golden[type]);
  });

  test.each(['pixel', 'flat', '3d', 'painterly'] as const)('paints the style %s the same on every runtime', (name) => {
    const job: ImageJob = {
      ...sampleJob('entity', POLICY),
      subject: 'an angry golden dragon',
      style: { name, words: '' },
    };
    expect(fingerprint(job)).toBe(golden[name]);
  });
});

describe('words', () => {
  const job = sampleJob('entity', POLICY);

  test('the subject decides what is drawn, the rest of the prompt does not', () => {
    const keyed: ImageJob = {
      ...job,
      prompt: `${job.prompt}, plain magenta background, no red`,
      negativePrompt: 'blue',
    };
    expect(fingerprint(keyed)).toBe(fingerprint(job));
    expect(fingerprint({ ...job, subject: 'a cute red slime' })).not.toBe(fingerprint(job));
  });

  test('an unknown subject gets a stand-in, and the call says so', async () => {
    const painter = createPainter();
    const ticket = await painter.submit(
      { ...job, subject: 'a wibble' },
      { ...context(), callId: 'call', claimedAt: 0 },
    );
    expect(await painter.poll(ticket, context())).toMatchObject({
      phase: 'done',
      warnings: [expect.stringContaining('"wibble"')],
    });
  });
});

describe('outlines from files', () => {
  const square = createRaster(8, 8, [255, 255, 255, 0]);
  for (let y = 2; y < 6; y++) for (let x = 2; x < 6; x++) square.rgba.set([0, 0, 0, 255], (y * 8 + x) * 4);
  const file = encodePng(square);
  const hash = sha256(file);
  const plain = sampleJob('entity', POLICY);
  const guide = {
    kind: 'silhouette',
    canvas: plain.canvas,
    shape: { kind: 'image', image: hash },
    chosen: true,
  } as const;

  test('are read by their hash', async () => {
    const painter = createPainter();
    const ticket = await painter.submit({ ...plain, guide }, { ...context(), callId: 'call', claimedAt: 0 });
    expect(await painter.poll(ticket, context({ [hash]: file }))).toMatchObject({ phase: 'done', usd: 0 });
  });

  test('fail the call when they are gone', async () => {
    const painter = createPainter();
    const ticket = await painter.submit({ ...plain, guide }, { ...context(), callId: 'call', claimedAt: 0 });
    const state = await painter.poll(ticket, context());
    expect(state).toMatchObject({ phase: 'failed', error: { code: 'LIMNER_CALL_FAILED' } });
  });
});

test('a ticket whose job was changed is refused', async () => {
  const painter = createPainter();
  const job = sampleJob('entity', POLICY);
  const ticket = await painter.submit(job, { ...context(), callId: 'call', claimedAt: 0 });
  const changed = { ...ticket, data: { ...job, seed: 8 } };
  await expect(painter.poll(changed, context())).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED' });
  await expect(painter.cancel(changed, context())).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED' });
});
