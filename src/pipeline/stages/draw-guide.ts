import { drawGuide } from '../../guide/draw-guide.ts';
import type { GuideSpec } from '../../guide/guide.ts';
import { keyColourOf } from '../../prompt/key-colour.ts';
import type { Raster } from '../../raster/raster.ts';
import { decodePng, encodePng } from '../../raster/png.ts';
import type { Ports } from '../ports.ts';
import type { Stage } from '../stage.ts';

/** Draws the picture that steers the model, and keeps it as a PNG. */
export const guide: Stage = {
  name: 'guide',
  async run(record, { step, ports }) {
    const { guide: spec, keyColour } = record.planned.request.job;
    if (!spec) return { guide: {} };
    const section = await step.do('guide', async () => {
      const ground = keyColour === undefined ? undefined : keyColourOf(keyColour);
      const raster = drawGuide(spec, await readImages(spec, ports), ground);
      return { blob: await ports.blobs.put(encodePng(raster, { level: 1 })) };
    });
    return { guide: section };
  },
};

async function readImages(spec: GuideSpec, ports: Ports): Promise<ReadonlyMap<string, Raster>> {
  if (spec.kind !== 'silhouette' || spec.shape.kind !== 'image') return new Map();
  return new Map([[spec.shape.image, decodePng(await ports.blobs.get(spec.shape.image))]]);
}
