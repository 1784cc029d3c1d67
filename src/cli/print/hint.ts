import { existsSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment, readShell } from '../environment.ts';

const ENTRY = fileURLToPath(new URL('../../../bin/limner.js', import.meta.url));

/** What to type here to start limner: by itself where it is installed, through npx in a project or clone that has it. */
export function programName(): string {
  const { isUnderNpm, searchPath } = readShell();
  if (isUnderNpm) return 'npx limner';
  const names = process.platform === 'win32' ? ['limner.cmd'] : ['limner'];
  const isOnPath = searchPath.split(delimiter).some((folder) => names.some((name) => existsSync(join(folder, name))));
  if (isOnPath) return 'limner';
  return isInProject() ? 'npx limner' : `node ${quote(shortPath(ENTRY))}`;
}

function isInProject(): boolean {
  const root = dirname(dirname(ENTRY));
  const below = relative(root, process.cwd());
  if (below === '' || (!below.startsWith('..') && !isAbsolute(below))) return true;
  for (let at = process.cwd(); ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules/.bin/limner'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** A whole command that can be pasted into a shell. */
export function command(words: readonly string[]): string {
  return [programName(), ...words.map(quote)].join(' ');
}

/** What finishes a run, from this folder. */
export function resumeCommand(run: string, state: string): string {
  return command(['resume', run, ...(isDefaultState(state) ? [] : ['--state', shortPath(state)])]);
}

/** Whether commands find this state without being told. */
export function isDefaultState(state: string): boolean {
  return resolve(readEnvironment().state ?? '.limner') === state;
}

/** A path as seen from here, unless it lies elsewhere. */
export function shortPath(path: string): string {
  const seen = relative(process.cwd(), path);
  if (seen === '') return '.';
  return seen.startsWith('..') || isAbsolute(seen) ? path : seen;
}

function quote(word: string): string {
  if (/^[\w@%+=:,./\\-]+$/.test(word) && !(word.includes('\\') && process.platform !== 'win32')) return word;
  return process.platform === 'win32' ? `"${word}"` : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Sentences of errors say \`limner …\`; here they say what can be typed here. */
export function withProgramName(text: string): string {
  return text.replaceAll('`limner ', () => `\`${programName()} `);
}
