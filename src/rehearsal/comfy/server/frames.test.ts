import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { encodeFrame, OPCODES, readFrames } from './frames.ts';

const message = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.integer({ min: 65_530, max: 65_540 }).map((length) => new Uint8Array(length).fill(7)),
);

test.prop([fc.array(message, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5000 })])(
  'gives back every message, however the bytes are cut',
  (messages, cut) => {
    const bytes = Buffer.concat(messages.map((payload) => encodeFrame(OPCODES.binary, payload)));
    const heard: Uint8Array[] = [];
    const read = readFrames((_opcode, payload) => heard.push(payload));
    for (let at = 0; at < bytes.length; at += cut) read(bytes.subarray(at, at + cut));
    expect(heard.map((payload) => Buffer.from(payload))).toEqual(messages.map((payload) => Buffer.from(payload)));
  },
);

test('unmasks, and joins fragments around a ping', () => {
  const heard: string[] = [];
  const read = readFrames((opcode, payload) => heard.push(`${opcode} ${new TextDecoder().decode(payload)}`));
  read(Uint8Array.of(0x01, 0x82, 1, 2, 3, 4, 0x68 ^ 1, 0x65 ^ 2));
  read(Uint8Array.of(0x89, 0x80, 0, 0, 0, 0));
  read(Uint8Array.of(0x80, 0x81, 0, 0, 0, 0, 0x79));
  expect(heard).toEqual(['9 ', '1 hey']);
});
