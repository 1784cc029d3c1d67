import type { SheetKind } from '../pack/pack.ts';
import { distance, type Look, readLook } from './look.ts';
import type { Metric } from './metric.ts';
import type { SheetInk } from './sheet-ink.ts';

export const CELL_CONSISTENCY: Metric = {
  name: 'cell-consistency',
  title: 'Cell consistency',
  unit: 'share',
  range: [0, 1],
  better: 'more',
  about:
    'How alike the cells of a sheet look: 1 is the same look in all. The frames of a sprite are to keep their colours, hue and all; tiles, variations and the states of a component may change in hue, but not in how light and how colourful they are; of components only the strokes count in full. Strokes are how dark the rim is and how much detail there is; size counts where things are to be of one size. Each cell is held against the middle of all.',
  source: 'Our own: one-dimensional earth mover’s distances of OKLab coordinates.',
};

/** What is a great difference: ΔE, shares of lightness, shares of steps, doublings of size. */
const WHOLE = { colour: 25, outline: 0.35, detail: 0.3, size: 2 } as const;

/** How much each kind of difference counts, by the kind of sheet. */
const WEIGHTS: Readonly<Record<SheetKind, Readonly<Record<keyof Parts, number>>>> = {
  sprite: { lightness: 1, hue: 2, chroma: 1, outline: 1, detail: 1, size: 0.5 },
  tile: { lightness: 0.5, hue: 0, chroma: 0.5, outline: 0, detail: 1, size: 0 },
  variation: { lightness: 1, hue: 0, chroma: 0.5, outline: 1, detail: 1, size: 1 },
  ui_component: { lightness: 0.3, hue: 0.3, chroma: 0.3, outline: 1, detail: 1, size: 1 },
};

interface Parts {
  readonly lightness: number;
  readonly hue: number;
  readonly chroma: number;
  readonly outline: number;
  readonly detail: number;
  readonly size: number;
}

/** See `CELL_CONSISTENCY`. Undefined with fewer than two cells that show something. */
export function measureCellConsistency({ raster, ink, cells }: SheetInk, kind: SheetKind): number | undefined {
  const looks = cells.map(({ rect }) => readLook(raster, ink, rect)).filter((look) => look !== undefined);
  if (looks.length < 2) return undefined;
  const middle = middleOf(looks);
  const weights = WEIGHTS[kind];
  const whole = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const off = looks.map((look) => {
    const parts = differences(look, middle);
    return PART_NAMES.reduce((sum, name) => sum + weights[name] * (1 - Math.exp(-parts[name])), 0) / whole;
  });
  return 1 - off.reduce((sum, value) => sum + value, 0) / off.length;
}

const PART_NAMES = ['lightness', 'hue', 'chroma', 'outline', 'detail', 'size'] as const;

function differences(look: Look, middle: Look): Parts {
  return {
    lightness: distance(look.lightness, middle.lightness) / WHOLE.colour,
    hue: (distance(look.greenRed, middle.greenRed) + distance(look.blueYellow, middle.blueYellow)) / 2 / WHOLE.colour,
    chroma: distance(look.chroma, middle.chroma) / WHOLE.colour,
    outline: Math.abs(look.outline - middle.outline) / WHOLE.outline,
    detail: Math.abs(look.detail - middle.detail) / WHOLE.detail,
    size: Math.abs(Math.log2(look.area / Math.max(1, middle.area))) / WHOLE.size,
  };
}

/** The middle of each number among the cells. */
function middleOf(looks: readonly Look[]): Look {
  const row = (of: (look: Look) => readonly number[]): readonly number[] =>
    (of(looks[0] ?? EMPTY) ?? []).map((_, i) => median(looks.map((look) => of(look)[i] ?? 0)));
  return {
    area: median(looks.map(({ area }) => area)),
    lightness: row(({ lightness }) => lightness),
    greenRed: row(({ greenRed }) => greenRed),
    blueYellow: row(({ blueYellow }) => blueYellow),
    chroma: row(({ chroma }) => chroma),
    outline: median(looks.map(({ outline }) => outline)),
    detail: median(looks.map(({ detail }) => detail)),
  };
}

const EMPTY: Look = { area: 0, lightness: [], greenRed: [], blueYellow: [], chroma: [], outline: 0, detail: 0 };

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
