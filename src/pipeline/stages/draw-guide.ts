import { drawGuide } from '../../guide/draw-guide.ts';
import { keyColourOf } from '../../prompt/key-colour.ts';
import { encodePng } from '../../raster/png.ts';
import { readGuideImages } from '../guide-images.ts';
import type { Stage } from '../stage.ts';

/** Draws the picture that steers the model, and keeps it as a PNG. */
export const guide: Stage = {
  name: 'guide',
  async run(record, { step, ports }) {
    const { guide: spec, keyColour } = record.planned.request.job;
    if (!spec) return { guide: {} };
    const section = await step.do('guide', async () => {
      const ground = keyColour === undefined ? undefined : keyColourOf(keyColour);
      const raster = drawGuide(spec, await readGuideImages(spec, ports), ground);
      return { blob: await ports.blobs.put(encodePng(raster, { level: 1 })) };
    });
    return { guide: section };
  },
};
