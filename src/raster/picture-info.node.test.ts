import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readPictureInfo } from './picture-info.ts';

const picture = sharp({ create: { width: 37, height: 21, channels: 4, background: '#8040c0a0' } });

const FILES = {
  'image/png': { png: () => picture.clone().png() },
  'image/jpeg': {
    baseline: () => picture.clone().jpeg(),
    progressive: () => picture.clone().jpeg({ progressive: true }),
    'with metadata': () =>
      picture
        .clone()
        .withExif({ IFD0: { Copyright: 'limner' } })
        .jpeg(),
  },
  'image/webp': {
    lossy: () => picture.clone().flatten().webp(),
    lossless: () => picture.clone().flatten().webp({ lossless: true }),
    extended: () =>
      picture
        .clone()
        .withExif({ IFD0: { Copyright: 'limner' } })
        .webp(),
  },
} as const;

const cases = Object.entries(FILES).flatMap(([mimeType, kinds]) =>
  Object.entries(kinds).map(([kind, make]) => ({ mimeType, kind, make })),
);

test.each(cases)('reads the size of $mimeType, $kind', async ({ mimeType, make }) => {
  expect(readPictureInfo(await make().toBuffer())).toEqual({ mimeType, width: 37, height: 21 });
});

// Of a PNG the header is enough: whoever wants its pixels decodes it, and finds out.
const others = cases.filter(({ mimeType }) => mimeType !== 'image/png');

test.each(others)('refuses every beginning of $mimeType, $kind', async ({ make }) => {
  const bytes = await make().toBuffer();
  // A WebP may be padded to an even length.
  for (let length = 0; length < bytes.length - 1; length += 1)
    expect(() => readPictureInfo(bytes.subarray(0, length)), String(length)).toThrow(/The picture /);
});

test.each(['', '<html>', '{"error":"expired"}', 'RIFF____WAVEfmt ________________'])(
  'knows %j for no picture',
  (text) => {
    expect(() => readPictureInfo(new TextEncoder().encode(text))).toThrow(/is (empty|neither PNG nor JPEG nor WebP)/);
  },
);
