import { LimnerError } from '../errors.ts';
import type { MakePlan } from '../plan/plan.ts';
import { asCandidate } from '../plan/re-roll.ts';
import { callTotals } from './call-totals.ts';
import type { Candidate } from './candidate.ts';
import type { RunNews } from './events.ts';
import type { CallTotals, RunRecord } from './record.ts';
import { pipelineRegistry } from './registry.ts';
import { type Timings, runStages } from './run-stages.ts';
import { type Stage, type StageContext, need } from './stage.ts';
import { withoutDust } from './without-dust.ts';

/**
 * Paints a candidate and looks at it, up to the stage that checks. `timings` are those of the candidates before it. A picture of which
 * nothing can be made is a candidate, too, where there may be others: one that fails as `blank`, without files.
 */
export async function paintCandidate(
  { run, planned }: Pick<RunRecord, 'run' | 'planned'>,
  number: number,
  timings: Timings,
  context: StageContext,
): Promise<{ readonly candidate: Candidate; readonly timings: Timings }> {
  const untold: RunNews[] = [];
  const emit = (news: RunNews): void => {
    if (news.type === 'warning') untold.push(news);
    else context.emit(news);
  };
  const spentBefore = number === 1 ? 0 : await context.step.do('spent-before', () => spent(run, planned, context));
  const start = { record: { run, planned: asCandidate(planned, number) }, timings };
  try {
    const { record, timings: took } = await runStages(pipelineParts(planned).painting, start, { ...context, emit });
    const usd = withoutDust(totalsOf(record).usd - spentBefore);
    return { candidate: { number, record, usd, untold }, timings: took };
  } catch (error) {
    if (planned.retries === 0 || !isUnusable(error)) throw error;
    const usd = withoutDust((await context.step.do('spent-in-vain', () => spent(run, planned, context))) - spentBefore);
    return { candidate: { number, record: failed(start.record, error), unusable: error, usd, untold }, timings };
  }
}

function isUnusable(error: unknown): error is LimnerError {
  return error instanceof LimnerError && error.code === 'LIMNER_PICTURE_UNUSABLE';
}

function failed(record: RunRecord, { message }: LimnerError): RunRecord {
  return { ...record, finished: { files: [] }, checked: { gates: [{ name: 'blank', status: 'fail', message }] } };
}

async function spent(run: string, { asset }: MakePlan, { ports }: StageContext): Promise<number> {
  return (await callTotals(run, asset.id, ports)).usd;
}

/** What all calls of the run for the asset had come to when this candidate was painted. */
export function totalsOf({ cut, painted }: RunRecord): CallTotals {
  return cut?.totals ?? need(painted, 'painted');
}

/** The stages that make a candidate, and those that bring the chosen one to where it is wanted. */
export function pipelineParts({ family, asset }: MakePlan): {
  readonly painting: readonly Stage[];
  readonly keeping: readonly Stage[];
} {
  const name = asset.type === 'title_hero' && asset.keepBackground ? 'title_hero_with_background' : asset.type;
  const stages = pipelineRegistry[family][name];
  const end = stages.findIndex((stage) => stage.name === 'check') + 1;
  return { painting: stages.slice(0, end), keeping: stages.slice(end) };
}
