import type { RunRecord } from './record.ts';
import type { Stage, StageContext } from './stage.ts';

/** How long stages took; each key ends in `Ms`. */
export type Timings = Readonly<Record<string, number>>;

export interface Progress {
  readonly record: RunRecord;
  readonly timings: Timings;
}

/** Takes a record through stages, one after the other, and tells of each. What a stage took before is added to. */
export async function runStages(
  stages: readonly Stage[],
  { record, timings }: Progress,
  context: StageContext,
): Promise<Progress> {
  const { emit, ports } = context;
  const { id } = record.planned.asset;
  const took: Record<string, number> = { ...timings };
  let grown = record;
  for (const stage of stages) {
    const startedAt = ports.clock.now();
    emit({ type: 'stage-start', id, stage: stage.name });
    grown = { ...grown, ...(await stage.run(grown, context)) };
    const ms = ports.clock.now() - startedAt;
    took[`${stage.name}Ms`] = (took[`${stage.name}Ms`] ?? 0) + ms;
    emit({ type: 'stage-end', id, stage: stage.name, ms });
  }
  return { record: grown, timings: took };
}
