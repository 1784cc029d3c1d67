import type { CheckedFile } from '../check-files.ts';
import { counted } from './figures.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

const MARKS = { pass: '✓', warn: '!', fail: '✗', missing: '✗', unreadable: '✗' } as const;
const COLOURS = { '✓': 'green', '!': 'yellow', '✗': 'red' } as const;

/** One picture, and beneath it what its gates found. */
export function reportChecked({ path, status, message, gates }: CheckedFile): void {
  const mark = MARKS[status];
  print(`${paintText(COLOURS[mark], mark)} ${path}${status === 'missing' ? ' is not there' : ''}`);
  if (message !== undefined) print(wrap(message, columns(), '    '));
  for (const gate of gates) if (gate.status !== 'pass') print(wrap(`${gate.name}: ${gate.message}`, columns(), '    '));
}

const WORDS = { pass: 'pass', warn: 'to look at', fail: 'failed', unreadable: 'unreadable', missing: 'not there' };

export function reportSum(files: readonly CheckedFile[]): void {
  const counts = Object.entries(WORDS).flatMap(([status, word]) => {
    const count = files.filter((file) => file.status === status).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  print();
  print(`${counted(files.length, 'picture')}: ${counts.join(', ')}.`);
}
