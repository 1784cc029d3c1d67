import type { RunEvent } from '../../pipeline/events.ts';
import { dollars, duration } from './figures.ts';
import { createLiveLines } from './live-lines.ts';
import { createJsonProgress } from './json-progress.ts';
import { withProgramName } from './hint.ts';
import { columns, paintText, print, printAside, wrap } from './terminal.ts';

/** Shows a run's events as they come. */
export interface ProgressView {
  tell(event: RunEvent): void;
  /** News that is no event, on standard error. */
  say(line: string): void;
  /** Leaves the terminal as it should be. True when it has told of the error that broke the run off. */
  end(error?: unknown): boolean;
}

/** NDJSON for machines; live lines on a terminal; one line an asset elsewhere. */
export function createProgress(options: { readonly json: boolean; readonly total: number }): ProgressView {
  if (options.json) return createJsonProgress();
  const lines = createFinishedLines();
  if (!process.stdout.isTTY)
    return { tell: (event) => lines(event).forEach((line) => print(line)), say: printAside, end: () => false };
  const live = createLiveLines(options.total);
  live.wait('Asking what can be made …');
  return {
    tell(event) {
      live.clear();
      lines(event).forEach((line) => print(line));
      live.update(event);
    },
    say(line) {
      live.clear();
      printAside(line);
      live.draw();
    },
    end() {
      live.clear();
      return false;
    },
  };
}

/** The lines that stay: one for each asset that has come to its end, and one for each warning. */
function createFinishedLines(): (event: RunEvent) => readonly string[] {
  const startedAt = new Map<string, number>();
  const failureLines = createFailureLines();
  const fallbackLines = createFallbackLines();
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
        return failureLines(event);
      case 'fallback':
        return fallbackLines(event);
      case 're-roll':
        return [`${paintText('yellow', '↻')} ${event.id}  candidate ${event.number}: ${event.because}`];
      case 'warning':
        return [`${paintText('yellow', '!')} ${event.id === undefined ? '' : `${event.id}  `}${event.message}`];
      default:
        return [];
    }
  };
}

/** What is wrong with many assets alike is told once. */
function createFailureLines(): (event: RunEvent & { readonly type: 'asset-failed' }) => readonly string[] {
  const told = new Map<string, string>();
  return ({ id, error }) => {
    const reason = `${error.code}: ${error.message.replace(`${id} cannot be made: `, '')}`;
    const first = told.get(reason);
    told.set(reason, first ?? id);
    if (first !== undefined) return [`${paintText('red', '✗')} ${id}  as ${first}`];
    return [`${paintText('red', '✗')} ${id}  ${reason}`, wrap(withProgramName(error.next), columns(), '  ')];
  };
}

/** A provider that fails many assets alike is told of once. */
function createFallbackLines(): (event: RunEvent & { readonly type: 'fallback' }) => readonly string[] {
  const told = new Set<string>();
  return ({ id, from, to, reason }) => {
    const news = `${from} → ${to}: ${reason}`;
    if (told.has(news)) return [];
    told.add(news);
    return [`${paintText('yellow', '→')} ${id}  ${news}`];
  };
}
