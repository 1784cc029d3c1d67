import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorsPage } from '../scripts/errors-page.ts';
import { metricsPages } from '../scripts/metrics-pages.ts';
import { painterPage } from '../scripts/painter-page/page.ts';
import { createProgram } from '../src/cli/main.ts';
import { parsePack } from '../src/pack/parse-pack.ts';
import { FAULTS } from '../src/rehearsal/runpod/faults.ts';
import { SCENARIO_FAULTS } from '../src/rehearsal/scenario/faults.ts';
import { anchors, chapters, fencedBlocks, relativeLinks } from './markdown.ts';
import { ROOT } from './source-files.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path.replaceAll('\\', '/')}`);
const documents = ['README.md', 'ARCHITECTURE.md', 'CONVENTIONS.md', 'CHANGELOG.md', ...pages];

test('every page of the docs is looked at', () => {
  expect(pages).toEqual(expect.arrayContaining(['docs/pack.md', 'docs/command-line.md', 'docs/providers.md']));
});

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('links only to what is there', () => {
    expect(relativeLinks(text).filter((target) => !leadsSomewhere(document, target))).toEqual([]);
  });

  test('names no place that readers do not have', () => {
    expect(text).not.toMatch(/\/work\/|\/tmp\/|\bshared\/|\bregistry\.\w+\.|npmjs/i);
  });

  const yaml = fencedBlocks(text).filter(({ language }) => language === 'yaml');
  if (yaml.length === 0) return;
  test('shows only packs and assets that are right', () => {
    const wrong = yaml.flatMap(({ text: block, line }) => {
      const parsed = parsePack(wholePack(block), { file: `block at ${line}`, format: 'yaml' });
      return parsed.ok ? [] : parsed.problems;
    });
    expect(wrong).toEqual([]);
  });
});

describe('docs/pack.md', () => {
  const code =
    read('docs/pack.md')
      .match(/`[^`\n]+`|^```[\s\S]*?^```/gm)
      ?.join(' ') ?? '';
  const unnamed = (words: Iterable<string>): readonly string[] =>
    [...new Set(words)].filter((word) => !new RegExp(`(?<![\\w$-])${word.replace('$', '\\$')}(?![\\w-])`).test(code));

  test('names every field and every choice of the schema', () => {
    const words = namesIn(JSON.parse(read('schema/pack.schema.json')));
    expect(words.length).toBeGreaterThan(100);
    expect(unnamed(words)).toEqual([]);
  });

  test.each([
    ['src/report/manifest.ts', /readonly (\w+)\??:/g],
    ['src/sheet/metadata.ts', /readonly (\w+)\??:/g],
    ['src/pipeline/events.ts', /readonly (\w+)\??:/g],
    ['src/pipeline/events.ts', /'(\w+-\w+|progress|warning)'/g],
  ])('names all that %s defines (%s)', (file, pattern) => {
    const names = [...read(file).matchAll(pattern)].map(({ 1: name = '' }) => name);
    expect(names.length).toBeGreaterThan(9);
    expect(unnamed(names)).toEqual([]);
  });
});

describe('docs/command-line.md', () => {
  const page = read('docs/command-line.md');
  const program = createProgram();
  const commands = program.commands.flatMap((command) =>
    command.commands.length === 0
      ? [[command.name(), command] as const]
      : command.commands.map((part) => [`${command.name()} ${part.name()}`, part] as const),
  );
  const chapterOf = (name: string): string =>
    [...chapters(page)].find(([heading]) => new RegExp(`^\`limner ${name}\\b`).test(heading))?.[1] ?? '';

  test.each(commands)('has all options of %s, and no others', (name, command) => {
    const named = [...chapterOf(name).matchAll(/^- (.*?):/gm)].flatMap(
      ({ 1: item = '' }) => item.match(/--[\w-]+/g) ?? [],
    );
    expect(chapterOf(name)).not.toBe('');
    expect(new Set(named)).toEqual(new Set(command.options.map(({ long }) => long)));
  });

  test('names every command that help names', () => {
    const help = program.helpInformation();
    const names = [...help.matchAll(/^ {2}([a-z]+)(?:\|([a-z]+))?(?: \[| <)/gm)].flatMap(([, name, alias]) => [
      name,
      alias,
    ]);
    expect(names.filter((name) => name !== undefined && name !== 'help' && !page.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(program.commands.length);
  });

  test('names every variable that the environment is asked for, and no other', () => {
    const source = read('src/cli/environment.ts');
    const asked = new Set([...source.matchAll(/'([A-Z][A-Z0-9_]{5,})'/g)].map(({ 1: name = '' }) => name));
    const colours = ['NO_COLOR', 'FORCE_COLOR'];
    const named = new Set([...page.matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)`/g)].map(({ 1: name = '' }) => name));
    const variables = [...named].filter((name) => !/^LIMNER_(?!STATE$)/.test(name) && !colours.includes(name));
    expect(variables.toSorted()).toEqual([...asked].toSorted());
  });
});

describe.each([
  ['RunPod', FAULTS, 0],
  ['Scenario', SCENARIO_FAULTS, 1],
] as const)('docs/rehearsal.md tells what goes wrong on %s:', (_service, faults, part) => {
  const rows = (read('docs/rehearsal.md').split('\n## Scenario\n')[part] ?? '').split('\n');

  test.each(Object.entries(faults))('%s', (name, { words }) => {
    const row = rows.find((line) => line.startsWith(`| \`${name}\``)) ?? '';
    expect(row.toLowerCase()).toContain(words.toLowerCase().replace(/\.$/, ''));
  });
});

test('docs/errors.md is up to date (node scripts/write-errors.ts)', () => {
  expect(read('docs/errors.md')).toBe(errorsPage());
});

test('docs/metrics is up to date (node scripts/write-metrics.ts)', () => {
  const found = readdirSync(join(ROOT, 'docs/metrics')).map((name) => [name, read(`docs/metrics/${name}`)] as const);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(metricsPages()));
});

describe('docs/painter.md (node scripts/write-painter-sheet.ts)', () => {
  test('tells the words that the painter knows', () => {
    expect(read('docs/painter.md')).toBe(painterPage());
  });

  test('shows pictures that load quickly, and no others lie about', () => {
    const pictures = readdirSync(join(ROOT, 'docs/painter'));
    expect(pictures.map((name) => `painter/${name}`)).toEqual(
      expect.arrayContaining(relativeLinks(read('docs/painter.md')).filter((target) => target.endsWith('.png'))),
    );
    for (const name of pictures) {
      expect(read('docs/painter.md')).toContain(`(painter/${name})`);
      expect(statSync(join(ROOT, 'docs/painter', name)).size, name).toBeLessThan(400_000);
    }
  });
});

function leadsSomewhere(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  return existsSync(join(ROOT, file)) && (anchor === undefined || anchors(read(file)).includes(anchor));
}

/** A block is a whole pack, a list of assets, or fields of a pack without its name and assets. */
function wholePack(block: string): string {
  if (/^pack:/m.test(block)) return block;
  const asset = '- { id: some, type: entity, description: thing, width: 8, height: 8 }\n';
  return block.startsWith('- ') ? `pack: example\nassets:\n${block}` : `pack: example\n${block}\nassets:\n${asset}`;
}

/** The keys of all mappings in a JSON Schema, and the values that can be chosen from. */
function namesIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]): readonly string[] => {
    if (key === 'properties') return [...Object.keys(Object(value)), ...Object.values(Object(value)).flatMap(namesIn)];
    if (key === 'const' || key === 'enum') return [value].flat().filter((name) => typeof name === 'string');
    return namesIn(value);
  });
}
