import { expect, test } from 'vitest';
import { addPngText, decodePng, encodePng, stripPngText } from '../png.ts';
import { createRaster } from '../raster.ts';

const picture = createRaster(3, 2, [10, 20, 30, 255]);

test('adds text that stripping takes away again, and leaves the picture as it is', () => {
  const plain = encodePng(picture);
  const told = addPngText(plain, { prompt: '{"1": {}}', workflow: '{}' });
  expect(new TextDecoder('latin1').decode(told)).toContain('tEXtprompt\0{"1": {}}');
  expect(decodePng(told)).toEqual(picture);
  expect(stripPngText(told)).toEqual(plain);
});

test('writes as many channels as were asked for, whatever the picture holds', () => {
  const colourTypeOf = (channels: 3 | 4): number | undefined => encodePng(picture, { channels })[25];
  expect([colourTypeOf(3), colourTypeOf(4)]).toEqual([2, 6]);
});
