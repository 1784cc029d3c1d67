import type { RunEvent } from '../../pipeline/events.ts';
import { dollars } from './figures.ts';
import { columns, cut, paintText } from './terminal.ts';

const MOST_LINES = 8;

export interface LiveLines {
  update(event: RunEvent): void;
  draw(): void;
  clear(): void;
  /** Says what is waited for before anything has happened. */
  wait(line: string): void;
}

/** The lines at the foot of a terminal that change: one for each asset under way, then a bar for all of them. */
export function createLiveLines(total: number): LiveLines {
  const active = new Map<string, string>();
  let finished = 0;
  let usd = 0;
  let drawn = 0;

  const clear = (): void => {
    // A typed ^C has moved the cursor off the left margin.
    if (drawn > 0) process.stdout.write(`\r\u001B[${drawn}A\u001B[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    const lines = [...active].slice(0, MOST_LINES).map(([id, phase]) => `  ${cut(`${id}  ${phase}`, columns() - 3)}`);
    if (active.size > MOST_LINES) lines.push(cut(`  and ${active.size - MOST_LINES} more`, columns() - 1));
    lines.push(bar(finished, total, usd));
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    drawn = lines.length;
  };
  return {
    clear,
    draw,
    wait(line) {
      process.stdout.write(`${paintText('gray', cut(line, columns() - 1))}\n`);
      drawn = 1;
    },
    update(event) {
      if (event.type === 'run-done') return;
      if (event.type === 'asset-done' || event.type === 'asset-failed') finished += 1;
      if (event.type === 'call-end') usd += event.usd;
      if (event.type === 'asset-done' || event.type === 'asset-failed') active.delete(event.id);
      else if ('id' in event && event.id !== undefined)
        active.set(event.id, phaseOf(event) ?? active.get(event.id) ?? '');
      draw();
    },
  };
}

function phaseOf(event: RunEvent): string | undefined {
  if (event.type === 'stage-start') return event.stage;
  if (event.type !== 'progress') return undefined;
  const { phase, progress } = event;
  const words = PHASE_WORDS.get(phase) ?? phase;
  return progress ? `${words} ${progress.step}/${progress.total}` : words;
}

const PHASE_WORDS: ReadonlyMap<string, string> = new Map([['starting', 'cold start']]);

function bar(finished: number, total: number, usd: number): string {
  const facts = ` ${finished}/${total}  ${dollars(usd)}`;
  const width = Math.max(4, Math.min(30, columns() - facts.length - 1));
  const filled = total === 0 ? width : Math.round((finished / total) * width);
  return `${paintText('green', '█'.repeat(filled))}${paintText('gray', '░'.repeat(width - filled))}${facts}`;
}
