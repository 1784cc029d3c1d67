import type { RunEvent } from '../../pipeline/events.ts';
import { dollars, duration } from './figures.ts';
import { createLiveLines } from './live-lines.ts';
import { paintText, print, printJson } from './terminal.ts';

/** Shows a run's events as they come. `end` leaves the terminal as it should be, whatever happened. */
export interface ProgressView {
  tell(event: RunEvent): void;
  end(): void;
}

/** NDJSON for machines; live lines on a terminal; one line an asset elsewhere. */
export function createProgress(options: { readonly json: boolean; readonly total: number }): ProgressView {
  if (options.json) return { tell: (event) => printJson(event), end: () => undefined };
  const lines = createFinishedLines();
  if (!process.stdout.isTTY)
    return { tell: (event) => lines(event).forEach((line) => print(line)), end: () => undefined };
  const live = createLiveLines(options.total);
  return {
    tell(event) {
      live.clear();
      lines(event).forEach((line) => print(line));
      live.update(event);
    },
    end: () => live.end(),
  };
}

/** The lines that stay: one for each asset that has come to its end, and one for each warning. */
function createFinishedLines(): (event: RunEvent) => readonly string[] {
  const startedAt = new Map<string, number>();
  return (event) => {
    switch (event.type) {
      case 'run-start':
        return event.resumed ? [`Taking up ${event.run} where it stopped.`] : [];
      case 'asset-start':
        startedAt.set(event.id, Date.parse(event.at));
        return [];
      case 'asset-done': {
        const took = Date.parse(event.at) - (startedAt.get(event.id) ?? Date.parse(event.at));
        const how = event.cached
          ? paintText('gray', 'cached')
          : `${event.provider}, ${duration(took)}, ${dollars(event.usd)}`;
        return [`${paintText('green', '✓')} ${event.id}  ${paintText('gray', how)}`];
      }
      case 'asset-failed':
        return [
          `${paintText('red', '✗')} ${event.id}  ${event.error.code}: ${event.error.message}`,
          `  ${event.error.next}`,
        ];
      case 'warning':
        return [`${paintText('yellow', '!')} ${event.id ?? ''}  ${event.message}`];
      default:
        return [];
    }
  };
}
