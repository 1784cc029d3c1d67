import type { Rect } from '../raster/raster.ts';
import type { Gate } from './expected-picture.ts';

const name = 'subjects';

/** Of the largest part: what is so large beside it is another subject rather than a detail. */
const MOST_SECOND = 0.5;

/** Of the larger side: parts that are nearer belong together, as boots do. */
const TOGETHER = 0.1;

/** Warns when one subject was asked for and two or more parts of like size stand apart. */
export const checkSubjects: Gate = ({ free, several, parts }) => {
  if (free !== 'subject' || several) return undefined;
  const bySize = parts().toSorted((a, b) => b.area - a.area);
  const [largest, second] = bySize;
  if (!largest) return undefined;
  const value = (second?.area ?? 0) / largest.area;
  const limit = MOST_SECOND;
  if (!second || value <= limit)
    return { name, status: 'pass', message: 'The picture shows one subject.', value, limit };
  if (gapOf(largest.box, second.box) < TOGETHER * Math.max(largest.box.width, largest.box.height))
    return {
      name,
      status: 'pass',
      message: 'The picture shows two parts that stand close together as one.',
      value,
      limit,
    };
  const count = bySize.filter(({ area }) => area > largest.area * limit).length;
  const message = `${count} parts of like size stand apart: perhaps several subjects were painted. If one was meant, make it again with another seed.`;
  return { name, status: 'warn', message, value, limit, place: second.box };
};

function gapOf(a: Rect, b: Rect): number {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const down = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, down);
}
