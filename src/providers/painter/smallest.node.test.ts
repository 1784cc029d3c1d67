import { expect, test } from 'vitest';
import { type RunEvent, createMemoryStore, generate, parsePack } from '../../index.ts';
import { STYLE_NAMES } from '../../pack/pack.ts';
import { createPainter } from './index.ts';
import { NOUNS } from './art/vocabulary/nouns.ts';

const SIZES = ['width: 4, height: 4', 'width: 4, height: 40', 'width: 40, height: 4'];
const KINDS = [
  ...Object.keys(NOUNS).map((noun) => `type: entity, description: a ${noun}`),
  ...['box', 'circle', 'triangle', 'diamond'].map((shape) => `type: entity, description: a slime, shape: ${shape}`),
  'type: title_hero, title: Slime Quest, description: golden letters',
];

test.each(STYLE_NAMES)(
  'the smallest pictures that a pack may ask for pass every gate in the style %s',
  async (style) => {
    const assets = SIZES.flatMap((size, row) => KINDS.map((kind, i) => `{ id: a${row}-${i}, ${kind}, ${size} }`));
    expect(await warningsOf(style, assets)).toEqual([]);
  },
);

test.each(STYLE_NAMES)('layers of small and thin things pass every gate in the style %s', async (style) => {
  const sizes = ['width: 42, height: 94', 'width: 80, height: 30', 'width: 142, height: 30', 'width: 16, height: 16'];
  const assets = sizes.map(
    (size, i) => `{ id: a${i}, type: parallax, description: dusk, ${size}, layers: [sky, a star, a flower, a pine] }`,
  );
  expect(await warningsOf(style, assets)).toEqual([]);
});

async function warningsOf(style: string, assets: readonly string[]): Promise<readonly RunEvent[]> {
  const list = assets.map((asset) => `  - ${asset}\n`).join('');
  const parsed = parsePack(`pack: small\nstyle: ${style}\nassets:\n${list}`, { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const warnings: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'warning') warnings.push(event);
  };
  const store = createMemoryStore();
  expect(await generate(parsed.pack, { providers: [createPainter()], store, onEvent })).toMatchObject({ failed: 0 });
  return warnings;
}
