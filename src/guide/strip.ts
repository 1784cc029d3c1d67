import type { Mask } from '../raster/mask.ts';

/** A stretch of a scan line, in pixels. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface StripShape {
  /** Scan lines a pixel. */
  readonly samples: number;
  readonly length: number;
  /** From one strip's first pixel to the next one's, and from a pixel to its follower, in the mask's bytes. */
  readonly start: number;
  readonly step: number;
}

/** One row or column of pixels while its scan lines arrive; areas are exact in 1/256 pixel. */
export class Strip {
  readonly #mask: Mask;
  readonly #shape: StripShape;
  readonly #change: Int32Array;
  #strip = -1;
  #line = -1;
  #filledTo = 0;

  constructor(mask: Mask, shape: StripShape) {
    this.#mask = mask;
    this.#shape = shape;
    this.#change = new Int32Array(shape.length + 2);
  }

  /** Ranges of one scan line come from left to right; where they overlap they count once. */
  add(line: number, range: Range | undefined): void {
    if (range === undefined) return;
    if (line !== this.#line) this.#beginLine(line);
    const from = Math.max(this.#filledTo, this.#place(range.from));
    const to = this.#place(range.to);
    if (to <= from) return;
    this.#turn(from, 1);
    this.#turn(to, -1);
    this.#filledTo = to;
  }

  flush(): void {
    if (this.#strip < 0) return;
    const { coverage } = this.#mask;
    const { length, start, step, samples } = this.#shape;
    const changes = this.#change;
    const full = samples * 256;
    let filled = 0;
    let value = 0;
    for (let i = 0, at = this.#strip * start; i < length; i++, at += step) {
      const difference = changes[i] ?? 0;
      if (difference !== 0) {
        filled += difference;
        value = Math.trunc((filled * 255 + full / 2) / full);
      }
      if (value > (coverage[at] ?? 0)) coverage[at] = value;
    }
    changes.fill(0);
  }

  #beginLine(line: number): void {
    const strip = Math.floor(line / this.#shape.samples);
    if (strip !== this.#strip) this.flush();
    this.#strip = strip;
    this.#line = line;
    this.#filledTo = 0;
  }

  #place(position: number): number {
    return Math.round(Math.max(0, Math.min(position, this.#shape.length)) * 256);
  }

  /** From here on the line is filled (1) or no longer (-1). */
  #turn(place: number, sign: 1 | -1): void {
    const pixel = place >> 8;
    const fraction = place & 255;
    this.#change[pixel] = (this.#change[pixel] ?? 0) + sign * (256 - fraction);
    this.#change[pixel + 1] = (this.#change[pixel + 1] ?? 0) + sign * fraction;
  }
}
