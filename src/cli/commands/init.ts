import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LimnerError } from '../../errors.ts';
import { makeFolder } from '../../store/fs/make-folder.ts';
import { systemReason } from '../../store/fs/system-reason.ts';
import { command, shortPath } from '../print/hint.ts';
import { print } from '../print/terminal.ts';

/** Writes a small commented pack into a folder, or under the name of a YAML file; never over a file that is there. */
export async function init(place: string): Promise<void> {
  const target = targetOf(place);
  const starter = await readFile(new URL('../starter-pack.yaml', import.meta.url), 'utf8');
  try {
    makeFolder(dirname(target));
    await writeFile(target, `${schemaLine(dirname(target))}\n${starter}`, { flag: 'wx' });
  } catch (error) {
    throw refusal(target, error);
  }
  const shown = shortPath(target);
  print(`Wrote ${shown}. Change it as you like, then:`);
  print(`  ${command(['plan', shown])}`);
  print(`  ${command(['generate', shown])}`);
}

function targetOf(place: string): string {
  const path = resolve(place);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const ending = extname(path).toLowerCase();
  if (!isFolder && (ending === '.yaml' || ending === '.yml')) return path;
  if (isFolder || ending !== '.json') return join(path, 'limner.yaml');
  throw new LimnerError('LIMNER_USAGE', `init writes YAML, so it makes no ${basename(path)}.`, {
    next: 'Name a folder, or a file that ends in .yaml.',
  });
}

const SCHEMA = join('schema', 'pack.schema.json');
const PACKAGE = fileURLToPath(new URL('../../../', import.meta.url));

/** The first line of a pack tells editors where its schema is: in the project's own limner, or the clone around it. */
function schemaLine(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const installed = join(at, 'node_modules', 'limner', SCHEMA);
    if (existsSync(installed)) return schemaComment(folder, installed);
    if (join(at, sep) === PACKAGE) return schemaComment(folder, join(at, SCHEMA));
    if (at === dirname(at)) break;
  }
  return [
    '# Editors complete this file once limner is in the project (npm install limner) and this is its first line:',
    '# yaml-language-server: $schema=<path to node_modules>/limner/schema/pack.schema.json',
  ].join('\n');
}

function schemaComment(folder: string, schema: string): string {
  const path = relative(folder, schema).replaceAll(sep, '/');
  return `# yaml-language-server: $schema=${path.startsWith('.') ? path : `./${path}`}`;
}

function refusal(target: string, error: unknown): LimnerError {
  const next = 'Choose another folder: `limner init <folder>`.';
  const isThere = existsSync(target);
  const message = isThere
    ? `${target} is there already, and init overwrites nothing.`
    : `${target} cannot be written: ${systemReason(error)}.`;
  return new LimnerError('LIMNER_OUTPUT_UNWRITABLE', message, { next, cause: error });
}
