import { LimnerError } from '../../errors.ts';
import { isObject } from '../../workflow/answers/loose-json.ts';
import type { Ticket } from '../provider.ts';

/** What any process needs to know about a prompt to fetch what it painted. */
export interface PromptTicket {
  readonly remoteId: string;
  /** The server that has it. */
  readonly server: string;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  readonly expected: readonly ExpectedImage[];
}

export interface ExpectedImage {
  /** The node that saves it. */
  readonly node: string;
  readonly role: 'image' | 'layer';
  readonly layer?: number;
  /** All pictures of the node are wanted, not the first alone. */
  readonly isBatch?: boolean;
}

export function writeTicket({ remoteId, ...data }: PromptTicket): Ticket {
  return { remoteId, data };
}

/** @throws LIMNER_CALL_FAILED when it is none of this server's tickets */
export function openTicket(provider: string, server: string, { remoteId, data }: Ticket): PromptTicket {
  const isOurs = isObject(data) && Array.isArray(data['expected']) && typeof data['submittedAt'] === 'number';
  if (!isOurs) throw new LimnerError('LIMNER_CALL_FAILED', `${provider} did not write the ticket ${remoteId}.`);
  const ticket = { remoteId, ...data } as unknown as PromptTicket;
  if (ticket.server === server) return ticket;
  throw new LimnerError(
    'LIMNER_ENDPOINT_NOT_FOUND',
    `The prompt ${remoteId} was given to ${ticket.server}, but ${provider} is now set to ${server}.`,
    { next: 'Set COMFYUI_URL back until this run has ended.' },
  );
}
