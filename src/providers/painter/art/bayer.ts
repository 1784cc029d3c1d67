/** The 4 × 4 ordered dither's threshold of a pixel, 0..15. */
export function bayer(x: number, y: number): number {
  return BAYER[(y % 4) * 4 + (x % 4)] ?? 0;
}

const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
