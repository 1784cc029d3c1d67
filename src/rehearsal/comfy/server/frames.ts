/** Kinds of WebSocket frames. */
export const OPCODES = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A whole message in one frame, unmasked, as servers send. */
export function encodeFrame(opcode: number, payload: Uint8Array): Uint8Array {
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = new Uint8Array(2 + extra + length);
  const view = new DataView(frame.buffer);
  frame[0] = 0x80 | opcode;
  frame[1] = extra === 0 ? length : extra === 2 ? 126 : 127;
  if (extra === 2) view.setUint16(2, length);
  if (extra === 8) view.setBigUint64(2, BigInt(length));
  frame.set(payload, 2 + extra);
  return frame;
}

/** Puts a client's bytes together to whole messages, however they are cut into chunks and frames. */
export function readFrames(onMessage: (opcode: number, payload: Uint8Array) => void): (chunk: Uint8Array) => void {
  let rest = new Uint8Array(0);
  let fragments: { readonly opcode: number; readonly parts: readonly Uint8Array[] } | undefined;
  return (chunk) => {
    rest = concat([rest, chunk]);
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      rest = rest.slice(frame.length);
      if (frame.opcode >= OPCODES.close) {
        onMessage(frame.opcode, frame.payload);
        continue;
      }
      const parts = [...(fragments?.parts ?? []), frame.payload];
      const opcode = fragments?.opcode ?? frame.opcode;
      fragments = frame.isLast ? undefined : { opcode, parts };
      if (frame.isLast) onMessage(opcode, concat(parts));
    }
  };
}

interface Frame {
  readonly isLast: boolean;
  readonly opcode: number;
  readonly payload: Uint8Array;
  /** Bytes taken, with the head. */
  readonly length: number;
}

/** The frame at the start of the bytes, once it is whole. */
function readFrame(bytes: Uint8Array): Frame | undefined {
  const [first = 0, second = 0] = bytes;
  if (bytes.length < 2) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = second & 0x7f;
  const extra = short < 126 ? 0 : short === 126 ? 2 : 8;
  const mask = second & 0x80 ? 4 : 0;
  const start = 2 + extra + mask;
  if (bytes.length < start) return undefined;
  const size = extra === 0 ? short : extra === 2 ? view.getUint16(2) : Number(view.getBigUint64(2));
  if (bytes.length < start + size) return undefined;
  const key = bytes.subarray(2 + extra, start);
  const payload = bytes.slice(start, start + size);
  if (mask > 0) for (let i = 0; i < size; i += 1) payload[i] = (payload[i] ?? 0) ^ (key[i & 3] ?? 0);
  return { isLast: (first & 0x80) !== 0, opcode: first & 0x0f, payload, length: start + size };
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
