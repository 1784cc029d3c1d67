import { expect, test } from 'vitest';
import { STYLE_NAMES, UI_COMPONENTS, UI_STATES } from '../../../../pack/pack.ts';
import type { Raster } from '../../../../raster/raster.ts';
import type { CellIntent, ImageJob } from '../../../provider.ts';
import { BASE, alphas, canvasOf, paint } from '../paint-samples.ts';

const cut = (picture: Raster, { x, y, width, height }: CellIntent['rect']): string =>
  Array.from({ length: height }, (_, row) =>
    picture.rgba.slice(((y + row) * picture.width + x) * 4, ((y + row) * picture.width + x + width) * 4).join(),
  ).join();

const cells = (count: number, size: number, more: (index: number) => Partial<CellIntent>): readonly CellIntent[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `key_${i}`,
    words: '',
    rect: { x: 2 + i * (size + 2), y: 2, width: size, height: size },
    ...more(i),
  }));
const sheet = (
  kind: 'sprite' | 'tile' | 'variation' | 'ui_component',
  list: readonly CellIntent[],
  size: number,
): ImageJob => ({
  ...BASE,
  type: 'sheet',
  transparent: kind !== 'tile',
  canvas: canvasOf(list.length * (size + 2) + 2, size + 4),
  composition: { kind: 'cells', sheet: kind, cells: list },
});

test.each(['idle', 'walk', 'run', 'jump', 'attack', 'hurt', 'die', 'somersault'])(
  'every frame of %s differs from the next',
  (animation) => {
    for (const name of STYLE_NAMES)
      for (const subject of ['a slime', 'a knight', 'a sword'])
        for (const count of [2, 4, 6]) {
          const list = cells(count, 32, (index) => ({ frame: { animation, index, count, loop: true } }));
          const picture = paint({ ...sheet('sprite', list, 32), subject, style: { name, words: '' } });
          const frames = list.map(({ rect }) => cut(picture, rect));
          for (let i = 0; i + 1 < count; i++)
            expect(frames[i] === frames[i + 1], `${name} ${subject} ${i}/${count}`).toBe(false);
        }
  },
);

test('tiles are opaque and all different', () => {
  const list = cells(25, 16, (index) => ({ tile: { index, count: 25 } }));
  for (const name of STYLE_NAMES) {
    const picture = paint({ ...sheet('tile', list, 16), subject: 'grass', style: { name, words: '' } });
    expect(new Set(list.map(({ rect }) => cut(picture, rect))).size).toBe(25);
    for (const { rect } of list) expect(picture.rgba[(rect.y * picture.width + rect.x) * 4 + 3]).toBe(255);
  }
});

test('variants of an unknown thing that differ in colour alone keep its form', () => {
  const list = cells(2, 32, (i) => ({ words: ['a wibble', 'a red wibble'][i] ?? '' }));
  const picture = paint({ ...sheet('variation', list, 32), subject: 'a wibble' });
  const [one = [], other = []] = list.map(({ rect: { x, y } }) =>
    alphas(picture).filter((_, i) => {
      const [column, row] = [i % picture.width, Math.floor(i / picture.width)];
      return column >= x && column < x + 32 && row >= y && row < y + 32;
    }),
  );
  expect(one).toEqual(other);
});

test('a variant with nothing but a key is what its key says', () => {
  const list = cells(2, 32, (i) => ({ key: ['red_apple', 'sword'][i] ?? '' }));
  const described = list.map((cell) => ({ ...cell, words: cell.key.replace('_', ' ') }));
  const draw = (of: readonly CellIntent[]) => paint({ ...sheet('variation', of, 32), subject: 'loot of all kinds' });
  expect(draw(list)).toEqual(draw(described));
});

test('a variant in an element or a state is still the thing that varies', () => {
  const list = cells(3, 32, (i) => ({ key: ['fire', 'poison', 'normal'][i] ?? '' }));
  const draw = (of: readonly CellIntent[], subject: string) => paint({ ...sheet('variation', of, 32), subject });
  const slimes = draw(list, 'a slime');
  const alone = list.map((cell) => ({ ...cell, key: cell.key === 'normal' ? 'slime' : `${cell.key} slime` }));
  expect(draw(alone, 'a slime')).toEqual(slimes);
});

test('variants differ, also when their words say nothing', () => {
  const list = cells(12, 32, () => ({}));
  const picture = paint({ ...sheet('variation', list, 32), subject: 'gems' });
  expect(new Set(list.map(({ rect }) => cut(picture, rect))).size).toBe(12);
});

test('tiles of one pixel differ, too', () => {
  const list = cells(60, 1, (index) => ({ tile: { index, count: 60 } }));
  const picture = paint({ ...sheet('tile', list, 1), subject: 'grass' });
  expect(new Set(list.map(({ rect }) => cut(picture, rect))).size).toBe(60);
});

test.each(UI_COMPONENTS)('each state of a %s looks its own', (type) => {
  const list = cells(UI_STATES.length, 32, (i) => ({
    component: { type, state: UI_STATES[i] ?? 'normal', ninePatch: { left: 6, right: 6, top: 6, bottom: 6 } },
  }));
  for (const name of STYLE_NAMES) {
    const picture = paint({ ...sheet('ui_component', list, 32), style: { name, words: '' } });
    expect(new Set(list.map(({ rect }) => cut(picture, rect))).size, name).toBe(UI_STATES.length);
  }
});

test.each([
  ['button', 18],
  ['panel', 18],
  ['tab_bar', 18],
  ['list_item', 18],
  ['dropdown', 18],
  ['button', 7],
  ['tab_bar', 7],
] as const)('a %s stretches between its margins of %i pixels', (type, margin) => {
  for (const name of STYLE_NAMES)
    for (const state of UI_STATES) {
      const rect = { x: 0, y: 0, width: 96, height: 48 };
      const ninePatch = { left: margin, right: margin, top: margin, bottom: margin };
      const list = [{ key: state, words: '', rect, component: { type, state, ninePatch } }];
      const { rgba } = paint({
        ...sheet('ui_component', list, 96),
        canvas: canvasOf(96, 48),
        style: { name, words: '' },
        subject: 'a blue thing',
      });
      const column = (x: number): string =>
        Array.from({ length: 48 }, (_, y) => rgba.slice((y * 96 + x) * 4, (y * 96 + x) * 4 + 4).join()).join(' ');
      const middle = Array.from({ length: 96 - 2 * margin }, (_, i) => column(margin + i));
      expect(new Set(middle).size, `${name} ${state}`).toBe(1);
    }
});

test.each(STYLE_NAMES)('an explosion grows from little and fades at its end in the style %s', (name) => {
  const list = cells(8, 48, (index) => ({ frame: { animation: 'explode', index, count: 8, loop: false } }));
  const picture = paint({ ...sheet('sprite', list, 48), subject: 'an explosion', style: { name, words: '' } });
  const weights = list.map(({ rect }) => {
    let sum = 0;
    for (let y = rect.y; y < rect.y + 48; y++)
      for (let x = rect.x; x < rect.x + 48; x++) sum += picture.rgba[(y * picture.width + x) * 4 + 3] ?? 0;
    return sum;
  });
  const peak = weights.indexOf(Math.max(...weights));
  expect(peak).toBeGreaterThan(2);
  expect(peak).toBeLessThan(6);
  for (let i = 1; i < 8; i++) {
    if (i <= peak) expect(weights[i]).toBeGreaterThan(weights[i - 1] ?? 0);
    else expect(weights[i]).toBeLessThan(weights[i - 1] ?? 0);
  }
  expect(weights[0]).toBeLessThan(Math.max(...weights) / 5);
  expect(weights[7]).toBeLessThan(Math.max(...weights) * 0.75);
});

test('a box that is off is as bright as it is at rest, unlike one that is disabled', () => {
  const states = ['normal', 'unselected', 'disabled'];
  const list = cells(3, 48, (i) => ({ component: { type: 'checkbox', state: states[i] ?? '' } }));
  const picture = paint({ ...sheet('ui_component', list, 48), subject: 'a green checkbox' });
  const [rest = 0, off = 0, disabled = 0] = list.map(({ rect }) => {
    const at = ((rect.y + 8) * picture.width + rect.x + 24) * 4;
    return (picture.rgba[at + 1] ?? 0) - (picture.rgba[at] ?? 0);
  });
  expect(off).toBeGreaterThan(rest * 0.7);
  expect(disabled).toBeLessThan(rest * 0.3);
});

test.each(UI_COMPONENTS)('a %s one pixel thin shows the colour of its state', (type) => {
  for (const [width, height] of [
    [1, 8],
    [8, 1],
  ] as const) {
    const list = UI_STATES.map((state, i) => ({
      key: state,
      words: '',
      rect: { x: 2 + i * 10, y: 2, width, height },
      component: { type, state },
    }));
    const picture = paint({ ...sheet('ui_component', list, 8), subject: 'a red thing' });
    const colours = list.map(({ rect: { x, y } }) => {
      const at = ((y + height - 1) * picture.width + x + width - 1) * 4;
      return picture.rgba.slice(at, at + 3);
    });
    for (const [i, one] of colours.entries())
      for (const other of colours.slice(i + 1)) {
        const distance = one.reduce((sum, value, channel) => sum + Math.abs(value - (other[channel] ?? 0)), 0);
        expect(distance).toBeGreaterThan(20);
      }
  }
});

test('nothing spills between the cells', () => {
  const list = cells(8, 40, (index) => ({ frame: { animation: 'attack', index, count: 8, loop: false } }));
  const picture = paint({ ...sheet('sprite', list, 40), subject: 'an angry dragon' });
  const outside = alphas(picture).filter((_, i) => {
    const [x, y] = [i % picture.width, Math.floor(i / picture.width)];
    return !list.some(({ rect }) => x >= rect.x && x < rect.x + 40 && y >= rect.y && y < rect.y + 40);
  });
  expect(Math.max(...outside)).toBe(0);
});
