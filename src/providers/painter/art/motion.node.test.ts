import { describe, expect, test } from 'vitest';
import type { CellIntent, ImageJob } from '../../provider.ts';
import { physiqueOf } from './cells/physique.ts';
import type { Point } from './geometry.ts';
import { transform } from './geometry.ts';
import type { Physique } from './motions.ts';
import { poseOf } from './motion.ts';
import { BASE, canvasOf, paint } from './paint-samples.ts';
import { bodyTransform } from './pose.ts';
import { readSubject } from './subject.ts';
import { worldOf } from './world.ts';
import { STYLE_NAMES } from '../../../pack/pack.ts';

const LEGGED: Physique = { legs: 1, back: 40, bursts: false };
const BLOB: Physique = { legs: 0, back: 40, bursts: false };
/** Cells of 64 pixels: seven tenths of them are 100 units. */
const PIXELS = (64 * 0.7) / 100;

function path(animation: string, body: Physique, point: Point, count = 8): readonly Point[] {
  return Array.from({ length: count }, (_, index) => {
    const pose = poseOf({ animation, index, count, loop: true }, body);
    return transform([[point]], bodyTransform(pose))[0]?.[0] ?? point;
  });
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

describe.each([
  ['on legs', LEGGED],
  ['without legs', BLOB],
])('%s', (_, body) => {
  test.each(['idle', 'walk', 'run'])('the torso keeps within a pixel in %s', (animation) => {
    for (const count of [2, 3, 4, 6, 8, 12]) {
      const places = path(animation, body, [50, 62], count);
      expect(spread(places.map(([x]) => x)) * PIXELS, `${count} across`).toBeLessThanOrEqual(1);
      expect(spread(places.map(([, y]) => y)) * PIXELS, `${count} down`).toBeLessThanOrEqual(1);
    }
  });

  test.each(['attack', 'hurt', 'jump'])('%s ends near where it began', (animation) => {
    const last = path(animation, body, [50, 62]).at(-1) ?? [0, 0];
    expect(Math.abs(last[0] - 50)).toBeLessThan(2);
    expect(Math.abs(last[1] - 62)).toBeLessThan(5);
  });

  test('what happens is seen in one frame and in two', () => {
    for (const count of [1, 2]) {
      const frame = { count, index: count - 1, loop: false };
      expect(poseOf({ ...frame, animation: 'jump' }, body).dy, `jump in ${count}`).toBeLessThan(-20);
      expect(poseOf({ ...frame, animation: 'attack' }, body).dx, `attack in ${count}`).toBeGreaterThan(8);
      expect(path('die', body, [50, 10], count).at(-1)?.[1], `die in ${count}`).toBeGreaterThan(48);
      for (const animation of ['explode', 'default']) {
        const blast = poseOf({ ...frame, animation }, { ...body, bursts: true });
        expect(blast.scale - blast.flash, `${animation} in ${count}`).toBeGreaterThan(1);
      }
    }
    expect(poseOf({ animation: 'hurt', index: 0, count: 1, loop: false }, body).flash).toBeGreaterThan(0.5);
  });

  test('what dies comes to lie low', () => {
    const head = path('die', body, [50, 10]).map(([, y]) => y);
    expect(head[0]).toBeLessThan(30);
    expect(head.at(-1)).toBeGreaterThan(48);
  });
});

const ACTORS = [
  'a knight',
  'a robot',
  'a slime',
  'a cat',
  'a wizard',
  'a skeleton',
  'a frog',
  'a ghost',
  'a mushroom',
  'a bird',
];

/** The lowest row of each frame that is not transparent. */
function feet(seed: number, animation: string): readonly number[] {
  const size = 64;
  const count = 4;
  const cells: readonly CellIntent[] = Array.from({ length: count }, (_, index) => ({
    key: `${index}`,
    words: '',
    rect: { x: index * size, y: 0, width: size, height: size },
    frame: { animation, index, count, loop: true },
  }));
  const job: ImageJob = {
    ...BASE,
    type: 'sheet',
    seed,
    subject: ACTORS[seed % ACTORS.length] ?? '',
    style: { name: STYLE_NAMES[Math.floor(seed / ACTORS.length) % STYLE_NAMES.length] ?? 'cartoon', words: '' },
    canvas: canvasOf(count * size, size),
    composition: { kind: 'cells', sheet: 'sprite', cells },
  };
  const { width, rgba } = paint(job);
  return cells.map(({ rect }) => {
    for (let y = size - 1; y >= 0; y--)
      for (let x = rect.x; x < rect.x + size; x++) if ((rgba[(y * width + x) * 4 + 3] ?? 0) >= 128) return y;
    return -1;
  });
}

test('an unknown beast moves on the legs that are drawn', () => {
  const world = worldOf(BASE);
  expect(physiqueOf(world, readSubject('a cow'), 1).legs).toBeGreaterThan(0);
  expect(physiqueOf(world, readSubject('a wibble'), 1).legs).toBe(0);
});

test('nobody sinks into the ground or floats above it while standing, walking and running', () => {
  for (let seed = 0; seed < 200; seed++) {
    const animation = ['idle', 'walk', 'run'][seed % 3] ?? '';
    expect(
      spread(feet(seed, animation)),
      `${ACTORS[seed % ACTORS.length]}, ${animation}, seed ${seed}`,
    ).toBeLessThanOrEqual(2);
  }
});
