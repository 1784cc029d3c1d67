import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LimnerError } from '../errors.ts';
import { isBucket } from './destination.ts';
import { readLockHolder } from '../store/fs/lock-folder.ts';
import { hasState } from './compose.ts';
import { readEnvironment } from './environment.ts';
import type { RunFlags } from './settings.ts';

/** Where to look for runs, and which: `what` was the path of a pack or the id of a run. */
export interface FoundState {
  readonly folder: string;
  readonly run?: string;
  /** Only runs into this folder. */
  readonly out?: string;
  /** Only runs of this pack file. */
  readonly packFile?: string;
}

/**
 * The state that a command without a readable pack means.
 * @throws LIMNER_RUN_NOT_FOUND when there is no ledger there
 */
export function findState(what: string | undefined, flags: Pick<RunFlags, 'state' | 'out'>): FoundState {
  const isPath = what !== undefined && existsSync(what);
  const told = flags.state ?? readEnvironment().state;
  const out = flags.out === undefined ? {} : { out: isBucket(flags.out) ? flags.out : resolve(flags.out) };
  const run = what === undefined || isPath ? {} : { run: what };
  const candidates = told === undefined ? guesses(isPath ? what : undefined, flags.out) : [resolve(told)];
  const folder = candidates.find(hasState);
  const packFile = isPath ? { packFile: packFileOf(what) } : {};
  if (folder !== undefined) return { folder, ...run, ...out, ...packFile };
  throw new LimnerError('LIMNER_RUN_NOT_FOUND', `There is no ledger in ${candidates[0] ?? resolve('.limner')}.`, {
    next: isPath
      ? `Nothing was made of this pack yet: \`limner generate ${what}\`.`
      : 'Name the pack, or the folder of its ledger with --state; a first run is started with `limner generate PACK`.',
  });
}

/**
 * The state of a pack, or of this folder, be it there already or not.
 * @throws LIMNER_PACK_UNREADABLE when there is no such pack
 */
export function findPackState(pack: string | undefined, flags: Pick<RunFlags, 'state'>): FoundState {
  if (pack !== undefined && !existsSync(pack))
    throw new LimnerError('LIMNER_PACK_UNREADABLE', `There is no file or folder ${pack}.`);
  const told = flags.state ?? readEnvironment().state;
  const candidates = told === undefined ? guesses(pack, undefined) : [resolve(told)];
  const folder = candidates.find(hasState) ?? candidates[0] ?? resolve('.limner');
  return { folder, ...(pack === undefined ? {} : { packFile: packFileOf(pack) }) };
}

/** Beside the pack, in this folder, and what runs that broke off left a note about in their output. */
function guesses(pack: string | undefined, out: string | undefined): readonly string[] {
  if (pack !== undefined) return [join(packFolder(pack), '.limner')];
  const outputs = out === undefined ? listFolders('out') : [resolve(out)];
  const noted = outputs.flatMap((folder) => readLockHolder(folder)?.state ?? []);
  return out === undefined ? [resolve('.limner'), ...noted] : [...noted, resolve('.limner')];
}

function packFileOf(pack: string): string {
  if (!statSync(pack).isDirectory()) return resolve(pack);
  const names = ['limner.yaml', 'limner.yml', 'limner.json'];
  return resolve(pack, names.find((name) => existsSync(join(pack, name))) ?? 'limner.yaml');
}

function packFolder(pack: string): string {
  return statSync(pack).isDirectory() ? resolve(pack) : dirname(resolve(pack));
}

function listFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => resolve(folder, entry.name));
}
