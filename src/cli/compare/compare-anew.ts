import { resolve } from 'node:path';
import { readThresholds } from '../../compare/thresholds.ts';
import { command, shortPath } from '../print/hint.ts';
import { reportTurns } from '../print/turns.ts';
import { print, printJson } from '../print/terminal.ts';
import { type Session, openSession } from '../session.ts';
import type { CompareFlags } from './flags.ts';
import { findOut } from './find-out.ts';
import { makeTurns } from './make-turns.ts';
import { planTurns } from './plan-turns.ts';
import { listTurns, readProviders, withoutFallback } from './turns.ts';

const INTERRUPTED = 4;

/** Makes the pack with every provider, then compares. Sets the exit code. */
export async function compareAnew(packPath: string, flags: CompareFlags): Promise<void> {
  const startedAt = new Date();
  const providers = readProviders(flags.providers);
  const thresholds = readThresholds(flags.threshold ?? []);
  const session = await openComparing(packPath, flags);
  try {
    const { pack } = session.loaded;
    const out = resolve(flags.out ?? `out/${pack.pack}-compare`);
    const seed = flags.seed ?? pack.seed;
    const turns = await planTurns(listTurns({ providers, runs: flags.runs ?? 1, seed, out }), session);
    if (flags.json) printJson({ type: 'plan', turns: turns.map(({ turn, report }) => ({ ...turn, plan: report })) });
    else reportTurns(turns, pack.budget);
    if (flags.dryRun) return;
    const again = againCommand(packPath, flags);
    const made = await makeTurns({
      session,
      turns,
      out,
      again,
      isForMachines: flags.json === true,
      ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
    });
    if (!made) {
      if (!flags.json) print(`To go on: ${again}`);
      process.exitCode = INTERRUPTED;
      return;
    }
    await findOut({ session, turns: made, out, startedAt, thresholds, flags });
  } finally {
    await session.state.ledger.close();
  }
}

/** The pack's store is for what players see; a comparison stays on this machine. */
async function openComparing(packPath: string, flags: CompareFlags): Promise<Session> {
  const session = await openSession(packPath, { ...flags, out: flags.out ?? 'out' }, flags.dryRun ? 'look' : 'make');
  return { ...session, loaded: { ...session.loaded, pack: withoutFallback(session.loaded.pack) } };
}

/** With the flags that decide what is made and what it may cost; the others may change. */
function againCommand(packPath: string, flags: CompareFlags): string {
  const { providers = '', runs, only, seed, profile = [], retries, budget, dayBudget, out, state } = flags;
  const told: readonly (readonly [string, string | number | undefined])[] = [
    ['--runs', runs],
    ['--only', only?.join(',')],
    ['--seed', seed],
    ...profile.map((name) => ['--profile', name] as const),
    ['--retries', retries],
    ['--budget', budget],
    ['--day-budget', dayBudget],
    ['--out', out === undefined ? undefined : shortPath(resolve(out))],
    ['--state', state],
  ];
  const words = told.flatMap(([flag, value]) => (value === undefined ? [] : [flag, `${value}`]));
  return command(['compare', packPath, '--providers', providers, ...words]);
}
