import type { ImageJob, SubmitContext } from '../provider.ts';
import type { SentJob } from './api.ts';
import type { BuiltBody } from './build-body.ts';
import type { Models } from './models.ts';
import type { ScenarioSettings } from './options.ts';
import { type SubmissionOptions, lacksAsset, sendPaid } from './submission.ts';
import type { JobTicket } from './ticket.ts';
import { bodyFor, orderFor } from './translate.ts';
import type { Uploads } from './uploads.ts';

export interface SendOptions extends Omit<SubmissionOptions, 'timeouts'> {
  readonly settings: ScenarioSettings;
  readonly models: Models;
  readonly uploads: Uploads;
  readonly quotedUsd: number;
}

export type SentTicket = Omit<JobTicket, 'remoteId' | 'layers' | 'cu'> & { readonly sent: SentJob };

/** Brings the picture that a job starts from, then sends the job in one paid request. */
export async function sendJob(job: ImageJob, context: SubmitContext, options: SendOptions): Promise<SentTicket> {
  const { settings, models, now, quotedUsd } = options;
  const { signal } = context;
  const startedAt = now();
  const order = orderFor(job, settings);
  const schema = await models.schema(order, signal);
  // What is wrong with the rest is told before anything travels.
  bodyFor(job, schema, settings, order.takesImage ? 'asset_to_come' : undefined);
  const image = order.takesImage ? await startingImage(job, context, options) : undefined;
  const send = ({ body }: BuiltBody) =>
    sendPaid(
      { path: order.path, body, beforeSend: context.beforeSend, startedAt },
      { ...options, timeouts: settings.timeouts },
      signal,
    );
  const built = bodyFor(job, schema, settings, image?.asset);
  const { sent, uploads } = await send(built)
    .then((answer) => ({ sent: answer, uploads: image?.uploads ?? 0 }))
    .catch(async (error: unknown) => {
      if (!image || !lacksAsset(error)) throw error;
      // The service has thrown away what it had; it took no job for that reason.
      const asset = await options.uploads.bring(image.forgetKey(), image.read, signal);
      return { sent: await send(bodyFor(job, schema, settings, asset)), uploads: image.uploads + 1 };
    });
  const { base: server } = settings;
  return { sent, server, model: order.model, submittedAt: now(), uploads, quotedUsd, warnings: built.warnings };
}

interface StartingImage {
  readonly asset: string;
  readonly uploads: number;
  readonly read: () => Promise<Uint8Array>;
  /** Its key among the uploads, now forgotten. */
  forgetKey(): string;
}

async function startingImage(
  { operation }: ImageJob,
  context: SubmitContext,
  { uploads }: SendOptions,
): Promise<StartingImage> {
  const { guide, remoteSource, signal } = context;
  const key = operation?.source ?? guide;
  if (key === undefined) throw new TypeError('A job that starts from a picture was given none.');
  const read = () => context.readBlob(key);
  const forgetKey = (): string => {
    uploads.forget(key);
    return key;
  };
  if (operation && remoteSource !== undefined) return { asset: remoteSource, uploads: 0, read, forgetKey };
  return { asset: await uploads.bring(key, read, signal), uploads: 1, read, forgetKey };
}
