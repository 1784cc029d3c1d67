import { describe, expect, test } from 'vitest';
import { decodePng } from '../../src/raster/png.ts';
import { wholePixels } from '../../src/raster/pixels.ts';
import { createComfyEngine } from '../../src/rehearsal/comfy/create-engine.ts';
import { acceptAll, CATALOGUE, INPUT_FILES, WORKFLOWS } from './comfy-fixtures.ts';

describe.each(Object.entries(WORKFLOWS))('%s', (_name, { prompt }) => {
  const isPainted = JSON.stringify(prompt).includes('Sampler');

  test(`runs, and saves ${isPainted ? 'a painted picture' : 'a picture'}`, async () => {
    const engine = createComfyEngine({ catalogue: CATALOGUE, validate: acceptAll, files: INPUT_FILES });
    const { body } = engine.prompt({ prompt: small(prompt) });
    const { outputs, status } = await engine.finished((body as { readonly prompt_id: string }).prompt_id);
    expect(status).toMatchObject({ status_str: 'success' });
    const rasters = Object.values(outputs)
      .flatMap((output) => output.images ?? [])
      .map((image) => decodePng(engine.view(image) ?? new Uint8Array()));
    expect(rasters.length).toBeGreaterThan(0);
    if (isPainted) for (const raster of rasters) expect(new Set(wholePixels(raster)).size).toBeGreaterThan(4);
    engine.stop();
  });
});

/** The same graph on a quarter of the side, to be quick. */
function small(prompt: (typeof WORKFLOWS)[string]['prompt']): typeof prompt {
  const text = JSON.stringify(prompt).replace(
    /"(width|height)":(\d{3,4})\b/g,
    (_all, side: string, pixels: string) => `"${side}":${Number(pixels) / 4}`,
  );
  return JSON.parse(text) as typeof prompt;
}
