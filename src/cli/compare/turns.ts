import { join } from 'node:path';
import { LimnerError } from '../../errors.ts';
import type { PlanOptions } from '../../generate.ts';
import { nearest } from '../../pack/nearest.ts';
import { type Pack, PROVIDER_NAMES } from '../../pack/pack.ts';

/** One run of one provider. */
export interface Turn {
  readonly provider: string;
  /** From 1. */
  readonly number: number;
  readonly seed: number;
  /** Relative to the comparison's folder, with forward slashes. */
  readonly folder: string;
  /** Absolute. */
  readonly out: string;
}

const SEEDS = 2 ** 31;

/** All providers with the first seed, then all with the second: so what was broken off in the middle can still be compared. */
export function listTurns(what: {
  readonly providers: readonly string[];
  readonly runs: number;
  readonly seed: number;
  readonly out: string;
}): readonly Turn[] {
  const numbers = Array.from({ length: what.runs }, (_, index) => index + 1);
  return numbers.flatMap((number) =>
    what.providers.map((provider) => {
      const folder = `${provider}/run-${number}`;
      return { provider, number, seed: (what.seed + number - 1) % SEEDS, folder, out: join(what.out, folder) };
    }),
  );
}

/** The turn's provider makes everything that it can, and nobody else makes the rest. */
export function turnOptions(turn: Pick<Turn, 'provider' | 'seed'>, options: PlanOptions): PlanOptions {
  return { ...options, seed: turn.seed, route: { flags: { default: turn.provider }, standIns: {} } };
}

/** A pack whose assets are made by one provider or not at all. */
export function withoutFallback(pack: Pack): Pack {
  return { ...pack, fallback: [] };
}

/**
 * Names separated by commas; the first is the one that the others are to replace.
 * @throws LIMNER_USAGE for fewer than two, one twice, or one that there is not
 */
export function readProviders(text: string | undefined): readonly string[] {
  const names = (text ?? '').split(',').flatMap((name) => name.trim() || []);
  for (const name of names) {
    if ((PROVIDER_NAMES as readonly string[]).includes(name)) continue;
    const guess = nearest(name, PROVIDER_NAMES);
    throw new LimnerError('LIMNER_USAGE', `There is no provider "${name}".`, {
      next: guess === undefined ? `Choose from: ${PROVIDER_NAMES.join(', ')}.` : `Did you mean "${guess}"?`,
    });
  }
  if (new Set(names).size < names.length)
    throw new LimnerError('LIMNER_USAGE', 'A provider cannot be compared with itself.', { next: NEXT });
  if (names.length < 2)
    throw new LimnerError('LIMNER_USAGE', 'A comparison takes two providers or more.', { next: NEXT });
  return names;
}

const NEXT = 'Name them, the present one first: `limner compare PACK --providers scenario,comfyui-custom`.';
