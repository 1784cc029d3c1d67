import { expect, test } from 'vitest';
import { describeParallax } from './describe-parallax.ts';

test('names each layer and its picture, the farthest first', () => {
  const layers = [
    { name: 'sky', depth: 0, speed: 0 },
    { name: 'hills', description: 'green hills', depth: 1, speed: 0.8 },
  ];
  const size = { width: 320, height: 180 };
  expect(describeParallax({ id: 'vale', type: 'parallax', description: 'a vale', ...size, loop: 'x', layers })).toEqual(
    {
      id: 'vale',
      ...size,
      loop: 'x',
      layers: [
        { index: 0, name: 'sky', image: 'vale-layer-0.png', depth: 0, speed: 0 },
        { index: 1, name: 'hills', image: 'vale-layer-1.png', depth: 1, speed: 0.8 },
      ],
    },
  );
});
