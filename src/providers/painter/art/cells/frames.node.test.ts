import { describe, expect, test } from 'vitest';
import type { CellIntent } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import type { StyleName } from '../../../../pack/pack.ts';
import { canvasOf, paint, styled } from '../paint-samples.ts';
import { CREATURES } from '../vocabulary/creatures.ts';

interface Actor {
  readonly subject: string;
  readonly size: number;
  readonly style?: StyleName;
  /** By frame, where it has words of its own. */
  readonly words?: Readonly<Record<number, string>>;
}

/** The frames of the animations, each on a picture of its own. */
function act({ subject, size, style = 'cartoon', words = {} }: Actor, animations: readonly string[], count: number) {
  const cells: readonly CellIntent[] = animations.flatMap((animation, row) =>
    Array.from({ length: count }, (_, index) => ({
      key: `${animation}_${index}`,
      words: words[index] ?? '',
      rect: { x: index * size, y: row * size, width: size, height: size },
      frame: { animation, index, count, loop: true },
    })),
  );
  const canvas = canvasOf(count * size, animations.length * size);
  const sheet = paint({
    ...styled(style),
    type: 'sheet',
    subject,
    canvas,
    composition: { kind: 'cells', sheet: 'sprite', cells },
  });
  return cells.map(({ key, rect }) => ({ key, picture: cut(sheet, rect) }));
}

function cut({ width, rgba }: Raster, rect: CellIntent['rect']): Raster {
  const rows = Array.from({ length: rect.height }, (_, y) => {
    const start = ((rect.y + y) * width + rect.x) * 4;
    return [...rgba.subarray(start, start + rect.width * 4)];
  });
  return { width: rect.width, height: rect.height, rgba: Uint8Array.from(rows.flat()) };
}

function isSolid({ width, rgba }: Raster, x: number, y: number): boolean {
  return (rgba[(y * width + x) * 4 + 3] ?? 0) >= 128;
}

/** The first and the last row with a solid pixel. */
function extent(picture: Raster): { readonly top: number; readonly foot: number } {
  const rows = Array.from({ length: picture.height }, (_, y) => y).filter((y) =>
    Array.from({ length: picture.width }, (_, x) => x).some((x) => isSolid(picture, x, y)),
  );
  return { top: rows[0] ?? -1, foot: rows.at(-1) ?? -1 };
}

function touchesEdge(picture: Raster): boolean {
  const last = picture.width - 1;
  return Array.from({ length: picture.width }, (_, i) => i).some(
    (i) => isSolid(picture, i, 0) || isSolid(picture, i, last) || isSolid(picture, 0, i) || isSolid(picture, last, i),
  );
}

const BUSY = ['run', 'jump', 'attack', 'hurt', 'die'];

describe('no frame is cut by its cell', () => {
  test.each(Object.keys(CREATURES))('of a %s', (family) => {
    for (const [size, style] of [
      [64, 'cartoon'],
      [32, 'pixel'],
    ] as const) {
      const cutFrames = act({ subject: `a ${family}`, size, style }, BUSY, 6).filter(({ picture }) =>
        touchesEdge(picture),
      );
      expect(
        cutFrames.map(({ key }) => key),
        style,
      ).toEqual([]);
    }
  });

  test('of one with a crown and wings', () => {
    const frames = act({ subject: 'a giant knight with a crown and wings', size: 64 }, BUSY, 6);
    expect(frames.filter(({ picture }) => touchesEdge(picture)).map(({ key }) => key)).toEqual([]);
  });
});

test('an actor is as large on every sheet', () => {
  const actor = { subject: 'a ninja', size: 64 };
  expect(act(actor, ['idle', 'attack'], 4).slice(0, 4)).toEqual(act(actor, ['idle'], 4));
});

test.each(['a bear', 'a crab', 'a fox', 'a knight'])('%s keeps to the ground in attack and hurt', (subject) => {
  const feet = act({ subject, size: 64 }, ['idle', 'attack', 'hurt'], 6).map(({ picture }) => extent(picture).foot);
  expect(Math.max(...feet) - Math.min(...feet)).toBeLessThanOrEqual(2);
});

describe.each(['a knight', 'a fox', 'a robot', 'a slime', 'a wizard'])('%s', (subject) => {
  test.each(['idle', 'walk', 'run'])('does not limp in %s', (animation) => {
    for (const count of [3, 4, 6, 8]) {
      const frames = act({ subject, size: 128 }, [animation], count).map(({ picture }) => picture);
      for (let index = 1; index < count / 2; index++) {
        const [there, back] = [frames[index], frames[count - index]];
        if (!there || !back) throw new Error('no frame');
        const told = `frame ${index} of ${count}`;
        expect(Math.abs(extent(there).top - extent(back).top), told).toBeLessThanOrEqual(1);
        expect(there.rgba.join() === back.rgba.join(), `${told} played back`).toBe(false);
      }
    }
  });
});

test('the words of a single frame are drawn on it, at the same size', () => {
  const actor = { subject: 'a red slime', size: 64 };
  const plain = act(actor, ['idle'], 3);
  const told = act({ ...actor, words: { 1: 'giant blue' } }, ['idle'], 3);
  const blue = act({ ...actor, subject: 'a blue slime' }, ['idle'], 3);
  expect(told).toEqual([plain[0], blue[1], plain[2]]);
});
