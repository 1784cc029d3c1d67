import type { ImageJob, LayerIntent } from '../../providers/provider.ts';
import { paidCall } from '../paid-call.ts';
import type { PaintedSection } from '../record.ts';
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
    const parts = await Promise.all(
      jobs.map(async ({ job, layer }) => {
        const call = {
          run: record.run,
          asset: asset.id,
          job,
          version: request.version,
          estimatedUsd: quote.usd / jobs.length,
        };
        const painted = await context.step.do(`paint-${layer}`, () => paidCall(call, context));
        return { ...painted, images: isAlone ? painted.images.map((image) => ({ ...image, layer })) : painted.images };
      }),
    );
    return { painted: join(parts) };
  },
};

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

/** The ledger counts calls, polls and dollars by asset, so the last part to end knows them all. */
function join(parts: readonly PaintedSection[]): PaintedSection {
  const most = (count: (part: PaintedSection) => number): number => Math.max(...parts.map(count));
  return {
    images: parts.flatMap(({ images }) => images),
    attempts: most(({ attempts }) => attempts),
    calls: most(({ calls }) => calls),
    polls: most(({ polls }) => polls),
    usd: most(({ usd }) => usd),
  };
}
