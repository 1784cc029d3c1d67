import type { PlanReport } from '../../plan/describe-plan.ts';
import { counted, dollars, duration } from './figures.ts';
import { paintText } from './terminal.ts';

/** What a plan costs, by what that was reckoned, and what the budget says to it. */
export function moneyLines(report: PlanReport): readonly string[] {
  const { calls, seconds, usd, mostUsd, standby } = report;
  const work = `${counted(calls, 'call')}, about ${duration(seconds * 1000)} of work`;
  if (mostUsd === 0) return [`${work}, $0.`];
  const total = mostUsd > usd ? `expected ${dollars(usd)}, at most ${dollars(mostUsd)}` : dollars(usd);
  const machines = counted(standby.machines, 'machine');
  return [
    `${work}, ${total}.`,
    ...(standby.usd > 0
      ? [`${dollars(standby.usd)} of it for ${machines} to start, and to wait before stopping.`]
      : []),
    ...basisLines(report),
    ...report.assumes,
    ...budgetLines(report),
  ];
}

const BASIS = {
  live: "the provider's own prices",
  history: 'how long such jobs took before',
  assumption: 'assumptions (see docs/money.md)',
} as const;

function basisLines({ basis }: PlanReport): readonly string[] {
  const found = Object.entries(BASIS).flatMap(([name, words]) => {
    const count = basis[name as keyof typeof BASIS];
    return count === undefined ? [] : [{ count, words }];
  });
  const [only, another] = found;
  if (!only) return [];
  if (!another) return [`Reckoned by ${only.words}.`];
  return [`Reckoned by ${found.map(({ count, words }) => `${words} for ${count}`).join(', by ')}.`];
}

function budgetLines({ budget, toMake, toReRoll }: PlanReport): readonly string[] {
  if (!budget) return [];
  const wanted = toMake + toReRoll;
  const { runUsd, dayUsd, spentTodayUsd, affords } = budget;
  const caps = [
    ...(runUsd === undefined ? [] : [cents(runUsd)]),
    ...(dayUsd === undefined ? [] : [`${cents(dayUsd)} a day (${dollars(spentTodayUsd)} spent today)`]),
  ].join(' and ');
  if (affords >= wanted) return [`Within the budget of ${caps}.`];
  const makes = affords === 0 ? 'makes none of it' : `makes about ${affords} of ${wanted}`;
  return [paintText('yellow', `The budget of ${caps} ${makes}.`)];
}

/** An amount that somebody chose. */
function cents(usd: number): string {
  return Number.isInteger(Math.round(usd * 1e6) / 1e4) ? `$${usd.toFixed(2)}` : dollars(usd);
}
