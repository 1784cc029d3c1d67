import { PAINTER_VERSION } from '../../src/providers/painter/probe.ts';
import type { Section } from './section.ts';
import { SECTIONS } from './sections.ts';

const HEAD = `# The painter

Written from the painter's own tables by \`node scripts/write-painter-sheet.ts\` (${PAINTER_VERSION}); do not edit it by hand.

The painter is the built-in provider: no key, no network, no GPU, no cost. It draws by rules from the words of an asset, its shape, the
pack's style and theme, and the seed. It is not a model: it knows the words below and nothing else, has one view of each thing, and reads
no sentence the way a person does. What it gives is recognisable, consistent and of the exact size, good enough to build a level with, or
to keep.

The same pack gives the same bytes: in Node and in Workers, on every machine. Other seeds give other leaves and craters, not other subjects.

A shape that a pack gives for an asset is filled exactly; creatures take it as their body, and so do things whose own outline is alike.`;

/** `docs/painter.md`: what the painter draws and which words it knows. */
export function painterPage(): string {
  return `${[HEAD, ...SECTIONS.map(chapter)].join('\n\n')}\n`;
}

function chapter({ title, text, pictures }: Section): string {
  const images = pictures.map(({ name, alt }) => `![${alt}](painter/${name}.png)`);
  return [`## ${title}`, text, ...images].join('\n\n');
}
