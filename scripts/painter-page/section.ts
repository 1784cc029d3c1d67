import type { Raster } from '../../src/raster/raster.ts';

/** A chapter of `docs/painter.md`. A new one is a module beside this and a line in `sections.ts`. */
export interface Section {
  readonly title: string;
  /** Markdown; a blank line between paragraphs. */
  readonly text: string;
  readonly pictures: readonly Picture[];
}

export interface Picture {
  /** Below `docs/painter/`, without `.png`; at most 400 KB. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly draw: () => Raster;
}
