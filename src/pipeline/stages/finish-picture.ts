import { fitPicture } from '../../finish/fit-picture.ts';
import { flatten } from '../../finish/flatten.ts';
import type { Stage } from '../stage.ts';
import { keepPicture } from './keep-file.ts';
import { paintedPicture } from './painted-rasters.ts';
import { assetSize } from '../../plan/asset-size.ts';

/** A whole, opaque picture: brought to size. */
export const finishPicture: Stage = {
  name: 'finish',
  async run(record, context) {
    const { asset, request } = record.planned;
    const finished = await context.step.do('finish', async () => {
      const painted = await paintedPicture(record, context);
      const fitted = fitPicture(painted, {
        canvas: request.job.canvas,
        ...assetSize(asset),
        resample: request.finish.resample,
      });
      return { files: [await keepPicture(flatten(fitted), `${asset.id}.png`, context)] };
    });
    return { finished };
  },
};
