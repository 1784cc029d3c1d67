import type * as z from 'zod';
import { nearest } from './nearest.ts';
import { SHEET_KINDS } from './pack.ts';
import { fieldOf } from './plain-value.ts';
import type { Fault } from './problem.ts';
import { listWords, quote, showValue } from './show-value.ts';
import type { Path, PathPart } from './source-node.ts';

type Issue = z.core.$ZodIssue;

/** What people call our asset types elsewhere. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SHEET_KINDS.map((kind) => [kind, 'sheet'])),
  tileset: 'sheet',
  spritesheet: 'sheet',
  atlas: 'sheet',
  ui: 'sheet',
  item: 'entity',
  character: 'entity',
  enemy: 'entity',
  icon: 'entity',
  object: 'entity',
  bg: 'background',
  scene: 'background',
  title: 'title_hero',
  logo: 'title_hero',
};

/** Turns zod's issues about a plain value into sentences; `base` is where the value stands in the pack. */
export function issueFaults(issues: readonly Issue[], value: unknown, base: Path = []): readonly Fault[] {
  const said = issues.filter((issue, index) => !repeats(issue, issues[index - 1]));
  return said.flatMap((issue) => faultsOf(issue, value, base));
}

/** A text where a list should be is also too long a list. */
function repeats(issue: Issue, before: Issue | undefined): boolean {
  return issue.message === before?.message && issue.path.join() === before.path.join();
}

function faultsOf(issue: Issue, value: unknown, base: Path): readonly Fault[] {
  const path = [...base, ...issue.path.map(toPart)];
  const wrong = issue.path.reduce(fieldOf, value);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, issue.message));
  if (issue.code === 'invalid_key') {
    const key = showValue(issue.path.at(-1));
    return issue.issues.map(({ message }) => ({ path, point: 'key', message: `the name ${key} ${message}` }));
  }
  if (issue.code === 'invalid_union') {
    if (issue.discriminator !== undefined) {
      return [wrongChoice(issue, { wrong, path, holder: issue.path.slice(0, -1).reduce(fieldOf, value) })];
    }
    return unionFaults(issue, wrong, path);
  }
  return [wrongValue(issue, wrong, path)];
}

function unknownKey(key: string, path: Path, rightKeys: string): Fault {
  const candidates = rightKeys.split(' ');
  const otherwise = `; known here: ${candidates.join(', ')}`;
  return { path: [...path, key], point: 'key', message: `unknown key ${quote(key)}`, word: key, candidates, otherwise };
}

interface Choice {
  readonly wrong: unknown;
  readonly path: Path;
  /** The mapping that chooses. */
  readonly holder: unknown;
}

/** A `type` or `kind` that names none of our own. */
function wrongChoice(issue: z.core.$ZodIssueInvalidUnion, { wrong, path, holder }: Choice): Fault {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  const field = String(path.at(-1));
  const must = `must be ${listWords(options)}`;
  if (typeof wrong !== 'string') {
    const typo = typeof holder === 'object' && holder !== null ? nearest(field, Object.keys(holder)) : undefined;
    const question = typo === undefined || typo === field ? '' : `; is ${quote(typo)} meant to be ${quote(field)}?`;
    return { path, message: sentence(field, must, wrong) + question };
  }
  const what = options.includes('entity') ? 'asset type' : field;
  const word = options.includes('entity') ? otherName(wrong) : wrong;
  const candidates = [...new Set(options)];
  const message = `unknown ${what} ${quote(wrong)}: it ${must}`;
  return { path, message, word, candidates };
}

function otherName(wrong: string): string {
  const word = wrong.toLowerCase();
  return (Object.hasOwn(OTHER_NAMES, word) ? OTHER_NAMES[word] : undefined) ?? wrong;
}

/** Of a choice between forms, speaks about the form whose kind of value was given. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, wrong: unknown, path: Path): readonly Fault[] {
  const meant = issue.errors.find((issues) => !issues.some((inner) => inner.path.length === 0 && isOtherForm(inner)));
  if (meant) return issueFaults(meant, wrong, path);
  const words = issue.errors.flat().find((inner) => inner.code === 'invalid_value');
  return words && typeof wrong === 'string' ? [wrongValue(words, wrong, path)] : [wrongValue(issue, wrong, path)];
}

function isOtherForm(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function wrongValue(issue: Issue, wrong: unknown, path: Path): Fault {
  const field = fieldName(path);
  if (issue.code === 'custom') return { path, message: `${field} ${showValue(wrong)} ${issue.message}` };
  const message = sentence(field, issue.message, wrong) + hint(issue, wrong);
  if (issue.code !== 'invalid_value' || typeof wrong !== 'string') return { path, message };
  return { path, message, word: wrong, candidates: issue.values.map(String) };
}

function sentence(field: string, must: string, wrong: unknown): string {
  if (wrong === undefined) return `"${field}" is missing: it ${must}`;
  if (wrong === null) return `${field} is empty: it ${must}`;
  if (typeof wrong === 'string' && wrong.length > 80) return `${field} ${must}, not ${wrong.length} characters`;
  return `${field} ${must}, not ${showValue(wrong)}`;
}

function hint(issue: Issue, wrong: unknown): string {
  const wantsText = issue.code === 'invalid_type' && issue.expected === 'string';
  if (wantsText && (typeof wrong === 'number' || typeof wrong === 'boolean')) return ' (write it in quotes)';
  return issue.code === 'too_big' && Array.isArray(wrong) ? ` of ${wrong.length}` : '';
}

function fieldName(path: Path): string {
  if (path.length === 0) return 'a pack';
  const name = path.findLast((part) => typeof part === 'string') ?? '';
  return typeof path.at(-1) === 'number' ? `an item of ${name}` : name;
}

function toPart(part: PropertyKey): PathPart {
  return typeof part === 'number' ? part : String(part);
}
