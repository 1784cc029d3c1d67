import { flatten } from '../../finish/flatten.ts';
import { sheetEntries } from '../../sheet/entries.ts';
import { assembleSheet } from '../../sheet/slice.ts';
import { describeSheet } from '../../sheet/describe-sheet.ts';
import type { Stage } from '../stage.ts';
import { keepJson, keepPicture } from './keep-file.ts';
import { paintedPicture } from './painted-rasters.ts';

/** A sheet: every cell brought to its exact place and size, with the metadata that names them. */
export const finishSheet: Stage = {
  name: 'finish',
  async run(record, context) {
    const { asset, request } = record.planned;
    if (asset.type !== 'sheet') throw new TypeError(`${asset.id} is no sheet.`);
    const finished = await context.step.do('finish', async () => {
      const painted = await paintedPicture(record, context);
      const whole = request.job.transparent ? painted : flatten(painted);
      const sheet = assembleSheet(whole, {
        canvas: request.job.canvas,
        layout: asset.layout,
        resample: request.finish.resample,
        cells: sheetEntries(asset).map(({ rect }) => rect),
      });
      return {
        files: [
          await keepPicture(sheet, `${asset.id}.png`, context),
          await keepJson(describeSheet(asset), `${asset.id}.json`, context),
        ],
      };
    });
    return { finished };
  },
};
