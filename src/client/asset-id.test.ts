import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { type AssetRef, readAssetId, writeAssetId } from './asset-id.ts';

const ref: fc.Arbitrary<AssetRef> = fc
  .record({
    remoteId: fc.stringMatching(/^[\w-]{1,60}$/),
    submittedAt: fc.nat(),
    save: fc.record({ node: fc.string({ unit: 'grapheme' }), prefix: fc.stringMatching(/^limner-[0-9a-f]{24}$/) }),
    index: fc.nat(100),
    finish: fc.option(
      fc.oneof(
        fc.record({ width: fc.integer({ min: 1, max: 4096 }), height: fc.integer({ min: 1, max: 4096 }) }),
        fc.constant({ width: 64, height: 32, keyColour: '#00ff00' }),
      ),
    ),
  })
  .map(({ finish, ...others }) => (finish ? { ...others, finish } : others));

test.prop([ref])('an id brings back all that is needed, and is good as the name of a file', (asset) => {
  const id = writeAssetId(asset, 'endpoint');
  expect(readAssetId(id, 'endpoint')).toEqual(asset);
  expect(id).toMatch(/^[\w.~%!'()-]+$/);
});

test.prop([fc.string()])('any other text is refused with words', (text) => {
  expect(() => readAssetId(text, 'endpoint')).toThrow(expect.objectContaining({ code: 'LIMNER_USAGE' }));
});
