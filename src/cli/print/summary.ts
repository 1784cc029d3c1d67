import type { RunSummary } from '../../pipeline/events.ts';
import { fallbackSentence } from '../../report/fallback-counts.ts';
import { counted, dollars } from './figures.ts';
import { withProgramName } from './hint.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

/** How a run ended, where the files are, and what to do next. */
export function reportSummary(
  summary: RunSummary,
  where: { readonly report: string; readonly manifest: string; readonly resume: string },
): void {
  const parts = [`${summary.made} made`, `${summary.cached} cached`];
  if (summary.refused > 0) parts.push(paintText('yellow', `${summary.refused} refused`));
  if (summary.failed > 0) parts.push(paintText('red', `${summary.failed} failed`));
  print();
  print(`${heading(summary)} ${parts.join(', ')} (${counted(summary.calls, 'call')}, ${dollars(summary.cost.usd)}).`);
  for (const line of (summary.fallbacks ?? []).map(fallbackSentence)) print(wrap(line, columns(), '  '));
  const { openCalls, reRolled = 0 } = summary;
  if (reRolled > 0) print(`  ${counted(reRolled, 'asset')} painted again because a gate failed.`);
  if (openCalls) {
    const open = `${counted(openCalls.calls, 'call')} of these ${openCalls.calls === 1 ? 'has' : 'have'} not ended: up to ${dollars(openCalls.usd)} of the sum is held back, not spent for certain. See \`limner calls\`.`;
    print(wrap(withProgramName(open), columns(), '  '));
  }
  if (summary.status === 'interrupted') {
    print(`To finish: ${paintText('bold', where.resume)}`);
    return;
  }
  print(`Look at ${paintText('bold', where.report)}; the files are listed in ${where.manifest}.`);
  const { overBudget = 0 } = summary;
  if (overBudget > 0) {
    const rest = `${counted(overBudget, 'asset')} did not fit into the budget. With more money (--budget), the same command makes only the rest.`;
    print(wrap(rest, columns(), ''));
  }
  if (summary.failed > 0) print('Run the same command again: only what is missing is made.');
}

function heading({ status, run }: RunSummary): string {
  if (status === 'done') return paintText('green', `Done: ${run}.`);
  if (status === 'interrupted') return paintText('yellow', `Stopped: ${run}.`);
  return paintText('red', `Not all done: ${run}.`);
}
