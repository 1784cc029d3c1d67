import type { SpendingCaps } from '../ledger/ledger.ts';
import type { ImageProvider } from '../providers/provider.ts';
import type { Raster } from '../raster/raster.ts';
import type { Emit } from './events.ts';
import type { Limiter } from './limiter.ts';
import type { Ports } from './ports.ts';
import type { Promises } from './promises.ts';
import type { RunRecord } from './record.ts';
import type { Step } from './step.ts';

/** One step of a pipeline: reads the record, gives back the section it adds. */
export interface Stage {
  readonly name: string;
  run(record: RunRecord, context: StageContext): Promise<Partial<RunRecord>>;
}

export interface StageContext {
  readonly step: Step;
  readonly ports: Ports;
  readonly provider: ImageProvider;
  readonly emit: Emit;
  readonly signal: AbortSignal;
  /** Names this process in the ledger's claims. */
  readonly owner: string;
  readonly caps: Omit<SpendingCaps, 'dayStartsAt'>;
  readonly promises: Promises;
  /** Attempts at a call whose failure may pass. */
  readonly attempts: number;
  /** How long a job may take from its submission to its end, its time in the queue included. */
  readonly callDeadlineMs: number;
  /** Of this provider's jobs in this run. */
  readonly limiter: Limiter;
  /** Pictures this asset's stages have in hand, by sha256, so that none is decoded twice. */
  readonly rasters: Map<string, Raster>;
}

/** The section a stage needs of those before it; its absence is a fault in the pipeline's list. */
export function need<T>(section: T | undefined, name: string): T {
  if (section === undefined) throw new TypeError(`The pipeline has no stage before this one that adds "${name}".`);
  return section;
}
