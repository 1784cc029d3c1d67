import type { PlanReport, PlanReportAsset } from '../../plan/describe-plan.ts';
import { counted, dollars } from './figures.ts';
import { withProgramName } from './hint.ts';
import { moneyLines } from './plan-money.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

const MARKS = { make: '+', 're-roll': '~', cached: '=', refuse: '!' } as const;
const COLOURS = { '+': 'green', '~': 'yellow', '=': 'gray', '!': 'red' } as const;

/** The plan for people, in the manner of terraform: what each asset is, who makes it, and the sums. */
export function reportPlan(report: PlanReport, options: { readonly prompts: boolean }): void {
  const rows = report.assets.map((asset) => planRow(asset, report));
  table({ columns: PLAN_COLUMNS, rows, hideTitles: true, paint: mark }).forEach((line, index) => {
    print(line);
    const asset = report.assets[index];
    const { prompt, reason = '', next } = asset ?? {};
    const isNew = asset !== undefined && firstWith(reason, report) === asset;
    if (isNew && !line.includes(reason)) print(wrap(reason, columns(), '     '));
    if (isNew && next !== undefined) print(wrap(withProgramName(next), columns(), '     '));
    if (options.prompts && prompt) print(paintText('gray', wrap(prompt, columns(), '     ')));
  });
  print();
  const refused = report.refused > 0 ? `, ${paintText('red', `${report.refused} cannot be made`)}` : '';
  const again = report.toReRoll > 0 ? `, ${report.toReRoll} to paint again since a gate failed` : '';
  print(`${paintText('bold', `${report.toMake} to make`)}${again}, ${report.cached} cached${refused}.`);
  for (const line of [...report.warnings, ...fallbackLines(report), ...retryLines(report)])
    print(wrap(line, columns(), ''));
  for (const line of licenceLines(report)) print(wrap(line, columns(), ''));
  for (const line of report.toMake + report.toReRoll > 0 ? moneyLines(report) : []) print(wrap(line, columns(), ''));
}

function fallbackLines({ fallback }: PlanReport): readonly string[] {
  return fallback.length > 0 ? [`What its provider fails to make goes to ${fallback.join(', then ')}.`] : [];
}

function retryLines({ retries }: PlanReport): readonly string[] {
  return retries > 0 ? [`Up to ${counted(retries, 'picture')} more if gates fail.`] : [];
}

/** Each model once, with the licence of its weights: who hosts them must keep it. */
function licenceLines({ assets }: PlanReport): readonly string[] {
  const made = assets.filter(({ action, profile, licence }) => action !== 'cached' && profile && licence);
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
  { title: 'cost', drop: 3 },
  { title: 'words', least: 12 },
] as const;

/** What is wrong with many assets alike is told once. */
function planRow(asset: PlanReportAsset, report: PlanReport): readonly string[] {
  const { action, id, type, provider, prompt, reason, usd } = asset;
  const kind = asset.kind ? `${type}/${asset.kind}` : type;
  const first = reason === undefined ? asset : firstWith(reason, report);
  const words = first === undefined || first === asset ? (reason ?? prompt) : `as ${first.id}`;
  return [MARKS[action], id, kind, provider, usd ? dollars(usd) : '', words];
}

function firstWith(reason: string, { assets }: PlanReport): PlanReportAsset | undefined {
  return assets.find((asset) => asset.reason === reason);
}

function mark(cell: string, title: string): string {
  return title === 'mark' ? paintText(COLOURS[cell as keyof typeof COLOURS], cell) : cell;
}
