import type { Comparison, Criterion, Group } from '../../compare/comparison.ts';
import { percent } from '../../compare/figures.ts';
import { TITLES } from '../../compare/verdict.ts';
import type { Applied } from '../compare/apply-to-pack.ts';
import { counted, dollars, duration } from './figures.ts';
import { command, shortPath } from './hint.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

/** What came out of a comparison: the sums, the verdict, the routes, and where to look. */
export function reportComparison(
  comparison: Comparison,
  where: { readonly out: string; readonly applied?: Applied },
): void {
  const { providers, groups, verdict } = comparison;
  print();
  for (const line of sumLines(groups)) print(line);
  print();
  for (const line of verdictLines(comparison)) print(line);
  for (const { type, because } of verdict.routes)
    print(wrap(`${type} → ${because}`, columns(), '').replaceAll('\n', '\n  '));
  const rehearsed = providers.flatMap(({ name, isRehearsed }) => (isRehearsed ? [name] : []));
  print();
  if (rehearsed.length > 0)
    print(
      wrap(
        `Not the real thing: ${rehearsed.join(', ')} ${rehearsed.length === 1 ? 'was' : 'were'} rehearsed or painted here, and took no money.`,
        columns(),
      ),
    );
  print(
    wrap(
      `Look at ${paintText('bold', `${shortPath(where.out)}/compare.html`)}; the numbers are in ${shortPath(where.out)}/compare.json.`,
      columns(),
    ),
  );
  print(wrap(`Judge the pictures blind: ${command(['serve', 'compare', shortPath(where.out)])}`, columns()));
  print(
    where.applied
      ? appliedLine(where.applied)
      : wrap(`Take the routes into the pack: ${command(['compare', shortPath(where.out), '--apply'])}`, columns()),
  );
}

const SUMS = [
  { title: 'provider' },
  { title: 'type' },
  { title: 'made' },
  { title: 'pass', drop: 3 },
  { title: 'warm p95', drop: 0 },
  { title: 'cold max', drop: 4 },
  { title: 'kept costs' },
  { title: 'saves', drop: 1 },
  { title: 'calls', drop: 5 },
  { title: 'liked', drop: 2 },
] as const;

function sumLines(groups: readonly Group[]): readonly string[] {
  const rows = groups.map(({ provider, type, works, speed, cost, quality, ...group }) => {
    const [warm, cold] = [speed.warm, speed.cold].map(({ phases }) => phases.totalMs);
    const passed = quality.passed + quality.warned;
    return [
      provider,
      type,
      `${works.made}/${works.samples}`,
      works.made === 0 ? '' : `${passed}/${works.made}`,
      warm ? duration(warm.p95) : '–',
      cold ? duration(cold.max) : '',
      cost.perKeptUsd === undefined ? '–' : dollars(cost.perKeptUsd),
      cost.saving === undefined ? '' : percent(cost.saving),
      `${works.calls}`,
      group.judged ? percent(group.judged.score) : '',
    ];
  });
  return table({
    columns: SUMS,
    rows,
    paint: (cell, title) => (title === 'type' && cell.trim() === 'all' ? paintText('bold', cell) : cell),
  });
}

const MARKS = { pass: '✓', fail: '✗', 'not-enough-evidence': '?' } as const;
const COLOURS = { '✓': 'green', '✗': 'red', '?': 'yellow' } as const;
const QUESTIONS = ['works', 'speed', 'cost', 'gates', 'judged'] as const;
const SHORT = { works: 'made', speed: 'fast', cost: 'cheap', gates: 'gates', judged: 'liked' } as const;

/** For each provider that may take over: a mark for each question and type, and what lies behind each that is no ✓. */
function verdictLines({ providers, verdict }: Comparison): readonly string[] {
  const [first] = providers;
  return [...Map.groupBy(verdict.criteria, ({ provider }) => provider)].flatMap(([provider, criteria]) => [
    paintText('bold', `${provider} instead of ${first?.name ?? ''}`),
    ...markLines(criteria),
    ...[...Map.groupBy(criteria, ({ name, outcome, because }) => `${outcome}${name}${because}`).values()].flatMap(
      reasonLine,
    ),
    '',
  ]);
}

function markLines(criteria: readonly Criterion[]): readonly string[] {
  const rows = [...Map.groupBy(criteria, ({ type }) => type)].map(([type, own]) => [
    type,
    ...QUESTIONS.map((name) => MARKS[own.find((one) => one.name === name)?.outcome ?? 'not-enough-evidence']),
  ]);
  return table({
    columns: [{ title: 'type' }, ...QUESTIONS.map((name) => ({ title: SHORT[name] }))],
    rows,
    paint: (cell) => (cell.trim() in COLOURS ? paintText(COLOURS[cell.trim() as keyof typeof COLOURS], cell) : cell),
  });
}

function reasonLine(alike: readonly Criterion[]): readonly string[] {
  const [first] = alike;
  if (!first || first.outcome === 'pass') return [];
  const types =
    alike.some(({ type }) => type === 'all') && alike.length > 1
      ? 'all types'
      : alike.map(({ type }) => type).join(', ');
  const text = `${MARKS[first.outcome]} ${types}, ${TITLES[first.name]} ${first.because}`;
  return [wrap(text, columns(), '').replaceAll('\n', '\n  ')];
}

function appliedLine({ packFile, routes, hasChanged }: Applied): string {
  const count = counted(Object.keys(routes).length, 'asset type');
  return hasChanged
    ? `${paintText('green', 'Written')}: the routes of ${count} are in ${shortPath(packFile)} now.`
    : `${shortPath(packFile)} had these routes already.`;
}
