import type { Timers } from '../http/timers.ts';
import type { Exchange } from '../http/answer.ts';
import { FAULT_HEADER, parseFaultsOf } from '../faults/fault-table.ts';
import type { AssetBook } from './asset-book.ts';
import type { ScenarioCounters } from './counters.ts';
import { SCENARIO_FAULTS, type ScenarioFault, type ScenarioFaultBook, type ScenarioMoment } from './faults.ts';
import type { JobBook } from './job-book.ts';
import type { ModelBook } from './models.ts';
import type { ScenarioSettings } from './options.ts';
import type { UploadBook } from './upload-book.ts';

/** All that belongs to the one team that is rehearsed. */
export interface Team {
  readonly settings: ScenarioSettings;
  readonly models: ModelBook;
  readonly timers: Timers;
  readonly counters: ScenarioCounters;
  readonly faults: ScenarioFaultBook;
  readonly assets: AssetBook;
  readonly uploads: UploadBook;
  readonly jobs: JobBook;
}

/** What strikes a request now: what it asks for itself, and what the rules in force say of its operation. */
export function drawFaults(
  { faults }: Team,
  exchange: Exchange,
  moment: ScenarioMoment,
  operation: string,
): readonly ScenarioFault[] {
  const asked = parseFaultsOf(SCENARIO_FAULTS, exchange.header(FAULT_HEADER) ?? '');
  return [...asked.filter(({ name }) => SCENARIO_FAULTS[name].moment === moment), ...faults.draw(moment, operation)];
}
