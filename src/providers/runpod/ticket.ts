import { LimnerError } from '../../errors.ts';
import { isObject } from '../../workflow/answers/loose-json.ts';
import type { Ticket } from '../provider.ts';

/** What any process needs to know about a job, to fetch it and to tell whether all of it is there. */
export interface JobTicket {
  readonly remoteId: string;
  /** A job lives at the endpoint that took it, whatever is configured today. */
  readonly endpoint: string;
  /** Milliseconds since 1970: deadlines count from here, across processes. */
  readonly submittedAt: number;
  readonly expected: readonly ExpectedImage[];
  /** What the result will weigh, in bytes on the wire. */
  readonly resultBytes: number;
  /** The most it can be charged, in US dollars; goes to the budget where nobody says what it really cost. */
  readonly mostUsd?: number;
  /** When the service stops it, in milliseconds of work; absent: the usual. */
  readonly limitMs?: number;
  /** What is made with what; jobs of the same making take about as long. */
  readonly making?: string;
}

export interface ExpectedImage {
  /** The part of the file name before the counter. */
  readonly prefix: string;
  readonly role: 'image' | 'layer';
  readonly layer?: number;
  /** All pictures under the prefix are wanted, not the first alone. */
  readonly isBatch?: boolean;
}

export function writeTicket({ remoteId, ...data }: JobTicket): Ticket {
  return { remoteId, data };
}

/** @throws LIMNER_CALL_FAILED when it is none of this endpoint's tickets */
export function openTicket(provider: string, endpoint: string, { remoteId, data }: Ticket): JobTicket {
  const isOurs = isObject(data) && Array.isArray(data['expected']) && typeof data['submittedAt'] === 'number';
  if (!isOurs) throw new LimnerError('LIMNER_CALL_FAILED', `${provider} did not write the ticket ${remoteId}.`);
  const ticket = { remoteId, ...data } as unknown as JobTicket;
  if (ticket.endpoint === endpoint) return ticket;
  throw new LimnerError(
    'LIMNER_ENDPOINT_NOT_FOUND',
    `The job ${remoteId} runs on the endpoint ${ticket.endpoint}, but ${provider} is now set to ${endpoint}.`,
    { next: 'Set the endpoint id back until this run has ended.' },
  );
}
