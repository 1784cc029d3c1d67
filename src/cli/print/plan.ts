import type { PlanReport, PlanReportAsset } from '../../plan/describe-plan.ts';
import { counted, dollars, duration } from './figures.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

const MARKS = { make: '+', cached: '=', refuse: '!' } as const;
const COLOURS = { '+': 'green', '=': 'gray', '!': 'red' } as const;

/** The plan for people, in the manner of terraform: what each asset is, who makes it, and the sums. */
export function reportPlan(report: PlanReport, options: { readonly prompts: boolean }): void {
  const rows = report.assets.map(planRow);
  table({ columns: PLAN_COLUMNS, rows, hideTitles: true, paint: mark }).forEach((line, index) => {
    print(line);
    const { prompt, reason = '' } = report.assets[index] ?? {};
    if (!line.includes(reason)) print(wrap(reason, columns(), '     '));
    if (options.prompts && prompt) print(paintText('gray', wrap(prompt, columns(), '     ')));
  });
  print();
  const refused = report.refused > 0 ? `, ${paintText('red', `${report.refused} cannot be made`)}` : '';
  print(`${paintText('bold', `${report.toMake} to make`)}, ${report.cached} cached${refused}.`);
  for (const line of licenceLines(report)) print(wrap(line, columns(), ''));
  if (report.toMake > 0)
    print(
      `${counted(report.calls, 'call')}, about ${duration(report.seconds * 1000)} of work, ${dollars(report.usd)}.`,
    );
}

/** Each model once, with the licence of its weights: who hosts them must keep it. */
function licenceLines({ assets }: PlanReport): readonly string[] {
  const made = assets.filter(({ action, profile, licence }) => action === 'make' && profile && licence);
  return [
    ...new Set(
      made.map(
        ({ profile, licence, provider }) => `${provider} paints with ${profile}; licence of its weights: ${licence}.`,
      ),
    ),
  ];
}

const PLAN_COLUMNS = [
  { title: 'mark' },
  { title: 'id', least: 12 },
  { title: 'kind', drop: 1, least: 10 },
  { title: 'provider', drop: 2 },
  { title: 'words', least: 12 },
] as const;

function planRow(asset: PlanReportAsset): readonly string[] {
  const kind = asset.kind ? `${asset.type}/${asset.kind}` : asset.type;
  return [MARKS[asset.action], asset.id, kind, asset.provider, asset.reason ?? asset.prompt];
}

function mark(cell: string, title: string): string {
  return title === 'mark' ? paintText(COLOURS[cell as keyof typeof COLOURS], cell) : cell;
}
