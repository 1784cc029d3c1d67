/** The most words whose line breaks are all tried; longer titles are broken by length alone. */
const TRIED = 12;

/** Every sensible way to break a text into one to three lines, in order, without losing a word. */
export function lineBreaks(text: string): readonly (readonly string[])[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return [[]];
  if (words.length > TRIED) return [evenly(words, 1), evenly(words, 2), evenly(words, 3)];
  const ways: string[][] = [[words.join(' ')]];
  for (let first = 1; first < words.length; first++) {
    ways.push([words.slice(0, first).join(' '), words.slice(first).join(' ')]);
    for (let second = first + 1; second < words.length; second++)
      ways.push([words.slice(0, first).join(' '), words.slice(first, second).join(' '), words.slice(second).join(' ')]);
  }
  return ways;
}

function evenly(words: readonly string[], lines: number): readonly string[] {
  const total = words.join(' ').length;
  const broken: string[] = [];
  let done = 0;
  for (const word of words) {
    const line = Math.min(lines - 1, Math.floor((done * lines) / total));
    broken[line] = broken[line] === undefined ? word : `${broken[line]} ${word}`;
    done += word.length + 1;
  }
  return broken.filter((line) => line !== undefined);
}
