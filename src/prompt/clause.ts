/**
 * A user's words as one tidy clause: single spaces, no empty parts between commas, no stray stops at its ends.
 * Words without a letter, digit or symbol become the empty string. At most `limit` characters, cut between words.
 */
export function tidyClause(text: string, limit = Number.POSITIVE_INFINITY): string {
  const parts = singleSpaced(text)
    .split(',')
    .map((part) => part.replace(/^[\s;:]+|[\s.;:]+$/g, ''))
    .filter((part) => /[\p{L}\p{N}\p{S}]/u.test(part));
  return shorten(parts.join(', '), limit);
}

/** Tidies every clause, drops the empty ones and those said before, and joins the rest with commas. */
export function joinClauses(clauses: readonly string[]): string {
  return distinct(clauses.map((clause) => tidyClause(clause))).join(', ');
}

/** Quoted words, kept as they are but for spaces, doubled commas and inner quotation marks. */
export function quote(text: string, limit: number): string {
  const inner = singleSpaced(text)
    .replaceAll('"', "'")
    .replace(/[\s,]*,/g, ',');
  return `"${cutAt(inner, limit).trim()}"`;
}

/** Splits a comma-separated list of words into tidy, distinct ones. */
export function splitWords(text: string): readonly string[] {
  return distinct(tidyClause(text).split(', '));
}

export function distinct(clauses: readonly string[]): readonly string[] {
  const byMeaning = new Map<string, string>();
  for (const clause of clauses) {
    const meaning = clause.toLowerCase();
    if (clause !== '' && !byMeaning.has(meaning)) byMeaning.set(meaning, clause);
  }
  return [...byMeaning.values()];
}

function singleSpaced(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = cutAt(text, limit);
  const lastBreak = cut.search(/[\s,][^\s,]*$/);
  return (lastBreak > limit / 2 ? cut.slice(0, lastBreak) : cut).replace(/[\s,.;:]+$/, '');
}

/** Never leaves half of a character that takes two code units. */
function cutAt(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
