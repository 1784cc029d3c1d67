import { hashJson } from '../../hash.ts';
import type { ImageJob, Ticket } from '../provider.ts';
import { unknownTicket } from './errors.ts';

/** The same job always gets the same ticket. */
export function issueTicket(job: ImageJob): Ticket {
  return { remoteId: hashJson(job), data: job };
}

/** The job on a ticket. Throws `LIMNER_CALL_FAILED` when it is not one of ours, or was changed. */
export function openTicket(ticket: Ticket): ImageJob {
  const { data, remoteId } = ticket;
  if (typeof data !== 'object' || data === null || hashJson(data) !== remoteId) throw unknownTicket(remoteId);
  return data as ImageJob;
}
