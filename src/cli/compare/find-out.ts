import { relative } from 'node:path';
import type { ComparedProvider, ComparedRun, Sample, Thresholds } from '../../compare/comparison.ts';
import { conclude } from '../../compare/conclude.ts';
import { choosePalette } from '../../compare/choose-palette.ts';
import { createMeasurer } from '../../compare/measure-asset.ts';
import { type ComparedTurn, readSamples } from '../../compare/read-samples.ts';
import { isRehearsed } from '../../compare/is-rehearsed.ts';
import { METRICS } from '../../measure/metrics.ts';
import { createFsStore } from '../../store/fs/index.ts';
import { version } from '../../version.ts';
import { costOf } from '../run-costs.ts';
import type { Session } from '../session.ts';
import type { CompareFlags } from './flags.ts';
import type { MadeTurn } from './make-turns.ts';
import { tellComparison } from './tell-comparison.ts';

/** Reads what the turns made, measures it, and writes what it comes to. */
export async function findOut(what: {
  readonly session: Session;
  readonly turns: readonly MadeTurn[];
  /** Absolute. */
  readonly out: string;
  readonly startedAt: Date;
  readonly thresholds: Thresholds;
  readonly flags: CompareFlags;
}): Promise<void> {
  const { session, out, startedAt, thresholds, flags } = what;
  const { ledger, folder } = session.state;
  const store = createFsStore(out);
  const turns = what.turns.map(({ turn, plan, run }): ComparedTurn => ({ ...turn, plan, run }));
  const palette = await choosePalette(session.loaded.pack, turns, { ledger, store });
  const measurer = createMeasurer({ store, blobs: session.state.blobs, palette });
  const samples: Sample[] = [];
  for (const turn of turns) {
    for await (const sample of readSamples(turn, { ledger, measure: measurer.measure })) samples.push(sample);
  }
  const providers = await providersOf(turns, session);
  const background = findBackground(samples);
  const { pack } = session.loaded.pack;
  const comparison = conclude(
    {
      limner: version,
      pack,
      packFile: relative(out, session.loaded.file),
      state: relative(out, folder),
      startedAt: startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      providers,
      palette: palette.map(hex),
      ...(background === undefined ? {} : { background }),
      thresholds,
      ...(flags.volume === undefined ? {} : { volume: flags.volume }),
      samples,
    },
    { metrics: METRICS, sets: measurer.sets, votes: await ledger.votes.list({ pack }) },
  );
  await tellComparison(comparison, { out, store, packFile: session.loaded.file, flags });
}

async function providersOf(turns: readonly ComparedTurn[], { state }: Session): Promise<readonly ComparedProvider[]> {
  const found: ComparedProvider[] = [];
  for (const [name, own] of Map.groupBy(turns, ({ provider }) => provider)) {
    const runs: ComparedRun[] = [];
    for (const { number, seed, run, folder } of own) {
      const row = await state.ledger.runs.get(run);
      const { usd } = costOf(await state.ledger.calls.spending({ run }));
      const wallMs = row?.finishedAt === undefined ? 0 : row.finishedAt - row.startedAt;
      runs.push({ number, seed, run, folder, usd, wallMs });
    }
    found.push({ name, isRehearsed: own.every(({ plan }) => isRehearsed(plan)), runs });
  }
  return found;
}

/** The game's own, so the one that players see now. */
function findBackground(samples: readonly Sample[]): string | undefined {
  const first = samples.find(({ type, status }) => type === 'background' && status === 'done');
  return first?.files.find(({ role }) => role === 'image')?.path;
}

function hex(colour: readonly number[]): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
