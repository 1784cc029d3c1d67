import { expect, test } from 'vitest';
import { findValueParts } from './find-value-parts.ts';

function parts(...rows: readonly string[]) {
  const width = rows[0]?.length ?? 0;
  const map = Uint8Array.from(rows.join(''), (letter) => (letter === '.' ? 0 : Number(letter)));
  return findValueParts(map, width, { x: 0, y: 0, width, height: rows.length });
}

test('finds parts that touch only by a corner as one', () => {
  expect(parts('1..', '.1.', '..1')).toMatchObject([{ x: 0, y: 0, width: 3, height: 3, area: 3, outline: 12 }]);
});

test('joins arms that meet below', () => {
  expect(parts('1.1.1', '1.1.1', '11111')).toMatchObject([{ width: 5, height: 3, area: 11 }]);
});

test('parts values from each other and counts holes to the outline', () => {
  const [ring, inside] = parts('1111', '1221', '1111');
  expect(ring).toMatchObject({ value: 1, area: 10, outline: 14 + 6 });
  expect(inside).toMatchObject({ value: 2, x: 1, y: 1, width: 2, height: 1, outline: 6 });
});

test('counts the pixels that lie on each side of the area', () => {
  const [left, right] = parts('11..', '1...', '1..1');
  expect(left?.onEdge).toEqual({ left: 3, right: 0, top: 2, bottom: 1 });
  expect(right?.onEdge).toEqual({ left: 0, right: 1, top: 0, bottom: 1 });
});

test('looks at a part of a map alone', () => {
  const map = Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(findValueParts(map, 3, { x: 1, y: 1, width: 1, height: 2 })).toMatchObject([{ x: 1, y: 1, area: 2 }]);
});
