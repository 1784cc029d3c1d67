import { describe, expect, it } from 'vitest';
import { formatProblems } from './format-problems.ts';
import { parsePack } from './parse-pack.ts';

/** All that is said about a broken pack, a line a problem. */
function report(text: string): readonly string[] {
  const parsed = parsePack(text, { file: 'pack.yaml', format: 'yaml' });
  return parsed.ok ? [] : formatProblems(parsed.problems).split('\n');
}

type Row = readonly [text: string, report: readonly string[]];

describe('whole files', () => {
  it.each<Row>([
    ['', ['pack.yaml  the file is empty; a pack starts with "pack:" and its name']],
    ['# only a comment\n', ['pack.yaml:1:1  the file holds nothing; a pack starts with "pack:" and its name']],
    [
      'just words',
      [
        'pack.yaml:1:1  a pack is a mapping of keys to values, and this is none; a pack starts with "pack:" and its name',
      ],
    ],
    [
      '- a\n- b\n',
      [
        'pack.yaml:1:1  a pack is a mapping of keys to values, and this is none; a pack starts with "pack:" and its name',
      ],
    ],
    ['pack: \0binary', ['pack.yaml  the file is binary, not text: a pack is YAML or JSON']],
    ['pack: p\nassets:\n	- id: a\n', ['pack.yaml:3:1  a tab is used for indentation; YAML takes only spaces there']],
    [
      'pack: p\n---\npack: q\n',
      [
        'pack.yaml:2:1  a second YAML document starts here; a pack is one document, so remove this "---" and what follows',
      ],
    ],
    ['pack: "p\n', ['pack.yaml:1:7  not valid YAML: the quotes that open here never close']],
    [
      'pack: [p\n',
      [
        'pack.yaml:2:1  not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
    [
      'pack: p\npack: q\n',
      [
        'pack.yaml:1:1  assets  "assets" is missing: it must be a list of 1 to 20000 assets',
        'pack.yaml:2:1  pack  the key "pack" is given twice',
      ],
    ],
    [
      'pack: *name\n',
      [
        'pack.yaml:1:1  assets  "assets" is missing: it must be a list of 1 to 20000 assets',
        'pack.yaml:1:7  pack  the alias *name names no anchor &name above it',
        'pack.yaml:1:7  pack  pack is empty: it must be a name of 1 to 64 letters, digits, "_" or "-"',
      ],
    ],
    ['a: !!js/function x\n', ['pack.yaml:1:4  not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function']],
    [
      '{}',
      [
        'pack.yaml:1:1  pack  "pack" is missing: it must be a name of 1 to 64 letters, digits, "_" or "-"',
        'pack.yaml:1:1  assets  "assets" is missing: it must be a list of 1 to 20000 assets',
      ],
    ],
  ])('%j', (text, lines) => {
    expect(report(text)).toEqual(lines);
  });
});

describe('the head', () => {
  it.each<Row>([
    [
      'pack: my pack\nassets: []\n',
      [
        'pack.yaml:1:7  pack  pack "my pack" must be made of the letters a to z, digits, "_" and "-" alone',
        'pack.yaml:2:9  assets  assets must be a list of 1 to 20000 assets, not an empty list',
      ],
    ],
    [
      'pack: con\nthemes: x\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      [
        'pack.yaml:1:7  pack  pack "con" must not be a name that Windows keeps for devices',
        'pack.yaml:2:1  themes  unknown key "themes"; did you mean "theme"?',
      ],
    ],
    [
      'pack: p\ntheme: 5\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      ['pack.yaml:2:8  theme  theme must be text of 1 to 2000 characters, not 5 (write it in quotes)'],
    ],
    [
      'pack: p\nstyle: pixle\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      [
        'pack.yaml:2:8  style  style must be "pixel", "cartoon", "3d", "flat" or "painterly", not "pixle"; did you mean "pixel"?',
      ],
    ],
    [
      'pack: p\nstyle: {aesthetic: ink, pallete: blue}\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      ['pack.yaml:2:25  style.pallete  unknown key "pallete"; did you mean "palette"?'],
    ],
    [
      'pack: p\nseed: -1\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      ['pack.yaml:2:7  seed  seed must be a whole number from 0 to 2147483647, not -1'],
    ],
    [
      'pack: p\nproviders: {entity: commfyui-custom}\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      [
        'pack.yaml:2:21  providers.entity  entity must be "painter", "comfyui-premade", "comfyui-custom", "comfyui-direct" or "scenario", not "commfyui-custom"; did you mean "comfyui-custom"?',
      ],
    ],
    [
      'pack: p\nproviders: {sprite: painter}\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      [
        'pack.yaml:2:13  providers.sprite  unknown key "sprite"; known here: default, entity, background, title_hero, parallax, sheet',
      ],
    ],
    [
      'pack: p\nfallback: painter\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      ['pack.yaml:2:11  fallback  fallback must be a list of 0 to 5 providers, not "painter"'],
    ],
    [
      'pack: p\nbudget: {run: -5}\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      ['pack.yaml:2:15  budget.run  run must be an amount in US dollars, 0 or more, not -5'],
    ],
    [
      'pack: p\nstore: {type: s3}\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      ['pack.yaml:2:8  store.bucket  "bucket" is missing: it must be the name of a bucket'],
    ],
    [
      'pack: p\nstore: {type: r2}\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      ['pack.yaml:2:15  store.type  unknown type "r2": it must be "fs" or "s3"'],
    ],
    [
      'pack: p\nstore: {type: s3, bucket: b/c, prefix: ../x, publicUrl: "http://example.com"}\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n',
      [
        'pack.yaml:2:27  store.bucket  bucket "b/c" must be 3 to 63 lower-case letters, digits, "." or "-"',
        'pack.yaml:2:40  store.prefix  prefix "../x" must not start with "/" and not have empty, "." or ".." parts',
        'pack.yaml:2:57  store.publicUrl  publicUrl "http://example.com" must start with https://',
      ],
    ],
    ['pack: p\nassets: {a: 1}\n', ['pack.yaml:2:9  assets  assets must be a list of 1 to 20000 assets, not a mapping']],
  ])('%j', (text, lines) => {
    expect(report(text)).toEqual(lines);
  });
});

describe('any asset', () => {
  it.each<Row>([
    [
      '{id: ../etc, type: entity}',
      [
        'pack.yaml:3:5  assets[0].width  "width" is missing: it must be a whole number from 4 to 8192',
        'pack.yaml:3:5  assets[0].height  "height" is missing: it must be a whole number from 4 to 8192',
        'pack.yaml:3:5  assets[0].description  "description" is missing: say what the picture shows',
        'pack.yaml:3:10  assets[0].id  id "../etc" must be a name and no path: its files are called after it, all in the output folder',
      ],
    ],
    [
      '{id: a.png, type: background}',
      [
        'pack.yaml:3:5  assets[0].width  "width" is missing: it must be a whole number from 16 to 8192',
        'pack.yaml:3:5  assets[0].height  "height" is missing: it must be a whole number from 16 to 8192',
        'pack.yaml:3:5  assets[0].description  "description" is missing: say what the picture shows',
        'pack.yaml:3:10  assets[0].id  id "a.png" must be made of the letters a to z, digits, "_" and "-" alone',
      ],
    ],
    [
      '{id: a, type: sprite}',
      [
        'pack.yaml:3:19  assets[0].type  unknown asset type "sprite": it must be "entity", "background", "title_hero", "parallax" or "sheet"; did you mean "sheet"?',
      ],
    ],
    [
      '{id: a, typ: entity}',
      [
        'pack.yaml:3:5  assets[0].type  "type" is missing: it must be "entity", "background", "title_hero", "parallax" or "sheet"; is "typ" meant to be "type"?',
      ],
    ],
    [
      '{id: a}',
      [
        'pack.yaml:3:5  assets[0].type  "type" is missing: it must be "entity", "background", "title_hero", "parallax" or "sheet"',
      ],
    ],
    ['slime', ['pack.yaml:3:5  assets[0]  an item of assets must be a mapping, not "slime"']],
    [
      '{id: NUL, type: entity, description: d, width: 8, height: 8}',
      ['pack.yaml:3:10  assets[0].id  id "NUL" must not be a name that Windows keeps for devices'],
    ],
    [
      '{id: manifest, type: entity, description: d, width: 8, height: 8}',
      [
        'pack.yaml:3:10  assets[0].id  id "manifest" must not be "manifest" or "report": limner writes files of these names',
      ],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, prompt: d}',
      ['pack.yaml:3:64  assets[0].prompt  prompt is another name for description: give one of them'],
    ],
    [
      '{id: a, type: entity, width: 8, height: 8}',
      ['pack.yaml:3:5  assets[0].description  "description" is missing: say what the picture shows'],
    ],
    [
      '{id: a, type: entity, description: "a\\x01b", width: 8, height: 8}',
      ['pack.yaml:3:40  assets[0].description  description "a\\u0001b" must not hold control characters'],
    ],
    [
      '{id: a, type: entity, description: d, widht: 8, height: 64px}',
      [
        'pack.yaml:3:5  assets[0].width  "width" is missing: it must be a whole number from 4 to 8192',
        'pack.yaml:3:43  assets[0].widht  unknown key "widht"; did you mean "width"?',
        'pack.yaml:3:61  assets[0].height  height must be a whole number from 4 to 8192, not "64px"',
      ],
    ],
    [
      '{id: a, type: entity, description: d, width: 8.5, height:}',
      [
        'pack.yaml:3:50  assets[0].width  width must be a whole number from 4 to 8192, not 8.5',
        'pack.yaml:3:62  assets[0].height  height is empty: it must be a whole number from 4 to 8192',
      ],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8}\n  - {id: A, type: entity, description: d, width: 8, height: 8}',
      [
        'pack.yaml:4:10  assets[1].id  the ids "A" and "a" of assets[0] differ only in the case of letters: some systems take their files for the same',
      ],
    ],
    [
      '{id: f, type: parallax, description: d, width: 64, height: 64, layerCount: 2}\n  - {id: f-layer-1, type: entity, description: d, width: 8, height: 8}',
      ['pack.yaml:4:10  assets[1].id  "f-layer-1" would write the file f-layer-1.png, as assets[0] "f" does'],
    ],
  ])('%j', (asset, lines) => {
    expect(report(`pack: p\nassets:\n  - ${asset}\n`)).toEqual(lines);
  });
});
