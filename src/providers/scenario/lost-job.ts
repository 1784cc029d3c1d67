import type { ImageJob, SubmitContext } from '../provider.ts';
import type { ScenarioApi } from './api.ts';
import type { LostJob } from './find-job.ts';
import type { Models } from './models.ts';
import type { ScenarioSettings } from './options.ts';
import { bodyFor, orderFor, startOf } from './translate.ts';

interface LostJobOptions {
  readonly settings: ScenarioSettings;
  readonly models: Models;
  readonly api: Pick<ScenarioApi, 'assetUrl'>;
}

/** What the list of jobs would show of a submission whose answer was lost. */
export async function lostJob(
  job: ImageJob,
  { claimedAt, remoteSource, signal }: SubmitContext,
  { settings, models, api }: LostJobOptions,
): Promise<LostJob> {
  const order = orderFor(job, settings);
  const schema = await models.schema(order, signal);
  const image = order.takesImage ? await imageOf(remoteSource, api, signal) : undefined;
  const { body } = bodyFor(job, schema, settings, order.takesImage ? (image ?? 'unknown') : undefined);
  if (!order.takesImage || image !== undefined) return { body, claimedAt };
  const hidden = startOf(schema) ?? 'image';
  const { [hidden]: _unknown, ...told } = body;
  return { body: told, hidden, claimedAt };
}

/** What the job's picture was called when it was sent, if that is certain: what the service has thrown away was brought once more, under another id. */
async function imageOf(
  remoteSource: string | undefined,
  api: LostJobOptions['api'],
  signal: AbortSignal,
): Promise<string | undefined> {
  if (remoteSource === undefined) return undefined;
  return (await api.assetUrl(remoteSource, signal)) === undefined ? undefined : remoteSource;
}
