/** The words of a text: lower case, without accents or punctuation, in order. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const IRREGULAR: Readonly<Record<string, string>> = {
  mice: 'mouse',
  geese: 'goose',
  children: 'child',
  cacti: 'cactus',
  fungi: 'fungus',
};

/** The forms under which a word may stand in a table: itself, then its likely singulars. */
export function formsOf(word: string): readonly string[] {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return [word, irregular];
  const forms = [word];
  if (word.length > 4)
    for (const [ending, ...singulars] of PLURALS)
      if (word.endsWith(ending)) forms.push(...singulars.map((singular) => word.slice(0, -ending.length) + singular));
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  // Last, as fires are no firs.
  if (word.length > 4 && word.endsWith('es')) forms.push(word.slice(0, -2));
  return forms;
}

const PLURALS = [
  ['ves', 'f', 'fe'],
  ['men', 'man'],
  ['ies', 'y'],
] as const;

/** The first table entry that any form of the word has. */
export function lookUp<T>(table: ReadonlyMap<string, T>, word: string): T | undefined {
  for (const form of formsOf(word)) {
    const found = table.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}
