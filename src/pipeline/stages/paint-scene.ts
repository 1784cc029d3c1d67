import type { ImageJob } from '../../providers/provider.ts';
import { callPrice } from '../call-price.ts';
import { paidCall } from '../paid-call.ts';
import type { Stage } from '../stage.ts';

/** The call that makes the whole scene of a parallax, which a later one parts into layers. */
export const paintScene: Stage = {
  name: 'paint',
  async run(record, context) {
    const { request, quote, asset } = record.planned;
    const call = {
      run: record.run,
      asset: asset.id,
      job: sceneJob(request.job),
      version: request.version,
      ...callPrice(quote, { part: 'paint' }),
    };
    return { painted: await context.step.do('paint', () => paidCall(call, context)) };
  },
};

/** Steered by its words: a horizon would only show the model where limner draws its own lines. */
export function sceneJob(job: ImageJob): ImageJob {
  const { composition, guide: _horizon, strength: _strength, ...scene } = job;
  if (composition.kind !== 'layers') throw new TypeError('Only a parallax has layers.');
  return { ...scene, transparent: false, composition: { kind: 'scene', tile: composition.loop } };
}
