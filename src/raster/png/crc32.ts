/** The checksum of PNG chunks, over `bytes[start..end)`; unsigned. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  const table = (cachedTable ??= makeTable());
  let crc = -1;
  for (let i = start; i < end; i++) crc = (table[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

let cachedTable: Int32Array | undefined;

function makeTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
}
