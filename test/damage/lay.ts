import type { Raster, Rect, Rgba } from '../../src/raster/raster.ts';

/** So far a pixel may be from the ground. */
const NOISE = 8;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** What is not laid. */
  readonly ground: Rgba;
  readonly within?: Rect;
}

/** Lays a picture on another one, nearest pixels, without its ground. */
export function lay(target: Raster, piece: Raster, { x, y, scale, ground, within }: Place): void {
  const limits = within ?? { x: 0, y: 0, width: target.width, height: target.height };
  const [width, height] = [Math.round(piece.width * scale), Math.round(piece.height * scale)];
  for (let row = Math.max(y, limits.y); row < Math.min(y + height, limits.y + limits.height); row++)
    for (let column = Math.max(x, limits.x); column < Math.min(x + width, limits.x + limits.width); column++) {
      const [fromX, fromY] = [Math.floor((column - x) / scale), Math.floor((row - y) / scale)];
      const from = (Math.min(fromY, piece.height - 1) * piece.width + Math.min(fromX, piece.width - 1)) * 4;
      const pixel = piece.rgba.subarray(from, from + 4);
      const isGround =
        ground[3] === 0 ? (pixel[3] ?? 0) < 16 : ground.every((value, c) => Math.abs(value - (pixel[c] ?? 0)) <= NOISE);
      if (!isGround) target.rgba.set(pixel, (row * target.width + column) * 4);
    }
}
