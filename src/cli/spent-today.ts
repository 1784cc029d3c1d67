import { startOfDay } from '../pipeline/claim-call.ts';
import type { State } from './compose.ts';

/** US dollars of all runs in this ledger since midnight UTC, with what is held back for calls that have not ended. */
export async function spentToday({ ledger }: Pick<State, 'ledger'>): Promise<number> {
  const rows = await ledger.calls.spending({ since: startOfDay(Date.now()) });
  return rows.reduce((sum, { usd }) => sum + usd, 0);
}
