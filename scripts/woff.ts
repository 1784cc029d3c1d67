import { inflateSync } from 'node:zlib';

/** One outline point, y upwards; curves are quadratic, as TrueType has them. */
export interface FontPoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}
export interface FontGlyph {
  readonly advance: number;
  readonly contours: readonly (readonly FontPoint[])[];
}

/** The glyphs of a WOFF file with TrueType outlines, by sign. */
export function readWoff(file: Buffer): (sign: string) => FontGlyph | undefined {
  const tables = readTables(file);
  const table = (name: string): Buffer => tables.get(name) ?? Buffer.alloc(0);
  const longOffsets = table('head').readInt16BE(50) === 1;
  const metrics = table('hhea').readUInt16BE(34);
  const advanceOf = (glyph: number): number => table('hmtx').readUInt16BE(Math.min(glyph, metrics - 1) * 4);
  const offset = (glyph: number): number =>
    longOffsets ? table('loca').readUInt32BE(glyph * 4) : table('loca').readUInt16BE(glyph * 2) * 2;
  const contoursOf = (glyph: number): FontGlyph['contours'] => {
    const data = table('glyf').subarray(offset(glyph), offset(glyph + 1));
    if (data.length === 0) return [];
    return data.readInt16BE(0) < 0 ? readComposite(data, contoursOf) : readSimple(data);
  };
  const glyphs = readCharacterMap(table('cmap'));
  return (sign) => {
    const glyph = glyphs(sign.codePointAt(0) ?? 0);
    return glyph === 0 ? undefined : { advance: advanceOf(glyph), contours: contoursOf(glyph) };
  };
}

function readTables(file: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < file.readUInt16BE(12); i++) {
    const entry = 44 + i * 20;
    const [offset, packed, length] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [number, number, number];
    const data = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', entry, entry + 4), packed < length ? inflateSync(data) : data);
  }
  return tables;
}

/** Format 4 of the `cmap` table. */
function readCharacterMap(cmap: Buffer): (code: number) => number {
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(4 + i * 8 + 4));
  const start = starts.find((at) => cmap.readUInt16BE(at) === 4);
  if (start === undefined) throw new Error('The font has no character map of format 4.');
  const map = cmap.subarray(start);
  const doubled = map.readUInt16BE(6);
  return (code) => {
    for (let i = 0; i < doubled; i += 2) {
      const [end, first] = [map.readUInt16BE(14 + i), map.readUInt16BE(16 + doubled + i)];
      if (code > end || code < first) continue;
      const delta = map.readInt16BE(16 + 2 * doubled + i);
      const at = 16 + 3 * doubled + i;
      const range = map.readUInt16BE(at);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = map.readUInt16BE(at + range + (code - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function readSimple(data: Buffer): FontGlyph['contours'] {
  const count = data.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, i) => data.readUInt16BE(10 + i * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + data.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = data.readUInt8(at++);
    const repeats = flag & 8 ? data.readUInt8(at++) : 0;
    for (let i = 0; i <= repeats; i++) flags.push(flag);
  }
  const read = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += (flag & same ? 1 : -1) * data.readUInt8(at++);
      else if (!(flag & same)) {
        value += data.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(2, 16);
  const ys = read(4, 32);
  const points = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, onCurve: (flag & 1) === 1 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1));
}

/** Glyphs put together from others, each moved and maybe scaled. */
function readComposite(data: Buffer, contoursOf: (glyph: number) => FontGlyph['contours']): FontGlyph['contours'] {
  const contours: FontPoint[][] = [];
  for (let at = 10, flags = 32; flags & 32;) {
    flags = data.readUInt16BE(at);
    const glyph = data.readUInt16BE(at + 2);
    const wide = (flags & 1) === 1;
    const [dx, dy] = wide
      ? [data.readInt16BE(at + 4), data.readInt16BE(at + 6)]
      : [data.readInt8(at + 4), data.readInt8(at + 5)];
    at += wide ? 8 : 6;
    const count = flags & 8 ? 1 : flags & 64 ? 2 : flags & 128 ? 4 : 0;
    const scales = Array.from({ length: count }, (_, i) => data.readInt16BE(at + i * 2) / 16384);
    at += count * 2;
    const [first = 1, second = first] = scales;
    const [a, b, c, d] = count === 4 ? [first, second, scales[2] ?? 0, scales[3] ?? 1] : [first, 0, 0, second];
    for (const contour of contoursOf(glyph))
      contours.push(contour.map(({ x, y, onCurve }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, onCurve })));
  }
  return contours;
}
