import type { ImageJob, LayerIntent } from '../../providers/provider.ts';
import { LimnerError } from '../../errors.ts';
import { callPrice } from '../call-price.ts';
import { callTotals } from '../call-totals.ts';
import { paidCall } from '../paid-call.ts';
import type { Stage } from '../stage.ts';

/**
 * One call for each parallax layer: each fits a worker's memory and an endpoint's answer, several are painted at once, and a layer whose
 * words change is the only one that is paid for again. A model that parts one picture into layers brings them all with one call.
 */
export const paintLayers: Stage = {
  name: 'paint',
  async run(record, context) {
    const { request, quote, asset } = record.planned;
    const jobs = layerJobs(request.job);
    const isAlone = jobs.length > 1 || jobs[0]?.job !== request.job;
    const parts = await allEnded(
      jobs.map(async ({ job, layer }) => {
        const call = {
          run: record.run,
          asset: asset.id,
          job,
          version: request.version,
          ...callPrice(quote, { calls: jobs.length }),
        };
        const painted = await context.step.do(`paint-${layer}`, () => paidCall(call, context));
        return { ...painted, images: isAlone ? painted.images.map((image) => ({ ...image, layer })) : painted.images };
      }),
    );
    // Each part counted the others by their estimates while they were under way.
    const totals = await context.step.do('count-layers', () => callTotals(record.run, asset.id, context.ports));
    const images = parts.flatMap((part) => part.images);
    return { painted: { ...totals, images, warnings: parts.flatMap(({ warnings = [] }) => warnings) } };
  },
};

/**
 * Nobody gives up on a set while one of its layers is still under way; and of what kept layers from being painted, a call of
 * unknown fate comes first: until it is settled nothing else may be done about the set.
 */
async function allEnded<T>(layers: readonly Promise<T>[]): Promise<readonly T[]> {
  const ends = await Promise.allSettled(layers);
  const reasons = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
  const isUnknown = (reason: unknown): boolean =>
    reason instanceof LimnerError && reason.code === 'LIMNER_CALL_UNKNOWN';
  if (reasons.length > 0) throw reasons.find(isUnknown) ?? reasons[0];
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
}

function layerJobs(job: ImageJob): readonly { readonly job: ImageJob; readonly layer: number }[] {
  const { composition } = job;
  if (composition.kind !== 'layers') throw new TypeError('Only a parallax has layers.');
  if (composition.layers.every(({ alone }) => alone === undefined)) return [{ job, layer: 0 }];
  return composition.layers.map((layer, index) => ({
    job: layerJob(job, layer, index, composition.loop),
    layer: index,
  }));
}

function layerJob(whole: ImageJob, layer: LayerIntent, index: number, loop: 'x' | 'none'): ImageJob {
  const { keyColour: _ground, guide: _horizon, ...job } = whole;
  const { alone, ...words } = layer;
  if (!alone) throw new TypeError(`The layer ${layer.name} has no words of its own.`);
  return { ...job, ...alone, transparent: index > 0, composition: { kind: 'layers', loop, layers: [words] } };
}
