import { LimnerError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import type { Thresholds } from './comparison.ts';

/** What a provider has to hold to take another's place, unless told otherwise: the criteria of a migration. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  made: 1,
  seconds: 30,
  saving: 0.9,
  gateLoss: 0.05,
  preferred: 0.45,
  samples: 2,
  votes: 10,
};

/** What each is, for help and for messages. */
export const THRESHOLD_WORDS: Readonly<Record<keyof Thresholds, string>> = {
  made: 'share of assets that must be made, 0 to 1',
  seconds: 'what 95 % of warm assets must stay under',
  saving: 'share that a kept asset must be cheaper, 0 to 1',
  gateLoss: 'how much lower the share that passes its gates may be, 0 to 1',
  preferred: 'the chance to be preferred in blind votes that is good enough, 0 to 1',
  samples: 'fewer samples of a type are not enough evidence',
  votes: 'fewer votes on a type are not enough evidence',
};

const SHARES: readonly (keyof Thresholds)[] = ['made', 'saving', 'gateLoss', 'preferred'];

/**
 * `name=value` texts over the given thresholds.
 * @throws LIMNER_USAGE for a name or a value that is none
 */
export function readThresholds(texts: readonly string[], base: Thresholds = DEFAULT_THRESHOLDS): Thresholds {
  return texts.reduce((thresholds, text) => ({ ...thresholds, ...readOne(text) }), base);
}

function readOne(text: string): Partial<Thresholds> {
  const at = text.indexOf('=');
  const written = at < 0 ? text : text.slice(0, at);
  const names = Object.keys(DEFAULT_THRESHOLDS) as (keyof Thresholds)[];
  const name = names.find((one) => one === written);
  const value = at < 0 ? '' : text.slice(at + 1).trim();
  if (!name) {
    const guess = nearest(written, names);
    const next = guess === undefined ? `Choose from: ${names.join(', ')}.` : `Did you mean "${guess}"?`;
    throw new LimnerError('LIMNER_USAGE', `--threshold ${text}: there is no threshold "${written}".`, { next });
  }
  const number = Number(value);
  const most = SHARES.includes(name) ? 1 : Infinity;
  if (value !== '' && number >= 0 && number <= most) return { [name]: number };
  throw new LimnerError('LIMNER_USAGE', `--threshold ${text}: "${value}" is not a number that ${name} can have.`, {
    next: `Write ${name}=<number>: ${THRESHOLD_WORDS[name]}.`,
  });
}
