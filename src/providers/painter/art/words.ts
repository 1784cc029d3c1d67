/** The words of a text: lower case, without accents or punctuation, in order. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const IRREGULAR: Readonly<Record<string, string>> = {
  knives: 'knife',
  wolves: 'wolf',
  mice: 'mouse',
  leaves: 'leaf',
  geese: 'goose',
  cacti: 'cactus',
  fungi: 'fungus',
  witches: 'witch',
  bushes: 'bush',
};

/** The forms under which a word may stand in a table: itself, then its likely singulars. */
export function formsOf(word: string): readonly string[] {
  const forms = [word];
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) forms.push(irregular);
  if (word.length > 4 && word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.length > 4 && word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  return forms;
}

/** The first table entry that any form of the word has. */
export function lookUp<T>(table: ReadonlyMap<string, T>, word: string): T | undefined {
  for (const form of formsOf(word)) {
    const found = table.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}
