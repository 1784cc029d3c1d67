import { callPrice } from '../call-price.ts';
import { paidCall } from '../paid-call.ts';
import { type Stage, need } from '../stage.ts';

/** The call that makes the picture. */
export const paint: Stage = {
  name: 'paint',
  async run(record, context) {
    const { request, quote, asset } = record.planned;
    const drawn = need(record.guide, 'guide').blob;
    const call = {
      run: record.run,
      asset: asset.id,
      job: request.job,
      version: request.version,
      ...callPrice(quote, { part: 'paint' }),
      ...(drawn === undefined ? {} : { guide: drawn }),
    };
    return { painted: await context.step.do('paint', () => paidCall(call, context)) };
  },
};
