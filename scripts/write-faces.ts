import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FontGlyph, readWoff } from './woff.ts';

/**
 * Writes the painter's faces from the free fonts that they come from: `node scripts/write-faces.ts FOLDER`, where FOLDER
 * holds the packages `@fontsource/titan-one`, `medievalsharp`, `russo-one` and `press-start-2p`. Notices: FONTS.md.
 */
const FACES = [
  ['round', 'titan-one', 'Copyright (c) 2011 Rodrigo Fuenzalida'],
  ['medieval', 'medievalsharp', "Copyright (c) 2011, Wojciech 'wmk69' Kalinowski"],
  ['square', 'russo-one', 'Copyright (c) 2011-2012, Jovanny Lemonad'],
  ['pixel', 'press-start-2p', 'Copyright 2012 The Press Start 2P Project Authors'],
] as const;

const LETTERS = 'ÀÁÂÃÄÅĀĂĄÇĆĈĊČĎĐÈÉÊËĒĖĘĚĜĞĠĢĤÌÍÎÏĪĮİĴĶĹĻĽŁÑŃŅŇÒÓÔÕÖŌŐØŔŘŚŜŞȘŠŢȚŤÙÚÛÜŪŬŮŰŲŴÝŶŸŹŻŽÞÆŒẞ';
const SIGNS = [
  ...Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)),
  ...'¡¿€£¥°·',
  ...LETTERS,
  ...LETTERS.toLowerCase(),
].filter((sign, index, all) => sign.length === 1 && all.indexOf(sign) === index);

/** Units that a capital H is high in our files. */
const CAPITAL = 300;

const folder = process.argv[2] ?? 'node_modules/@fontsource';
for (const [face, name, notice] of FACES) {
  const find = ['latin', 'latin-ext'].map((set) =>
    readWoff(readFileSync(join(folder, name, 'files', `${name}-${set}-400-normal.woff`))),
  );
  const glyphOf = (sign: string): FontGlyph | undefined => find.map((read) => read(sign)).find((glyph) => glyph);
  const tall = Math.max(
    ...(glyphOf('H')
      ?.contours.flat()
      .map(({ y }) => y) ?? [1]),
  );
  const scale = CAPITAL / tall;
  const shapes: string[] = [];
  const lines = SIGNS.flatMap((sign) => {
    const glyph = glyphOf(sign);
    if (!glyph) return [];
    const contours = glyph.contours.map((contour) => {
      const [start = '', ...steps] = writeContour(contour, scale);
      const shape = steps.join(' ');
      if (!shapes.includes(shape)) shapes.push(shape);
      return `${start},${shapes.indexOf(shape)}`;
    });
    return [[sign, Math.round(glyph.advance * scale), ...contours].join(' ')];
  });
  const text = `import type { Face } from './face.ts';

/** ${notice}; SIL Open Font License 1.1, see FONTS.md. Written by \`scripts/write-faces.ts\`. */
export const ${face.toUpperCase()}: Face = {
  glyphs: String.raw\`${pack(lines.map((line) => line.replace('`', 'BACKTICK')))}\`,
  shapes: \`${pack(shapes)}\`,
};
`;
  writeFileSync(new URL(`../src/providers/painter/art/lettering/faces/${face}.ts`, import.meta.url), text);
  process.stdout.write(`${face}: ${lines.length} glyphs, ${text.length} characters\n`);
}

/** Many short entries as few long lines, two spaces between them. */
function pack(entries: readonly string[]): string {
  const rows: string[] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    if (last === undefined || last.length + entry.length > 1500) rows.push(entry);
    else rows[rows.length - 1] = `${last}  ${entry}`;
  }
  return rows.join('\n');
}

/** Steps from point to point, y downwards from the top of a capital; `~` before a point that only bends the line. */
function writeContour(contour: FontGlyph['contours'][number], scale: number): readonly string[] {
  let [x, y] = [0, 0];
  const first = contour.findIndex(({ onCurve }) => onCurve);
  const [head, tail] = [contour[0], contour.at(-1)];
  // Where all points bend the line, it goes through the middle of any two.
  const through =
    first === -1 && head && tail ? [{ x: (head.x + tail.x) / 2, y: (head.y + tail.y) / 2, onCurve: true }] : [];
  const start = Math.max(0, first);
  return [...through, ...contour.slice(start), ...contour.slice(0, start)].map((point) => {
    const [nextX, nextY] = [Math.round(point.x * scale), Math.round(CAPITAL - point.y * scale)];
    const step = `${point.onCurve ? '' : '~'}${nextX - x},${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
}
