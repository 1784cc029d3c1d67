import type { Gate } from './expected-picture.ts';

const name = 'subjects';

/** Of the largest part: what is so large beside it is another subject rather than a detail. */
const MOST_SECOND = 0.5;

/** Warns when one subject was asked for and two or more parts of like size stand apart. */
export const checkSubjects: Gate = ({ free, parts }) => {
  if (free !== 'subject') return undefined;
  const bySize = parts().toSorted((a, b) => b.area - a.area);
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
