import { formatMs } from '../../report/format.ts';
import { html, type Markup } from '../../report/markup.ts';
import type { Criterion } from '../comparison.ts';
import { percent } from '../figures.ts';
import { sign, type SignName } from './sign.ts';

type Outcome = Criterion['outcome'];
type CriterionName = Criterion['name'];

const SIGNS: Readonly<Record<Outcome, SignName>> = { pass: 'pass', fail: 'fail', 'not-enough-evidence': 'unknown' };
const WORDS: Readonly<Record<Outcome, string>> = {
  pass: 'pass',
  fail: 'fail',
  'not-enough-evidence': 'not enough evidence',
};

/** A symbol and words, so that nothing is said by colour alone. */
export function outcomeBadge(outcome: Outcome): Markup {
  return html`<span class="outcome ${outcome}">${sign(SIGNS[outcome])} ${WORDS[outcome]}</span>`;
}

interface CriterionText {
  readonly title: string;
  readonly question: string;
  readonly measured: (value: number) => string;
  readonly threshold: (value: number) => string;
}

/** In the order in which a reader asks. */
export const CRITERIA: Readonly<Record<CriterionName, CriterionText>> = {
  works: {
    title: 'Works',
    question: 'Is it made?',
    measured: (share) => `${percent(share)} made`,
    threshold: (share) => `at least ${percent(share)} made`,
  },
  gates: {
    title: 'Gates',
    question: 'Is it game-ready as often?',
    measured: (loss) => `${percent(Math.abs(loss))} ${loss < 0 ? 'more' : 'fewer'} pass`,
    threshold: (loss) => `at most ${percent(loss)} fewer pass`,
  },
  judged: {
    title: 'Judged',
    question: 'Do people like it as well?',
    measured: (share) => `${percent(share)} prefer it`,
    threshold: (share) => `at least ${percent(share)} prefer it`,
  },
  speed: {
    title: 'Speed',
    question: 'Is it quick enough?',
    measured: (seconds) => `${formatMs(seconds * 1000)} at p95`,
    threshold: (seconds) => `under ${seconds} s at p95, warm`,
  },
  cost: {
    title: 'Cost',
    question: 'Is it cheap enough?',
    measured: (share) => (share < 0 ? `${percent(-share)} dearer` : `${percent(share)} cheaper`),
    threshold: (share) => `at least ${percent(share)} cheaper`,
  },
};

export const CRITERION_NAMES = Object.keys(CRITERIA) as readonly CriterionName[];
