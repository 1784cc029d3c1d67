import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { LimnerError } from '../../errors.ts';
import { print } from '../print/terminal.ts';

/** Writes a small commented pack; never over a file that is there. */
export async function init(folder: string): Promise<void> {
  const target = join(resolve(folder), 'limner.yaml');
  const text = await readFile(new URL('../starter-pack.yaml', import.meta.url));
  try {
    await mkdir(resolve(folder), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
  } catch (error) {
    throw refusal(target, error);
  }
  const shown = relative(process.cwd(), target) || target;
  print(`Wrote ${shown}. Change it as you like, then:`);
  print(`  limner plan ${shown}`);
  print(`  limner generate ${shown}`);
}

function refusal(target: string, error: unknown): LimnerError {
  const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
  if (exists) {
    return new LimnerError('LIMNER_OUTPUT_UNWRITABLE', `${target} is there already, and init overwrites nothing.`, {
      next: 'Choose another folder: limner init <folder>.',
      cause: error,
    });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new LimnerError('LIMNER_OUTPUT_UNWRITABLE', `${target} cannot be written: ${reason}.`, {
    next: 'Choose another folder: limner init <folder>.',
    cause: error,
  });
}
