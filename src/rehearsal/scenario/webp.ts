import type { Raster } from '../../raster/raster.ts';

/** A lossless WebP (RFC 9649) of any picture: every channel in codes of eight bits, and so as large as the pixels are. */
export function encodeWebp({ width, height, rgba }: Raster): Uint8Array {
  const bits = new BitWriter();
  bits.write(0x2f, 8);
  bits.write(width - 1, 14);
  bits.write(height - 1, 14);
  // There is alpha; version 0; no transform, no colour cache, no meta prefix codes.
  bits.write(1, 1);
  bits.write(0, 3);
  bits.write(0, 3);
  for (const symbols of [256 + 24, 256, 256, 256]) writeFlatCode(bits, symbols);
  // The code of distances: one symbol, 0, that is never used.
  bits.write(0b0001, 4);
  for (let i = 0; i < rgba.length; i += 4)
    for (const channel of [1, 0, 2, 3]) bits.write(reversed(rgba[i + channel] ?? 0), 8);
  return inRiff(bits.finish());
}

/** The first 256 symbols have eight bits each, so that a code is the value itself, its highest bit first. */
function writeFlatCode(bits: BitWriter, symbols: number): void {
  bits.write(0, 1);
  // Twelve code lengths are told, in the order 17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8: only 0 and 8 occur, with one bit.
  bits.write(8, 4);
  for (const length of [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]) bits.write(length, 3);
  bits.write(0, 1);
  for (let symbol = 0; symbol < symbols; symbol += 1) bits.write(symbol < 256 ? 1 : 0, 1);
}

function reversed(byte: number): number {
  let result = 0;
  for (let bit = 0; bit < 8; bit += 1) result |= ((byte >> bit) & 1) << (7 - bit);
  return result;
}

function inRiff(data: Uint8Array): Uint8Array {
  const padded = data.length + (data.length & 1);
  const file = new Uint8Array(20 + padded);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode('RIFF'), 0);
  view.setUint32(4, 12 + padded, true);
  file.set(new TextEncoder().encode('WEBPVP8L'), 8);
  view.setUint32(16, data.length, true);
  file.set(data, 20);
  return file;
}

/** Bits into bytes, the lowest first. */
class BitWriter {
  readonly #bytes: number[] = [];
  #pending = 0;
  #count = 0;

  write(value: number, bits: number): void {
    this.#pending |= value << this.#count;
    this.#count += bits;
    while (this.#count >= 8) {
      this.#bytes.push(this.#pending & 255);
      this.#pending >>>= 8;
      this.#count -= 8;
    }
  }

  finish(): Uint8Array {
    if (this.#count > 0) this.write(0, 8 - this.#count);
    return Uint8Array.from(this.#bytes);
  }
}
