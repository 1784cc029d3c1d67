import type { ImageProvider } from '../provider.ts';
import { paintTicket } from './client.ts';
import type { PainterOptions } from './options.ts';
import { DEFAULT_PAINTER_OPTIONS } from './options.ts';
import { describePainter, quotePainting } from './probe.ts';
import { issueTicket, openTicket } from './ticket.ts';

/**
 * The built-in provider: draws by rules, offline, free, the same bytes everywhere. A ticket carries the whole job, so
 * any process can poll it at any time, and nothing is ever lost.
 */
export function createPainter(options: Partial<PainterOptions> = {}): ImageProvider {
  const settings = { ...DEFAULT_PAINTER_OPTIONS, ...options };
  return {
    name: 'painter',
    family: 'painter',
    async probe({ signal }) {
      signal.throwIfAborted();
      return describePainter(settings);
    },
    quote: quotePainting,
    async submit(job, { signal }) {
      signal.throwIfAborted();
      return issueTicket(job);
    },
    async poll(ticket, context) {
      context.signal.throwIfAborted();
      return paintTicket(openTicket(ticket), context);
    },
    async cancel(ticket, { signal }) {
      signal.throwIfAborted();
      openTicket(ticket);
      return 'cannot-cancel';
    },
    async reconcile(job, { signal }) {
      signal.throwIfAborted();
      return { outcome: 'found', ticket: issueTicket(job) };
    },
  };
}
