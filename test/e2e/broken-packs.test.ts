import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder, runLimner } from '../run-limner.ts';

const asset = (fields: string): string =>
  `pack: p\nassets:\n  - { id: a, type: entity, description: a bat, width: 64, height: 64 }\n  - ${fields}\n`;
const sheet = (fields: string): string =>
  asset(
    `{ id: s, type: sheet, kind: variation, description: gems, layout: { type: grid, columns: 2, rows: 1, cellWidth: 8, cellHeight: 8 }, ${fields} }`,
  );

/** What is in the file, where the mistake is, and words of the message. */
const BROKEN: readonly (readonly [what: string, text: string | Uint8Array, place: string, words: RegExp])[] = [
  ['an empty file', '', '', /empty/],
  ['spaces alone', '  \n \n', '', /empty/],
  ['a list', '- a\n- b\n', '1:1', /mapping/],
  ['a word', 'hello', '1:1', /mapping/],
  ['a tab as indent', 'pack: p\nassets:\n\t- { id: a }\n', '3:1', /tab/i],
  ['an unclosed bracket', 'pack: p\nassets: [\n', '', /./],
  [
    'two documents',
    `${asset('{ id: b, type: background, description: x, width: 64, height: 64 }')}---\npack: q\n`,
    '5:',
    /document/,
  ],
  ['a key twice', 'pack: p\npack: q\nassets: []\n', '2:1', /twice|unique|duplicate/i],
  ['no assets', 'pack: p\n', '1:1', /assets/],
  ['no pack name', 'assets:\n  - { id: a, type: entity, description: a bat, width: 64, height: 64 }\n', '1:1', /pack/],
  [
    'a misspelt key',
    asset('{ id: b, type: entity, description: x, widht: 64, height: 64 }'),
    '4:44',
    /did you mean "width"/,
  ],
  [
    'a misspelt type',
    asset('{ id: b, type: entitty, description: x, width: 64, height: 64 }'),
    '4:20',
    /did you mean "entity"/,
  ],
  ['a size in words', asset('{ id: b, type: entity, description: x, width: 64px, height: 64 }'), '4:', /whole number/],
  ['a size of nothing', asset('{ id: b, type: entity, description: x, width: 0, height: 64 }'), '4:', /width/],
  ['an absurd size', asset('{ id: b, type: entity, description: x, width: 99999, height: 64 }'), '4:', /8192/],
  ['an id twice', asset('{ id: a, type: entity, description: x, width: 64, height: 64 }'), '4:', /a/],
  ['an id twice but for case', asset('{ id: A, type: entity, description: x, width: 64, height: 64 }'), '4:', /A/],
  ['an id that climbs out', asset('{ id: ../b, type: entity, description: x, width: 64, height: 64 }'), '4:', /id/],
  ['an id Windows reserves', asset('{ id: con, type: entity, description: x, width: 64, height: 64 }'), '4:', /con/],
  ['no description', asset('{ id: b, type: entity, width: 64, height: 64 }'), '4:', /description/],
  [
    'an unknown shape',
    asset('{ id: b, type: entity, description: x, shape: circel, width: 64, height: 64 }'),
    '4:',
    /did you mean "circle"/,
  ],
  [
    'a polygon without points',
    asset('{ id: b, type: entity, description: x, shape: polygon, width: 64, height: 64 }'),
    '4:',
    /points/,
  ],
  [
    'a path that is none',
    asset('{ id: b, type: entity, description: x, shape: path, path: hello, width: 64, height: 64 }'),
    '4:',
    /path/,
  ],
  [
    'an image outside the folder',
    asset('{ id: b, type: entity, description: x, shape: image, image: ../../x.png, width: 64, height: 64 }'),
    '4:',
    /x\.png/,
  ],
  [
    'an image that is missing',
    asset('{ id: b, type: entity, description: x, shape: image, image: x.png, width: 64, height: 64 }'),
    '4:',
    /x\.png/,
  ],
  ['more variants than cells', sheet('variants: [{ key: a }, { key: b }, { key: c }]'), '4:', /3/],
  ['a variant twice', sheet('variants: [{ key: a }, { key: a }]'), '4:', /a/],
  [
    'a frame that is not there',
    asset(
      '{ id: s, type: sheet, kind: sprite, description: x, layout: { type: strip, direction: horizontal, frameCount: 2, cellWidth: 8, cellHeight: 8 }, animations: { walk: { frames: [0, 5] } } }',
    ),
    '4:',
    /5/,
  ],
  [
    'a budget below nothing',
    'pack: p\nbudget: { run: -1 }\nassets:\n  - { id: a, type: entity, description: x, width: 64, height: 64 }\n',
    '2:',
    /budget|run/,
  ],
  [
    'an unknown provider',
    'pack: p\nproviders: { default: paintor }\nassets:\n  - { id: a, type: entity, description: x, width: 64, height: 64 }\n',
    '2:',
    /did you mean "painter"/,
  ],
  ['an alias bomb', aliasBomb(), '', /alias/i],
  ['ten megabytes', `pack: p\n# ${'x'.repeat(10_000_000)}\n`, '', /4 MB/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]), '', /text|binary/],
  ['bytes that are no UTF-8', new Uint8Array([0x70, 0x61, 0x63, 0x6b, 0x3a, 0x20, 0xff, 0xfe, 0x0a]), '', /UTF-8|text/],
  ['brackets without end', '['.repeat(200_000), '', /nest|deep/],
];

test.each(BROKEN)('refuses %s', { concurrent: true }, async (_what, text, place, words) => {
  const home = freshFolder();
  writeFileSync(join(home, 'pack.yaml'), text);
  const { code, stdout, stderr } = await runLimner(['generate', 'pack.yaml'], { cwd: home });
  expect(stderr).toMatch(words);
  if (place) expect(stderr).toContain(`pack.yaml:${place}`);
  expect(stderr).toContain('Next:');
  expect(stderr).not.toMatch(/\n {4}at |node:internal/);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(readdirSync(home)).toEqual(['pack.yaml']);
});

test('tells machines the place of every mistake', async () => {
  const home = freshFolder();
  writeFileSync(join(home, 'pack.yaml'), asset('{ id: b, type: entity, description: x, widht: 64, heigth: 64 }'));
  const { code, stdout } = await runLimner(['validate', 'pack.yaml', '--json'], { cwd: home });
  expect(code).toBe(2);
  const { error, problems } = JSON.parse(stdout) as {
    error: { code: string };
    problems: { line: number; column: number }[];
  };
  expect(error.code).toBe('LIMNER_PACK_INVALID');
  expect(problems.map(({ line }) => line)).toEqual(problems.map(() => 4));
  expect(problems.length).toBeGreaterThanOrEqual(2);
});

test.each([
  ['a file that is not there', (_home: string) => 'nothing.yaml', /nothing\.yaml/],
  ['a folder without a pack', (home: string) => (mkdirSync(join(home, 'empty')), 'empty'), /limner\.yaml/],
  ['a pipe', (home: string) => (execFileSync('mkfifo', [join(home, 'pipe.yaml')]), 'pipe.yaml'), /file/],
  ['a device', (_home: string) => '/dev/zero', /file/],
])('refuses %s', async (_what, prepare, words) => {
  const home = freshFolder();
  const path = prepare(home);
  const before = readdirSync(home);
  const { code, stderr } = await runLimner(['generate', path], { cwd: home });
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n {4}at /);
  expect(code).toBe(2);
  expect(readdirSync(home)).toEqual(before);
});

test.skipIf(process.getuid?.() === 0)('refuses a file it may not read', async () => {
  const home = freshFolder();
  writeFileSync(join(home, 'pack.yaml'), 'pack: p\n');
  chmodSync(join(home, 'pack.yaml'), 0o000);
  expect(await runLimner(['generate', 'pack.yaml'], { cwd: home })).toMatchObject({ code: 2 });
});

function aliasBomb(): string {
  const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
  return `pack: p\nl0: &l0 lol\n${levels.join('\n')}\nassets: *l12\n`;
}
