import type { Part } from '../measure/find-parts.ts';
import type { Rect } from '../raster/raster.ts';
import type { Gate } from './expected-picture.ts';

const name = 'subjects';

/** Of the largest: what is so large beside it is another subject rather than a detail. */
const MOST_SECOND = 0.5;

/** Warns when one subject was asked for and two or more of like size stand apart. */
export const checkSubjects: Gate = ({ free, several, parts }) => {
  if (free !== 'subject' || several) return undefined;
  const bySize = joinNear(parts()).toSorted((a, b) => b.area - a.area);
  const [largest, second] = bySize;
  if (!largest) return undefined;
  const value = (second?.area ?? 0) / largest.area;
  const limit = MOST_SECOND;
  if (!second || value <= limit)
    return { name, status: 'pass', message: 'The picture shows one subject.', value, limit };
  const count = bySize.filter(({ area }) => area > largest.area * limit).length;
  const message = `${count} parts of like size stand apart: perhaps several subjects were painted. If one was meant, make it again with another seed.`;
  return { name, status: 'warn', message, value, limit, place: second.box };
};

type Group = Pick<Part, 'area' | 'box'>;

/** Of the larger side: parts that are nearer belong together, as boots do, or a head and its body. */
const TOGETHER = 0.1;
/** Of the largest part: smaller ones are sparks and crumbs, and join nothing. */
const LEAST = 0.05;
const MOST_PARTS = 64;

function joinNear(parts: readonly Part[]): readonly Group[] {
  const bySize = parts.toSorted((a, b) => b.area - a.area).slice(0, MOST_PARTS);
  const least = LEAST * (bySize[0]?.area ?? 0);
  const groups: Part[][] = [];
  for (const part of bySize.filter(({ area }) => area >= least)) {
    const near = groups.filter((group) => group.some((other) => areNear(part.box, other.box)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), part]);
  }
  return groups.map((group) => ({
    area: group.reduce((sum, { area }) => sum + area, 0),
    box: group.map(({ box }) => box).reduce(around),
  }));
}

function areNear(a: Rect, b: Rect): boolean {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const down = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, down) < TOGETHER * Math.max(a.width, a.height, b.width, b.height);
}

function around(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { x, y, width, height };
}
