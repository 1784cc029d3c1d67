import type { Raster, Rect } from '../raster/raster.ts';
import type { MeasuredCell, MeasuredPicture } from './picture.ts';

/** Which pixels of a sheet show something. */
export interface SheetInk {
  readonly raster: Raster;
  /** 1 where something is drawn, 0 where there is ground; row by row. */
  readonly ink: Uint8Array;
  /** Each place once, also where several frames share it. */
  readonly cells: readonly InkCell[];
}

export interface InkCell {
  readonly key: string;
  readonly rect: Rect;
  /** Inked pixels. */
  readonly area: number;
  /** No ground was found: the picture fills its cell. */
  readonly isFilled: boolean;
}

/** `#rrggbb` as one number, or nothing drawn at all. */
type Ground = number | 'clear' | 'none';

/** Fainter pixels are glow and shade. */
const VISIBLE = 32;
/** How far a channel may be from a plain ground: models leave noise and soft gradients there. */
const NEAR = 30;
/** The share of clear pixels from which on a sheet has a transparent ground. */
const CLEAR = 0.003;
/** The share of a cell's border that must be of one colour to be its ground. */
const PLAIN = 0.55;

/** Finds what is drawn, on transparency or on a plain ground, which is told by the cells' borders. */
export function readSheetInk({ raster, sheet }: MeasuredPicture): SheetInk {
  const ink = new Uint8Array(raster.width * raster.height);
  const places = onePerPlace(sheet?.cells ?? [], raster);
  const isClear = places.some(({ rect }) => clearShare(raster, rect) > CLEAR);
  const found = places.map(({ rect }) =>
    isClear ? 'clear' : sheet?.kind === 'tile' ? 'none' : plainGround(raster, rect),
  );
  const usual = found.find((ground) => typeof ground === 'number') ?? 'none';
  markOutside(raster, ink, places, isClear ? 'clear' : usual);
  const cells = places.map(({ key, rect }, index) => {
    const own = found[index] ?? 'none';
    const ground = own === 'none' && sheet?.kind !== 'tile' ? usual : own;
    const area = markCell(raster, ink, rect, ground);
    return { key, rect, area, isFilled: ground === 'none' || area > 0.97 * rect.width * rect.height };
  });
  return { raster, ink, cells };
}

function onePerPlace(cells: readonly MeasuredCell[], { width, height }: Raster): readonly MeasuredCell[] {
  const places = new Map<string, MeasuredCell>();
  for (const cell of cells) {
    const { x, y, width: w, height: h } = cell.rect;
    const isInside = x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= width && y + h <= height;
    const name = `${x} ${y} ${w} ${h}`;
    if (isInside && !places.has(name)) places.set(name, cell);
  }
  return [...places.values()];
}

function clearShare({ width, rgba }: Raster, rect: Rect): number {
  let clear = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++)
    for (let at = (y * width + rect.x) * 4 + 3, end = at + rect.width * 4; at < end; at += 4)
      if ((rgba[at] ?? 0) < VISIBLE) clear++;
  return clear / (rect.width * rect.height);
}

/** The colour that most of the border has. */
function plainGround({ width, rgba }: Raster, { x, y, width: w, height: h }: Rect): Ground {
  const ring: number[] = [];
  for (let i = 0; i < w; i++) ring.push(y * width + x + i, (y + h - 1) * width + x + i);
  for (let i = 0; i < h; i++) ring.push((y + i) * width + x, (y + i) * width + x + w - 1);
  const counts = new Map<number, number>();
  for (const pixel of ring) {
    const bin = colourAt(rgba, pixel * 4) & 0xf0f0f0;
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const [bin] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0]);
  const ground = bin | 0x080808;
  const alike = ring.filter((pixel) => isNear(rgba, pixel * 4, ground)).length;
  return alike >= PLAIN * ring.length ? ground : 'none';
}

function colourAt(rgba: Uint8Array, at: number): number {
  return ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
}

function isNear(rgba: Uint8Array, at: number, colour: number): boolean {
  return (
    Math.abs((rgba[at] ?? 0) - (colour >> 16)) <= NEAR &&
    Math.abs((rgba[at + 1] ?? 0) - ((colour >> 8) & 255)) <= NEAR &&
    Math.abs((rgba[at + 2] ?? 0) - (colour & 255)) <= NEAR
  );
}

/** Gutters and margins: clear pixels are ground there whatever the cells have. */
function markOutside(raster: Raster, ink: Uint8Array, cells: readonly MeasuredCell[], ground: Ground): void {
  const { width, height } = raster;
  const inside = new Uint8Array(width * height);
  for (const { rect } of cells)
    for (let y = rect.y; y < rect.y + rect.height; y++)
      inside.fill(1, y * width + rect.x, y * width + rect.x + rect.width);
  const plain = ground === 'none' ? plainGround(raster, { x: 0, y: 0, width, height }) : ground;
  for (let i = 0; i < inside.length; i++) if (inside[i] === 0 && isInk(raster.rgba, i * 4, plain)) ink[i] = 1;
}

function markCell({ width, rgba }: Raster, ink: Uint8Array, rect: Rect, ground: Ground): number {
  let area = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++)
    for (let i = y * width + rect.x, end = i + rect.width; i < end; i++)
      if (isInk(rgba, i * 4, ground)) {
        ink[i] = 1;
        area++;
      }
  return area;
}

function isInk(rgba: Uint8Array, at: number, ground: Ground): boolean {
  if ((rgba[at + 3] ?? 0) < VISIBLE) return false;
  return typeof ground !== 'number' || !isNear(rgba, at, ground);
}
