import { bleed } from '../../finish/bleed.ts';
import { frameSubject } from '../../finish/frame-subject.ts';
import type { Stage } from '../stage.ts';
import { keepPicture } from './keep-file.ts';
import { paintedPicture } from './painted-rasters.ts';
import { assetSize } from '../../plan/asset-size.ts';

/** A cut-out subject: trimmed, brought to size, centred. */
export const finishSubject: Stage = {
  name: 'finish',
  async run(record, context) {
    const { asset, request } = record.planned;
    const finished = await context.step.do('finish', async () => {
      const painted = await paintedPicture(record, context);
      const { resample } = request.finish;
      const framed = frameSubject(painted, { canvas: request.job.canvas, ...assetSize(asset), resample });
      const clean = resample === 'smooth' ? bleed(framed) : framed;
      return { files: [await keepPicture(clean, `${asset.id}.png`, context)] };
    });
    return { finished };
  },
};
