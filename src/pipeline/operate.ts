import type { ImageJob, Operation } from '../providers/provider.ts';
import { callPrice } from './call-price.ts';
import { paidCall } from './paid-call.ts';
import type { CutSection, PaintedBlob, RunRecord } from './record.ts';
import type { StageContext } from './stage.ts';

/** One paid call that does something to a picture of an earlier stage. */
export function operate(
  kind: Operation['kind'],
  picture: PaintedBlob,
  record: RunRecord,
  context: StageContext,
): Promise<CutSection> {
  const { request, quote, asset } = record.planned;
  const call = {
    run: record.run,
    asset: asset.id,
    job: operationJob(request.job, { kind, source: picture.blob }),
    version: request.version,
    ...callPrice(quote, { part: kind }),
    ...(picture.remote === undefined ? {} : { remoteSource: picture.remote }),
  };
  return context.step.do(kind, async () => {
    const { images, warnings = [], ...totals } = await paidCall(call, context);
    return { images, warnings, totals };
  });
}

/** The guide has done its work: what counts from here on is the picture. */
function operationJob(job: ImageJob, operation: Operation): ImageJob {
  const { guide: _guide, strength: _strength, ...rest } = job;
  return { ...rest, operation };
}
