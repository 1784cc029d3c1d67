import { describe, expect, it } from 'vitest';
import type { Pack } from './pack.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';

function parse(text: string, format: 'yaml' | 'json' = 'yaml'): ParsedPack {
  return parsePack(text, { file: `pack.${format}`, format });
}

function parseGood(text: string): Pack {
  const parsed = parse(text);
  expect(parsed).toMatchObject({ ok: true });
  if (!parsed.ok) throw new Error('unreachable');
  return parsed.pack;
}

function firstAsset(fields: string) {
  return parseGood(`pack: p\nassets:\n  - { id: a, ${fields} }\n`).assets[0];
}

const GRID = 'layout: { type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 16 }';

describe('defaults', () => {
  it('of a pack leave only its name and assets to write', () => {
    const asset = {
      id: 'a',
      type: 'title_hero',
      title: 'A',
      description: '',
      width: 8,
      height: 8,
      keepBackground: false,
    };
    expect(parseGood('pack: p\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]')).toEqual({
      pack: 'p',
      theme: '',
      style: 'cartoon',
      seed: 0,
      providers: {},
      fallback: [],
      budget: {},
      store: { type: 'fs' },
      workflow: {},
      assets: [asset],
    });
  });

  it('of an entity are a strength and no shape', () => {
    const entity = { id: 'a', type: 'entity', description: 'd', width: 8, height: 8, strength: 0.95 };
    expect(firstAsset('type: entity, prompt: d, width: 8, height: 8')).toEqual(entity);
  });

  it('of a background and a sheet fill in tiling, spacing and tile size', () => {
    expect(firstAsset('type: background, description: d, width: 16, height: 16')).toMatchObject({ tile: 'none' });
    expect(firstAsset(`type: sheet, kind: tile, description: d, ${GRID}`)).toMatchObject({
      tileWidth: 8,
      tileHeight: 16,
      layout: { spacing: 0, margin: 0 },
      promptConfig: {},
      entryOverrides: {},
      tileOverrides: {},
    });
    expect(
      firstAsset(`type: sheet, kind: sprite, description: d, ${GRID}, animations: { go: { frames: 2 } }`),
    ).toMatchObject({
      animations: { go: { frames: 2, fps: 8, loop: true } },
    });
  });

  it('of parallax layers spread depth and speed from back to front', () => {
    const common = 'type: parallax, description: d, width: 16, height: 16';
    expect(firstAsset(`${common}, layerCount: 3`)).toMatchObject({
      loop: 'x',
      layers: [
        { name: 'layer 0', depth: 0, speed: 0.1 },
        { name: 'layer 1', depth: 0.5, speed: 0.55 },
        { name: 'layer 2', depth: 1, speed: 1 },
      ],
    });
    expect(firstAsset(`${common}, layers: [sky, { name: hill, depth: 0.5, speed: 2 }]`)).toMatchObject({
      layers: [
        { name: 'sky', depth: 0, speed: 0.1 },
        { name: 'hill', depth: 0.5, speed: 2 },
      ],
    });
  });
});

describe('what the user writes', () => {
  it.each([
    ['shape: circle', { kind: 'circle' }],
    [
      'shape: polygon, points: [[0, 0], [1, 0], [0.5, 1]]',
      {
        kind: 'polygon',
        points: [
          [0, 0],
          [1, 0],
          [0.5, 1],
        ],
      },
    ],
    ['shape: path, path: "M0 0H9V9Z"', { kind: 'path', path: 'M0 0H9V9Z' }],
    ['shape: image, image: art/outline.png', { kind: 'image', image: 'art/outline.png' }],
  ])('becomes one shape: %s', (written, shape) => {
    expect(firstAsset(`type: entity, description: d, width: 8, height: 8, ${written}`)).toMatchObject({ shape });
  });

  it('may run over several lines of text', () => {
    const text =
      'pack: p\nassets:\n  - id: a\n    type: title_hero\n    title: |\n      Two\n      Words\n    width: 8\n    height: 8\n';
    expect(parseGood(text).assets[0]).toMatchObject({ title: 'Two Words' });
  });

  it('may describe a sheet by its base prompt', () => {
    const sheet = firstAsset(`type: sheet, kind: tile, promptConfig: { basePrompt: stones }, ${GRID}`);
    expect(sheet).toMatchObject({ description: 'stones' });
  });

  it('may be JSON, and may start with a byte order mark', () => {
    const json =
      '{"$schema": "x", "pack": "p", "assets": [{"id": "a", "type": "title_hero", "title": "A", "width": 8, "height": 8}]}';
    expect(parse(`\uFEFF${json}`, 'json')).toMatchObject({ ok: true, pack: { pack: 'p' } });
    expect(parse(json, 'json')).not.toHaveProperty('pack.$schema');
  });

  it('may place states by the names of regions', () => {
    const regions = '[{ key: normal, x: 0, y: 0, width: 8, height: 8 }]';
    const layout = `layout: { type: manual, width: 8, height: 8, regions: ${regions} }`;
    const sheet = `type: sheet, kind: ui_component, description: d, componentType: panel, states: [normal], ${layout}`;
    expect(firstAsset(sheet)).toMatchObject({ states: ['normal'], layout: { type: 'manual' } });
  });
});

function imageEntity(id: string, image: string): string {
  return `  - { id: ${id}, type: entity, description: d, width: 8, height: 8, shape: image, image: ${image} }\n`;
}

describe('images', () => {
  it('are listed once, and a problem with one points at the line that names it first', () => {
    const parsed = parse(
      `pack: p\nassets:\n${imageEntity('a', 'x.png')}${imageEntity('b', 'y.png')}${imageEntity('c', 'x.png')}`,
    );
    if (!parsed.ok) throw new Error('not a good pack');
    expect(parsed.images).toEqual(['x.png', 'y.png']);
    expect(parsed.imageProblem('y.png', 'is not there')).toEqual({
      file: 'pack.yaml',
      line: 4,
      column: 86,
      path: 'assets[1].image',
      message: 'is not there',
    });
  });
});

describe('problems', () => {
  it('come all at once, sorted by place, from fields, sums and ids alike', () => {
    const text = `pack: p
assets:
  - { id: a, type: background, description: d, widht: 64, height: 64 }
  - { id: b, type: sheet, kind: variation, description: d, ${GRID}, variants: [{ key: x }, { key: x }] }
  - { id: A, type: title_hero, title: A, width: 0, height: 8 }
`;
    const parsed = parse(text);
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      'assets[0].width',
      'assets[0].widht',
      'assets[1].variants[1].key',
      'assets[2].id',
      'assets[2].width',
    ]);
  });

  it('carry their suggestion for machines', () => {
    const parsed = parse('pack: p\nthem: x\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]');
    expect(parsed).toMatchObject({ problems: [{ line: 2, column: 1, path: 'them', suggestion: 'theme' }] });
  });

  it('end with a count when there are very many', () => {
    const parsed = parse(`pack: p\nassets:\n${'  - 1\n'.repeat(200)}`);
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(51);
    expect(parsed.ok ? undefined : parsed.problems.at(-1)).toMatchObject({ message: 'and 150 more problems' });
  });

  it('do not hide wrong sums behind a misspelt key', () => {
    const parsed = parse(
      `pack: p\nassets: [{ id: a, type: sheet, kind: tile, description: d, tileWidth: 9, lop: x, ${GRID} }]`,
    );
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['assets[0].tileWidth', 'assets[0].lop']);
  });
});
