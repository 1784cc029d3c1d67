import type { GateResult } from '../../src/report/manifest.ts';

/** What the gates say of one picture. */
export interface Verdict {
  readonly name: string;
  readonly group: string;
  readonly alarms: readonly GateResult[];
}
