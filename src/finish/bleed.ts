import type { Raster } from '../raster/raster.ts';

/**
 * Spreads the colours of edges `radius` pixels into the transparent surroundings, so that an engine that filters between
 * pixels shows no dark fringe. Only the colour of pixels with alpha 0 changes; farther ones become black, so that
 * nothing a matte cut away stays hidden in the file.
 */
export function bleed(raster: Raster, radius: number = BLEED_RADIUS): Raster {
  const result = copyVisible(raster);
  const field = makeField(raster);
  let front = findFront(field, placesByEdges(field));
  for (let step = 0; step < radius && front.length > 0; step++) {
    for (const place of front) copyColour(result, field, place);
    // Marked only now: a step takes nothing from itself, so the direction of the scan leaves no trace.
    for (const place of front) field.strengths[place] = BLED;
    front = findFront(field, neighboursOf(field, front));
  }
  restoreFaint(result, raster);
  return result;
}

/** As far as an engine that filters between pixels looks, and one pixel more for smaller mip levels. */
const BLEED_RADIUS = 2;

/** Below this alpha a colour is mostly rounding error: it does not spread, others spread across it. */
const FAINT = 8;

const BORDER = -1;
const QUEUED = -2;
const EMPTY = 0;
const BLED = 1;

/** The picture with a border of one pixel around it: each place holds its alpha, if not faint, or a mark from above. */
interface Field {
  readonly pitch: number;
  readonly strengths: Int16Array;
  /** From a place to its eight neighbours, the four nearest first. */
  readonly offsets: readonly number[];
}

function copyVisible(raster: Raster): Raster {
  const rgba = raster.rgba.slice();
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3] === 0) rgba[i] = rgba[i + 1] = rgba[i + 2] = 0;
  }
  return { ...raster, rgba };
}

function makeField({ width, height, rgba }: Raster): Field {
  const pitch = width + 2;
  const strengths = new Int16Array(pitch * (height + 2)).fill(BORDER);
  for (let y = 0; y < height; y++) {
    const row = (y + 1) * pitch + 1;
    for (let x = 0; x < width; x++) {
      const alpha = rgba[(y * width + x) * 4 + 3] ?? 0;
      strengths[row + x] = alpha < FAINT ? EMPTY : alpha;
    }
  }
  return { pitch, strengths, offsets: [-1, 1, -pitch, pitch, -pitch - 1, -pitch + 1, pitch - 1, pitch + 1] };
}

/** Empty places that touch colour. */
function placesByEdges({ pitch, strengths }: Field): readonly number[] {
  const places: number[] = [];
  for (let place = pitch; place < strengths.length - pitch; place++) {
    if (strengths[place] !== EMPTY) continue;
    const rows = [place - pitch, place, place + pitch];
    if (rows.some((middle) => hasColourAround(strengths, middle))) places.push(place);
  }
  return places;
}

function hasColourAround(strengths: Int16Array, middle: number): boolean {
  return (strengths[middle - 1] ?? 0) > 0 || (strengths[middle] ?? 0) > 0 || (strengths[middle + 1] ?? 0) > 0;
}

function* neighboursOf({ offsets }: Field, places: readonly number[]): Generator<number> {
  for (const place of places) for (const offset of offsets) yield place + offset;
}

/** Those of the places that have no colour yet and a neighbour that has; each once. */
function findFront(field: Field, places: Iterable<number>): readonly number[] {
  const front: number[] = [];
  for (const place of places) {
    if (field.strengths[place] !== EMPTY || strongestNeighbour(field, place) < 0) continue;
    field.strengths[place] = QUEUED;
    front.push(place);
  }
  return front;
}

/** The place of the neighbour with most alpha, whose colour is the surest; -1 when none has colour. */
function strongestNeighbour({ strengths, offsets }: Field, place: number): number {
  let strongest = -1;
  let most = EMPTY;
  for (const offset of offsets) {
    const strength = strengths[place + offset] ?? BORDER;
    if (strength <= most) continue;
    most = strength;
    strongest = place + offset;
  }
  return strongest;
}

function copyColour(target: Raster, field: Field, place: number): void {
  const from = byteOf(target, field, strongestNeighbour(field, place));
  target.rgba.copyWithin(byteOf(target, field, place), from, from + 3);
}

function restoreFaint(target: Raster, { rgba }: Raster): void {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3] ?? 0;
    if (alpha > 0 && alpha < FAINT) target.rgba.set(rgba.subarray(i, i + 3), i);
  }
}

function byteOf({ width }: Raster, { pitch }: Field, place: number): number {
  const row = Math.floor(place / pitch);
  return ((row - 1) * width + (place - row * pitch) - 1) * 4;
}
