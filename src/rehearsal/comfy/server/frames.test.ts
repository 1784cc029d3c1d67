import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { encodeFrame, OPCODES, readFrames } from './frames.ts';

const message = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.integer({ min: 65_530, max: 65_540 }).map((length) => new Uint8Array(length).fill(7)),
);

/** Where the bytes are cut: so far from where one of the messages begins or the last one ends, mostly close to it. */
const cut = fc.tuple(fc.nat(4), fc.oneof(fc.integer({ min: -16, max: 16 }), fc.nat(66_000)));

test.prop([fc.array(message, { minLength: 1, maxLength: 4 }), fc.array(cut, { maxLength: 60 })])(
  'gives back every message, however the bytes are cut',
  (messages, cuts) => {
    const frames = messages.map((payload) => encodeFrame(OPCODES.binary, payload));
    const ends = frames.map((_, last) => Buffer.concat(frames.slice(0, last + 1)).length);
    const bytes = Buffer.concat(frames);
    const heard: Uint8Array[] = [];
    const read = readFrames((_opcode, payload) => heard.push(payload));
    const places = cuts.map(([frame, offset]) => Math.max(0, (ends[frame - 1] ?? 0) + offset)).sort((a, b) => a - b);
    [0, ...places].forEach((at, index) => read(bytes.subarray(at, places[index] ?? bytes.length)));
    expect(heard.map(hexOf)).toEqual(messages.map(hexOf));
  },
);

function hexOf(payload: Uint8Array): string {
  return Buffer.from(payload).toString('hex');
}

test('unmasks, and joins fragments around a ping', () => {
  const heard: string[] = [];
  const read = readFrames((opcode, payload) => heard.push(`${opcode} ${new TextDecoder().decode(payload)}`));
  read(Uint8Array.of(0x01, 0x82, 1, 2, 3, 4, 0x68 ^ 1, 0x65 ^ 2));
  read(Uint8Array.of(0x89, 0x80, 0, 0, 0, 0));
  read(Uint8Array.of(0x80, 0x81, 0, 0, 0, 0, 0x79));
  expect(heard).toEqual(['9 ', '1 hey']);
});
