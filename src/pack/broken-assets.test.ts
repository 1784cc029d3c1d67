import { describe, expect, it } from 'vitest';
import { formatProblems } from './format-problems.ts';
import { parsePack } from './parse-pack.ts';

/** All that is said about a broken pack, a line a problem. */
function report(text: string): readonly string[] {
  const parsed = parsePack(text, { file: 'pack.yaml', format: 'yaml' });
  return parsed.ok ? [] : formatProblems(parsed.problems).split('\n');
}

type Row = readonly [text: string, report: readonly string[]];

describe('pictures', () => {
  it.each<Row>([
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, shape: polygon}',
      ['pack.yaml:3:71  assets[0].shape  "shape: polygon" needs "points" beside it'],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, shape: circel}',
      [
        'pack.yaml:3:71  assets[0].shape  shape must be "box", "circle", "ellipse", "capsule", "triangle", "diamond", "polygon", "path" or "image", not "circel"; did you mean "circle"?',
      ],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, points: [[0, 0], [1, 0], [1, 1]]}',
      ['pack.yaml:3:64  assets[0].points  points needs "shape: polygon" beside it'],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, shape: polygon, points: [[0, 0], [0.5, 0.5], [1, 1]]}',
      ['pack.yaml:3:88  assets[0].points  points all lie on one line: a polygon needs an area'],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, shape: polygon, points: [[0, 0], [1, 1]]}',
      ['pack.yaml:3:88  assets[0].points  points must be a list of 3 to 256 [x, y] pairs, not a list of 2'],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, shape: polygon, points: [[0, 0], [2, 0], [1]]}',
      [
        'pack.yaml:3:98  assets[0].points[1][0]  an item of points must be a number from 0 to 1, not 2',
        'pack.yaml:3:105  assets[0].points[2]  an item of points must be a point [x, y], not a list of 1',
      ],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, shape: path, path: M 0 0 X}',
      [
        'pack.yaml:3:83  assets[0].path  Path data: expected a command letter (M L H V C S Q T A Z) at character 7, but found "X".',
      ],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, shape: image, image: ../secret.png}',
      ['pack.yaml:3:85  assets[0].image  image "../secret.png" must not leave the pack\'s folder'],
    ],
    [
      '{id: a, type: entity, description: d, width: 8, height: 8, strength: 2}',
      ['pack.yaml:3:74  assets[0].strength  strength must be a number from 0 to 1, not 2'],
    ],
    [
      '{id: a, type: entity, description: d, width: 1, height: 3}',
      [
        'pack.yaml:3:50  assets[0].width  width must be a whole number from 4 to 8192, not 1',
        'pack.yaml:3:61  assets[0].height  height must be a whole number from 4 to 8192, not 3',
      ],
    ],
    [
      '{id: a, type: title_hero, title: d, width: 4, height: 3}',
      ['pack.yaml:3:59  assets[0].height  height must be a whole number from 4 to 8192, not 3'],
    ],
    [
      '{id: a, type: background, description: d, width: 8, height: 9000}',
      [
        'pack.yaml:3:54  assets[0].width  width must be a whole number from 16 to 8192, not 8',
        'pack.yaml:3:65  assets[0].height  height must be a whole number from 16 to 8192, not 9000',
      ],
    ],
    [
      '{id: a, type: background, description: d, width: 8192, height: 8192}',
      ['pack.yaml:3:54  assets[0].width  8192 × 8192 is more than 64 million pixels: make it smaller'],
    ],
    [
      '{id: a, type: title_hero, width: 64, height: 64}',
      ['pack.yaml:3:5  assets[0].title  "title" is missing: it must be text of 1 to 80 characters'],
    ],
    [
      '{id: a, type: parallax, description: d, width: 64, height: 64}',
      [
        'pack.yaml:3:5  assets[0].layers  "layers" is missing: name 1 to 8 layers, the farthest first, or give a layerCount',
      ],
    ],
    [
      '{id: a, type: parallax, description: d, width: 64, height: 64, layers: [a, b], layerCount: 2}',
      ['pack.yaml:3:84  assets[0].layerCount  give layers or layerCount, not both'],
    ],
    [
      '{id: a, type: parallax, description: d, width: 64, height: 64, layers: [a, a]}',
      ['pack.yaml:3:80  assets[0].layers[1]  "a" is named twice'],
    ],
    [
      '{id: a, type: parallax, description: d, width: 64, height: 64, layers: [{name: a, depth: 1}, {name: b, depth: 0.5}]}',
      [
        'pack.yaml:3:115  assets[0].layers[1].depth  a layer of depth 0.5 cannot follow one of 1: the first is the farthest',
      ],
    ],
  ])('%j', (asset, lines) => {
    expect(report(`pack: p\nassets:\n  - ${asset}\n`)).toEqual(lines);
  });
});

describe('sheets', () => {
  it.each<Row>([
    [
      '{id: a, type: sheet, description: d, kind: vriation, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:48  assets[0].kind  unknown kind "vriation": it must be "sprite", "tile", "variation" or "ui_component"; did you mean "variation"?',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile}',
      [
        'pack.yaml:3:5  assets[0].layout  "layout" is missing: it must be a mapping with `type: grid`, `strip` or `manual`',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, layout: {type: gird}}',
      [
        'pack.yaml:3:69  assets[0].layout.type  unknown type "gird": it must be "grid", "strip" or "manual"; did you mean "grid"?',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, layout: {type: grid, cols: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:62  assets[0].layout.columns  "columns" is missing: it must be a whole number from 1 to 4096',
        'pack.yaml:3:75  assets[0].layout.cols  unknown key "cols"; known here: type, columns, rows, cellWidth, cellHeight, spacing, margin',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, layout: {type: grid, columns: 100, rows: 100, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:62  assets[0].layout  the layout has 10000 cells; at most 4096 can be made'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, layout: {type: strip, direction: vertical, frameCount: 100, cellWidth: 8, cellHeight: 82}}',
      ['pack.yaml:3:62  assets[0].layout  the sheet would be 8 × 8200 pixels; no side can be longer than 8192'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, tileWidth: 16, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ["pack.yaml:3:65  assets[0].tileWidth  tileWidth is 16, but the layout's cellWidth is 8: a tile fills its cell"],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, tileOverrides: {4: x, tile_1: y}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:70  assets[0].tileOverrides["4"]  "4" is no tile: its key is the index of a tile, from 0 to 3',
        'pack.yaml:3:76  assets[0].tileOverrides.tile_1  "tile_1" is no tile: its key is the index of a tile, from 0 to 3',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, entryOverrides: {tile_4: x}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:71  assets[0].entryOverrides.tile_4  the sheet has no entry "tile_4"'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: variation, variants: [{key: a}, {key: b}, {key: c}, {key: d}, {key: e}], layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:59  assets[0].variants  5 variants do not fit into 4 cells: enlarge the layout'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: variation, variants: [{key: a}, {key: a}], layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:86  assets[0].variants[1].key  "a" is named twice'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: variation, variants: [{key: a/b}], layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:76  assets[0].variants[0].key  key "a/b" must not hold quotes or slashes'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: variation, variants: [{key: ruby}], entryOverrides: {rubby: x}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:101  assets[0].entryOverrides.rubby  the sheet has no entry "rubby"; did you mean "ruby"?'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: sprite, animations: {}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:68  assets[0].animations  animations must name at least one animation'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: sprite, animations: {walk: {frames: 3}, run: {frames: 2}}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:102  assets[0].animations.run.frames  the animation "run" needs the cells 3 to 4, but the layout has only 4 cells, counted from 0',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: sprite, animations: {walk: {frames: [0, 4]}}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:84  assets[0].animations.walk.frames  the animation "walk" names cell 4, but the layout has only 4 cells, counted from 0',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: sprite, animations: {walk: {frames: 0, fps: 0}}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:84  assets[0].animations.walk.frames  frames must be a whole number from 1 to 4096, not 0',
        'pack.yaml:3:92  assets[0].animations.walk.fps  fps 0 must be greater than 0',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: sprite, animations: {"1": {frames: 1}}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:69  assets[0].animations["1"]  the name "1" must not be a number'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: ui_component, componentType: buton, states: [normal, hovr], layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:77  assets[0].componentType  componentType must be "button", "checkbox", "radio", "slider", "panel", "progress_bar", "scroll_bar_h", "scroll_bar_v", "tab_bar", "list_item", "dropdown" or "toggle_switch", not "buton"; did you mean "button"?',
        'pack.yaml:3:101  assets[0].states[1]  an item of states must be "normal", "hover", "pressed", "disabled", "focus", "selected" or "unselected", not "hovr"; did you mean "hover"?',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: ui_component, componentType: button, states: [normal, normal], layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      ['pack.yaml:3:102  assets[0].states[1]  "normal" is named twice'],
    ],
    [
      '{id: a, type: sheet, description: d, kind: ui_component, componentType: button, states: [normal], ninePatchMargins: {left: 4, right: 4}, layout: {type: grid, columns: 2, rows: 2, cellWidth: 8, cellHeight: 8}}',
      [
        'pack.yaml:3:121  assets[0].ninePatchMargins  left and right take 8 of the 8 pixels of a cell: nothing is left to stretch',
      ],
    ],
    [
      '{id: a, type: sheet, description: d, kind: tile, layout: {type: manual, width: 8, height: 8, regions: [{key: a, x: 4, y: 0, width: 8, height: 8}, {key: a, x: 0, y: 0, width: 1, height: 1}]}}',
      [
        'pack.yaml:3:108  assets[0].layout.regions[0]  the region "a" reaches to 12, 8: outside the sheet of 8 × 8',
        'pack.yaml:3:157  assets[0].layout.regions[1].key  "a" is named twice',
      ],
    ],
  ])('%j', (asset, lines) => {
    expect(report(`pack: p\nassets:\n  - ${asset}\n`)).toEqual(lines);
  });
});
