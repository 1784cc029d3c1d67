/** How much of each pixel a shape covers: 0 is none, 255 all; row by row from the top left. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly coverage: Uint8Array;
}

/** A mask that covers nothing. */
export function createMask(width: number, height: number): Mask {
  return { width, height, coverage: new Uint8Array(width * height) };
}
