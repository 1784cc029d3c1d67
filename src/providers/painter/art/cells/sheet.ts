import type { CellIntent, Composition, ImageJob } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { pasteAll } from '../../../../raster/paste.ts';
import type { Rgb } from '../colour.ts';
import { fromHue } from '../colour.ts';
import { poseOf } from '../motion.ts';
import { hashText } from '../random.ts';
import type { Subject } from '../subject.ts';
import { readSubject } from '../subject.ts';
import { paintSubject } from '../subject-picture.ts';
import type { World } from '../world.ts';
import { paintComponent } from './component.ts';
import { paintTerrain } from './terrain.ts';

type Cells = Extract<Composition, { kind: 'cells' }>;

/** Every cell painted on a picture of its own, so that nothing spills into its neighbours. */
export function paintSheet(world: World, job: ImageJob, { sheet, cells }: Cells): Raster {
  const paint = PAINTERS[sheet];
  const twins = twinKeys(cells);
  const pieces = cells.map((cell) => ({
    raster: paint(world, job, cell, twins.has(cell.key)),
    x: cell.rect.x,
    y: cell.rect.y,
  }));
  return pasteAll(job.canvas, pieces);
}

type CellPainter = (world: World, job: ImageJob, cell: CellIntent, isTwin: boolean) => Raster;

const PAINTERS: Readonly<Record<Cells['sheet'], CellPainter>> = {
  sprite: (world, job, cell) => {
    const subject = readSubject(job.subject);
    return paintSubject(world, {
      subject,
      seed: job.seed,
      box: cell.rect,
      share: 0.7,
      grounded: true,
      ...(cell.frame ? { pose: poseOf(cell.frame) } : {}),
    });
  },
  tile: (world, job, cell) =>
    paintTerrain(world, {
      text: `${job.subject} ${cell.words}`,
      seed: job.seed,
      index: cell.tile?.index ?? hashText(cell.key) % 997,
      box: cell.rect,
      reach: 1,
    }),
  variation: (world, job, cell, isTwin) => {
    const subject = variantOf(readSubject(job.subject), readSubject(cell.words));
    const tint = tintOf(cell) ?? (isTwin ? fromHue((hashText(cell.key) & 1023) / 1024, 0.62, 0.55) : undefined);
    return paintSubject(world, { subject, seed: job.seed, box: cell.rect, ...(tint ? { tint } : {}) });
  },
  ui_component: (world, job, cell) => {
    const component = cell.component ?? { type: 'button', state: 'normal' };
    return paintComponent(world, {
      cell,
      component,
      subject: readSubject(`${cell.words} ${job.subject}`),
      theme: job.theme,
    });
  },
};

function tintOf({ tint }: CellIntent): Rgb | undefined {
  return tint ? [tint[0], tint[1], tint[2]] : undefined;
}

/** The variant's own words win; what it does not say, the sheet says. A gem's name is then a colour, not a gem. */
function variantOf(sheet: Subject, variant: Subject): Subject {
  const family = variant.colours.length > 0 ? (sheet.family ?? variant.family) : (variant.family ?? sheet.family);
  return {
    ...(family ? { family } : {}),
    colours:
      variant.colours.length > 0
        ? variant.colours
        : variant.traits.some(({ material }) => material)
          ? []
          : sheet.colours,
    traits: [...variant.traits, ...sheet.traits],
    words: [...sheet.words, ...variant.words],
  };
}

/** Keys of cells whose words ask for nothing, or for the same as an earlier cell. */
function twinKeys(cells: readonly CellIntent[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const { key, words, tint } of cells) {
    const { family, colours, traits } = readSubject(words);
    const look = JSON.stringify([family, tint ?? colours, traits]);
    if (seen.has(look) || (!family && !tint && colours.length + traits.length === 0)) twins.add(key);
    seen.add(look);
  }
  return twins;
}
