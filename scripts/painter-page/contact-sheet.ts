import type { StyleName } from '../../src/pack/pack.ts';
import { paintJob } from '../../src/providers/painter/art/paint-job.ts';
import { translateJob } from '../../src/providers/painter/translate.ts';
import { pasteAll } from '../../src/raster/paste.ts';
import type { Raster } from '../../src/raster/raster.ts';
import { createRaster } from '../../src/raster/raster.ts';
import type { ImageJob } from '../../src/providers/provider.ts';

/** One picture of a contact sheet. */
export interface Shot {
  readonly subject: string;
  readonly style: StyleName;
  readonly theme?: string;
}

export interface Layout {
  readonly columns: number;
  /** Pixels a side. */
  readonly size: number;
}

const PAPER = [226, 230, 222, 255] as const;
const SEED = 7;

/** Entities in rows, on paper. */
export function entitySheet(shots: readonly Shot[], { columns, size }: Layout): Raster {
  return sheetOf(
    shots.map((shot) => paintEntity(shot, size)),
    columns,
  );
}

/** Pictures of one size in rows, on paper. */
export function sheetOf(pictures: readonly Raster[], columns: number): Raster {
  const [width, height] = [pictures[0]?.width ?? 0, pictures[0]?.height ?? 0];
  const gap = Math.max(4, width >> 4);
  const rows = Math.ceil(pictures.length / columns);
  const paper = createRaster(columns * (width + gap) + gap, rows * (height + gap) + gap, PAPER);
  const pieces = pictures.map((raster, index) => ({
    raster: onPaper(raster),
    x: gap + (index % columns) * (width + gap),
    y: gap + Math.floor(index / columns) * (height + gap),
  }));
  return pasteAll(paper, [{ raster: paper, x: 0, y: 0 }, ...pieces]);
}

function paintEntity({ subject, style, theme = '' }: Shot, size: number): Raster {
  const canvas = { width: size, height: size, scale: 1, content: { x: 0, y: 0, width: size, height: size } };
  const job: ImageJob = {
    type: 'entity',
    prompt: '',
    negativePrompt: '',
    seed: SEED,
    canvas,
    style: { name: style, words: '' },
    theme,
    subject,
    transparent: true,
    composition: { kind: 'subject' },
  };
  const [picture] = paintJob(translateJob(job, new Map()));
  if (!picture) throw new Error(`Nothing was painted for ${subject}.`);
  return picture;
}

function onPaper({ width, height, rgba }: Raster): Raster {
  const paper = createRaster(width, height, PAPER);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = (rgba[i + 3] ?? 0) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const under = paper.rgba[i + channel] ?? 0;
      paper.rgba[i + channel] = Math.round(under + ((rgba[i + channel] ?? 0) - under) * alpha);
    }
  }
  return paper;
}
