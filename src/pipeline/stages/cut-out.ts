import { cutKeyColour } from '../../finish/cut-key-colour.ts';
import { keyColourOf } from '../../prompt/key-colour.ts';
import type { ImageJob } from '../../providers/provider.ts';
import { decodePng, encodePng } from '../../raster/png.ts';
import type { PaintedBlob } from '../record.ts';
import { type Stage, type StageContext, need } from '../stage.ts';

/** Cuts subjects out of the key colour that their prompt asked for. Pictures that came back cut out pass through untouched. */
export const cutOut: Stage = {
  name: 'cut',
  async run(record, context) {
    const { job } = record.planned.request;
    const { images } = need(record.painted, 'painted');
    if (!images.some((image) => groundOf(image, job))) return {};
    const cut = await context.step.do('cut', async () => {
      const pictures: PaintedBlob[] = [];
      for (const image of images) pictures.push(await cutImage(image, job, context));
      return { images: pictures };
    });
    return { cut };
  },
};

/** The colour a picture stands on, if it is to be cut from one. */
function groundOf({ layer }: PaintedBlob, { composition, transparent, keyColour }: ImageJob): string | undefined {
  if (composition.kind === 'layers') return composition.layers[layer ?? 0]?.alone?.keyColour;
  return transparent ? keyColour : undefined;
}

async function cutImage(image: PaintedBlob, job: ImageJob, { ports }: StageContext): Promise<PaintedBlob> {
  const ground = groundOf(image, job);
  if (ground === undefined) return image;
  const painted = decodePng(await ports.blobs.get(image.blob));
  const cut = cutKeyColour(painted, keyColourOf(ground));
  return { ...image, blob: await ports.blobs.put(encodePng(cut, { level: 1 })), mimeType: 'image/png' };
}
