import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeError } from '../../errors.ts';
import { PROVIDER_NAMES } from '../../pack/pack.ts';
import { version } from '../../version.ts';
import { type EndpointFinding as Finding, askEndpoints } from '../ask-endpoints.ts';
import { composeProviders, composeStore, hasState } from '../compose.ts';
import { type Destination, chooseDestination } from '../destination.ts';
import { readEnvironment, setVariables } from '../environment.ts';
import { lackingVariables } from '../lacking-variables.ts';
import { type LoadedPack, loadPack } from '../load-pack.ts';
import { counted } from '../print/figures.ts';
import { withProgramName } from '../print/hint.ts';
import { columns, paintText, print, printJson, wrap } from '../print/terminal.ts';
import type { RunFlags } from '../settings.ts';
import { stateFolder } from '../settings.ts';
import { freeBytes, isWritableFolder } from '../writable-folder.ts';

const LABEL = 15;

/** Looks at the machine, a pack and what is set up for it, and says what to do about what is missing. Changes nothing. */
export async function doctor(packPath: string | undefined, flags: RunFlags): Promise<void> {
  const loaded = packPath === undefined ? undefined : await loadPack(packPath).catch((error: unknown) => error);
  const pack = isPack(loaded) ? loaded : undefined;
  const state = stateFolder(flags, readEnvironment(), pack?.folder ?? '.');
  const findings = [
    { name: 'limner', ok: true, found: version },
    node(),
    sqlite(),
    ...(packPath === undefined ? [] : [packFinding(loaded)]),
    stateFinding(state),
    ...(await output(pack, flags, state)),
    ...(await services(state)),
    environment(),
  ];
  const ok = findings.every((finding) => finding.ok);
  if (flags.json) printJson({ ok, findings });
  else findings.forEach(printFinding);
  process.exitCode = ok ? 0 : 2;
}

function printFinding({ name, ok, found, next }: Finding): void {
  const indent = ' '.repeat(LABEL + 3);
  const lines = wrap(found, columns(), indent).slice(indent.length);
  print(`${ok ? paintText('green', '✓') : paintText('red', '✗')} ${name.padEnd(LABEL)} ${lines}`);
  if (next) print(wrap(withProgramName(next), columns(), indent));
}

function isPack(loaded: unknown): loaded is LoadedPack {
  return typeof loaded === 'object' && loaded !== null && 'pack' in loaded;
}

/** That it is new enough was seen before anything else was read. */
function node(): Finding {
  return { name: 'node', ok: true, found: `${process.version} on ${process.platform}-${process.arch}` };
}

function sqlite(): Finding {
  const database = new DatabaseSync(':memory:');
  const row = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  return { name: 'sqlite', ok: true, found: String(row?.['version']) };
}

function packFinding(loaded: unknown): Finding {
  const name = 'pack';
  if (isPack(loaded)) {
    const { file, pack } = loaded;
    return { name, ok: true, found: `${file}: ${counted(pack.assets.length, 'asset')}` };
  }
  const { message, next } = describeError(loaded);
  return { name, ok: false, found: message, next };
}

function stateFinding(folder: string): Finding {
  const found = hasState(folder) ? join(folder, 'ledger.sqlite') : `${folder} (not made yet)`;
  if (isWritableFolder(folder)) return { name: 'state', ok: true, found };
  const next = 'Choose another folder with --state or LIMNER_STATE.';
  return { name: 'state', ok: false, found: `${folder} cannot be written`, next };
}

/** Where the files go and the disk that fills meanwhile: for a bucket, that of the state. */
async function output(pack: LoadedPack | undefined, flags: RunFlags, state: string): Promise<readonly Finding[]> {
  const folder = resolve(flags.out ?? 'out');
  if (!pack) return [outFinding(folder), disk(folder)];
  try {
    const destination = chooseDestination(pack.pack, flags, readEnvironment());
    if (destination.type === 'fs') return [outFinding(destination.out), disk(destination.out)];
    return [await bucketFinding(destination), disk(state)];
  } catch (error) {
    const { message, next } = describeError(error);
    return [{ name: 'output', ok: false, found: message, next }, disk(state)];
  }
}

async function bucketFinding(destination: Destination): Promise<Finding> {
  await composeStore(destination, new AbortController().signal).check?.();
  return { name: 'output', ok: true, found: `${destination.out} can be written` };
}

function outFinding(folder: string): Finding {
  if (isWritableFolder(folder)) return { name: 'output', ok: true, found: folder };
  return { name: 'output', ok: false, found: `${folder} cannot be written`, next: 'Choose another folder with --out.' };
}

/** A large pack with its cache stays well below this. */
const ENOUGH_BYTES = 200_000_000;

function disk(folder: string): Finding {
  const free = freeBytes(folder);
  const found = `${(free / 1e9).toFixed(1)} GB free for ${dirname(folder)}`;
  if (free >= ENOUGH_BYTES) return { name: 'disk', ok: true, found };
  return { name: 'disk', ok: false, found, next: 'Free some space, or choose another folder with --out.' };
}

/** Which providers there are, and whether the services behind them answer. */
async function services(state: string): Promise<readonly Finding[]> {
  try {
    return [providers(state), ...(await askEndpoints(state))];
  } catch (error) {
    const { message, next } = describeError(error);
    return [{ name: 'providers', ok: false, found: message, next }];
  }
}

function providers(state: string): Finding {
  const names = composeProviders(readEnvironment(), state).map(({ name }) => name);
  const missing = PROVIDER_NAMES.filter((name) => !names.includes(name));
  const set = setVariables();
  const others = missing.map((name) => `${name} (lacks ${lackingVariables(name, set).join(' and ')})`);
  const rest = others.length > 0 ? `; not set up: ${others.join(', ')}` : '';
  return { name: 'providers', ok: true, found: `${names.join(', ')} set up${rest}` };
}

function environment(): Finding {
  const names = setVariables();
  const found = names.length === 0 ? 'no provider or store variables are set' : `set: ${names.join(', ')}`;
  return { name: 'environment', ok: true, found };
}
