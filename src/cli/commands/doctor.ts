import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PROVIDER_NAMES } from '../../pack/pack.ts';
import { version } from '../../version.ts';
import { composeProviders, hasState } from '../compose.ts';
import { readEnvironment, setVariables } from '../environment.ts';
import { paintText, print, printJson } from '../print/terminal.ts';
import type { RunFlags } from '../settings.ts';
import { stateFolder } from '../settings.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly next?: string;
}

/** Looks at the machine and what is set up on it, and says what to do about what is missing. Changes nothing. */
export async function doctor(pack: string | undefined, flags: RunFlags): Promise<void> {
  const findings = [ourVersion(), node(), sqlite(), state(pack, flags), providers(), environment()];
  const ok = findings.every((finding) => finding.ok);
  if (flags.json) printJson({ ok, findings });
  else findings.forEach(printFinding);
  process.exitCode = ok ? 0 : 2;
}

function printFinding({ name, ok, found, next }: Finding): void {
  print(`${ok ? paintText('green', '✓') : paintText('red', '✗')} ${name.padEnd(12)} ${found}`);
  if (next) print(`  ${' '.repeat(12)} ${next}`);
}

function ourVersion(): Finding {
  return { name: 'limner', ok: true, found: version };
}

function node(): Finding {
  return { name: 'node', ok: true, found: `${process.version} on ${process.platform}-${process.arch}` };
}

function sqlite(): Finding {
  const database = new DatabaseSync(':memory:');
  const row = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  return { name: 'sqlite', ok: true, found: String(row?.['version']) };
}

function state(pack: string | undefined, flags: RunFlags): Finding {
  const base = pack === undefined ? '.' : existsSync(pack) && statSync(pack).isDirectory() ? pack : dirname(pack);
  const folder = stateFolder(flags, readEnvironment(), resolve(base));
  const name = 'state';
  try {
    accessSync(nearestFolder(folder), constants.W_OK);
    return { name, ok: true, found: hasState(folder) ? join(folder, 'ledger.sqlite') : `${folder} (not made yet)` };
  } catch {
    return {
      name,
      ok: false,
      found: `${folder} cannot be written`,
      next: 'Choose another folder with --state or LIMNER_STATE.',
    };
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}

function providers(): Finding {
  const names = composeProviders().map(({ name }) => name);
  const missing = PROVIDER_NAMES.filter((name) => !names.includes(name));
  return {
    name: 'providers',
    ok: true,
    found: `${names.join(', ')} ready${missing.length > 0 ? `; not set up: ${missing.join(', ')}` : ''}`,
  };
}

function environment(): Finding {
  const names = setVariables();
  return {
    name: 'environment',
    ok: true,
    found: names.length === 0 ? 'no provider or store variables are set' : `set: ${names.join(', ')}`,
  };
}
