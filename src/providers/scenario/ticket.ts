import { LimnerError } from '../../errors.ts';
import { isObject } from '../../workflow/answers/loose-json.ts';
import type { ImageJob, Ticket } from '../provider.ts';
import type { SentJob } from './api.ts';
import { usdOf } from './usd.ts';

/** What any process needs to know about a job to fetch what it made. */
export interface JobTicket {
  readonly remoteId: string;
  /** The address of the API that has it. */
  readonly server: string;
  readonly model: string;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  /** Pictures that were sent for it. */
  readonly uploads: number;
  /** How many layers are wanted; absent: one picture. */
  readonly layers?: number;
  /** Compute units, as the service said when it took the job. */
  readonly cu?: number;
  readonly quotedUsd: number;
  /** What is not as it was asked. */
  readonly warnings: readonly string[];
}

/** The ticket of a job that was just sent or found. */
export function ticketFor(
  { operation, composition }: ImageJob,
  { job, cu }: SentJob,
  { usdPerCu, ...more }: Omit<JobTicket, 'remoteId' | 'layers' | 'cu'> & { readonly usdPerCu: number },
): Ticket {
  const isParted = operation?.kind === 'decompose' && composition.kind === 'layers';
  const data: Omit<JobTicket, 'remoteId'> = {
    ...more,
    ...(isParted ? { layers: composition.layers.length } : {}),
    ...(cu === undefined ? {} : { cu }),
  };
  return { remoteId: job.id, ...(cu === undefined ? {} : { usd: usdOf(cu, usdPerCu) }), data };
}

/** @throws LIMNER_CALL_FAILED when it is none of this service's tickets */
export function openTicket(provider: string, server: string, { remoteId, data }: Ticket): JobTicket {
  const isOurs = isObject(data) && typeof data['submittedAt'] === 'number' && Array.isArray(data['warnings']);
  if (!isOurs) throw new LimnerError('LIMNER_CALL_FAILED', `${provider} did not write the ticket ${remoteId}.`);
  const ticket = { remoteId, ...data } as unknown as JobTicket;
  if (ticket.server === server) return ticket;
  throw new LimnerError(
    'LIMNER_ENDPOINT_NOT_FOUND',
    `The job ${remoteId} was given to ${ticket.server}, but ${provider} is now set to ${server}.`,
    { next: 'Set SCENARIO_BASE_URL back until this run has ended.' },
  );
}
