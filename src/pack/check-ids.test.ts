import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { checkIds } from './check-ids.ts';

it.each([
  [{ id: 'a-layer-0', type: 'entity' }, { id: 'a', type: 'parallax', layers: ['x', 'y'] }, 'a-layer-0.png'],
  [{ id: 'A-Layer-1', type: 'background' }, { id: 'a', type: 'parallax', layerCount: 2 }, 'a-layer-1.png'],
])('refuses %j beside %j', (first, second, file) => {
  const message = expect.stringContaining(`would write the file ${file}`);
  expect(checkIds([first, second])).toMatchObject([{ path: ['assets', 1, 'id'], message }]);
});

it('lets a name be that lies beyond the layers', () => {
  expect(
    checkIds([
      { id: 'a', type: 'parallax', layerCount: 2 },
      { id: 'a-layer-2', type: 'entity' },
    ]),
  ).toEqual([]);
});

test.prop([fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 20 }), fc.nat()])(
  'passes ids that differ, and finds the one that is repeated',
  (ids, pick) => {
    const assets = ids.map((id) => ({ id, type: 'entity' }));
    expect(checkIds(assets)).toEqual([]);
    const again = assets[pick % Math.max(1, assets.length)];
    if (again) expect(checkIds([...assets, again])).toMatchObject([{ path: ['assets', assets.length, 'id'] }]);
  },
);

test.prop([fc.array(fc.anything())])('survives assets of any shape', (assets) => {
  expect(Array.isArray(checkIds(assets))).toBe(true);
});
