import { invert } from './invert.ts';

/** Two things were set against each other; without a winner it was a tie. */
export interface Duel {
  readonly sides: readonly [string, string];
  readonly winner?: string;
}

/** The chance to be preferred to the first contestant, 0..1, and where it lies with 95 % confidence. The first has 0.5 thrice. */
export interface Strength {
  readonly name: string;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Strengths after Bradley and Terry: who has strength p is preferred to who has q with the chance p / (p + q). A tie counts as
 * half a win for each. Fitted by the MM algorithm of Hunter, "MM algorithms for generalized Bradley-Terry models" (The Annals of
 * Statistics 32, 2004); the intervals are Wald's on the scale of log p, by the observed Fisher information.
 *
 * Every contestant is given one tie more, shared out evenly among its opponents. Without it, who won or lost everything would have
 * no finite strength, and who never met anybody none at all. With two contestants this adds half a win to each side, which is
 * Jeffreys' prior for a share; ten duels outweigh it, and with no duel at all the interval spans nearly everything.
 */
export function fitBradleyTerry(names: readonly string[], duels: readonly Duel[]): readonly Strength[] {
  const games = countGames(names, duels);
  const strengths = fitStrengths(games);
  const errors = errorsAgainstFirst(games, strengths);
  return names.map((name, index) => {
    const logit = Math.log(at(strengths, index) / at(strengths, 0));
    const reach = Z_95 * at(errors, index);
    return { name, score: chance(logit), low: chance(logit - reach), high: chance(logit + reach) };
  });
}

const Z_95 = 1.959964;

const at = (values: readonly number[] | undefined, index: number): number => values?.[index] ?? 0;
const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How often each won against each, by row and column. */
type Games = readonly (readonly number[])[];

function countGames(names: readonly string[], duels: readonly Duel[]): Games {
  const prior = 1 / (2 * Math.max(1, names.length - 1));
  const wins = names.map((_, row) => names.map((_name, column) => (row === column ? 0 : prior)));
  const places = new Map(names.map((name, index) => [name, index]));
  for (const { sides, winner } of duels) {
    const [one, other] = sides.map((side) => places.get(side));
    if (one === undefined || other === undefined || one === other) continue;
    const share = winner === undefined ? 0.5 : Number(winner === sides[0]);
    add(wins, one, other, share);
    add(wins, other, one, 1 - share);
  }
  return wins;
}

function add(wins: readonly number[][], row: number, column: number, share: number): void {
  const line = wins[row];
  if (line) line[column] = at(line, column) + share;
}

/** So near must every contestant's wins come to those that its strength leads to expect. */
const TOLERANCE = 1e-9;
/** Ends it where numbers are too coarse for that. */
const MOST_ROUNDS = 200_000;

function fitStrengths(games: Games): readonly number[] {
  const wins = games.map(sum);
  let strengths: readonly number[] = games.map(() => 1);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const weights = strengths.map((strength, row) =>
      sum(strengths.map((other, column) => met(games, row, column) / (strength + other))),
    );
    const isThere = strengths.every(
      (strength, row) => Math.abs(at(wins, row) - strength * at(weights, row)) < TOLERANCE,
    );
    if (isThere) break;
    strengths = centred(wins.map((won, row) => won / at(weights, row)));
  }
  return strengths;
}

const met = (games: Games, row: number, column: number): number => at(games[row], column) + at(games[column], row);

/** Only ratios count: the geometric mean is kept at 1. */
function centred(strengths: readonly number[]): readonly number[] {
  const mean = Math.exp(sum(strengths.map(Math.log)) / strengths.length);
  return strengths.map((strength) => strength / mean);
}

/** Standard errors of log(p / p of the first): the first stands still, and the others' information is inverted. */
function errorsAgainstFirst(games: Games, strengths: readonly number[]): readonly number[] {
  const information = (row: number, column: number): number => {
    const both = at(strengths, row) + at(strengths, column);
    return (met(games, row, column) * at(strengths, row) * at(strengths, column)) / (both * both);
  };
  const others = games.map((_, index) => index).slice(1);
  const matrix = others.map((row) =>
    others.map((column) =>
      row === column
        ? sum(games.map((_, each) => (each === row ? 0 : information(row, each))))
        : -information(row, column),
    ),
  );
  return [0, ...invert(matrix).map((line, index) => Math.sqrt(Math.max(0, at(line, index))))];
}
