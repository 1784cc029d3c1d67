import { plan } from '../../generate.ts';
import { describePlan } from '../../plan/describe-plan.ts';
import { spentToday } from '../spent-today.ts';
import { reportPlan } from '../print/plan.ts';
import { printJson } from '../print/terminal.ts';
import { openSession } from '../session.ts';
import type { RunFlags } from '../settings.ts';

export async function planCommand(packPath: string, flags: RunFlags & { readonly prompts?: boolean }): Promise<void> {
  const { loaded, options, state } = await openSession(packPath, flags, 'look');
  try {
    const report = describePlan(await plan(loaded.pack, options), await spentToday(state));
    if (flags.json) printJson(report);
    else reportPlan(report, { prompts: flags.prompts === true });
  } finally {
    await state.ledger.close();
  }
}
