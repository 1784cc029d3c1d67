import type { CellIntent, Composition, ImageJob } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { pasteAll } from '../../../../raster/paste.ts';
import { wholePixels } from '../../../../raster/pixels.ts';
import type { Rgb } from '../colour.ts';
import { fromHue } from '../colour.ts';
import { reduceColours } from '../few-colours.ts';
import { marked, neverEmpty } from '../last-resort.ts';
import { poseOf } from '../motion.ts';
import { REST } from '../pose.ts';
import { hashText } from '../random.ts';
import { readSubject } from '../subject.ts';
import { paintSubject } from '../subject-picture.ts';
import type { World } from '../world.ts';
import { paintComponent } from './component.ts';
import { physiqueOf } from './physique.ts';
import { paintEdgedTile } from './edged-tile.ts';
import { paintTerrain } from './terrain.ts';
import type { TileSet } from './tile-set.ts';
import { maskOf, readTileSet } from './tile-set.ts';
import { variantOf, variantWords } from './variant.ts';

type Cells = Extract<Composition, { kind: 'cells' }>;

/** Every cell painted on a picture of its own, so that nothing spills into its neighbours; no two alike. */
export function paintSheet(world: World, job: ImageJob, { sheet, cells }: Cells): Raster {
  const paint = PAINTERS[sheet];
  const twins = twinKeys(cells);
  const seen = new Set<number>();
  const tiles = sheet === 'tile' ? readTileSet(job.subject, cells) : 'plain';
  const pieces = cells.map((cell) => {
    const isTwin = twins.has(cell.key);
    const colour = tintOf(cell) ?? fromHue((hashText(cell.key) & 1023) / 1024, 0.62, 0.55);
    const raster = unseen(seen, (attempt) => neverEmpty(paint(world, job, cell, { isTwin, attempt, tiles }), colour));
    return { raster, x: cell.rect.x, y: cell.rect.y };
  });
  const whole = pasteAll(job.canvas, pieces);
  if (world.look.grid) reduceColours(whole);
  return whole;
}

/** How a cell is painted: `attempt` rises when it came out exactly like an earlier one, as small frames may. */
interface Telling {
  readonly isTwin: boolean;
  readonly attempt: number;
  /** How the tiles of the sheet belong together. */
  readonly tiles: TileSet;
}

type CellPainter = (world: World, job: ImageJob, cell: CellIntent, telling: Telling) => Raster;

const MOST_ATTEMPTS = 6;

function unseen(seen: Set<number>, paint: (attempt: number) => Raster): Raster {
  let raster = paint(0);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS && seen.has(fingerprint(raster)); attempt += 1)
    raster = paint(attempt);
  const last = raster;
  for (let mark = 1; mark <= seen.size && seen.has(fingerprint(raster)); mark += 1) raster = marked(last, mark);
  seen.add(fingerprint(raster));
  return raster;
}

function fingerprint(raster: Raster): number {
  let hash = 0x811c9dc5;
  for (const pixel of wholePixels(raster)) hash = Math.imul(hash ^ pixel, 0x01000193);
  return hash;
}

const PAINTERS: Readonly<Record<Cells['sheet'], CellPainter>> = {
  sprite: (world, job, cell, { attempt }) => {
    const subject = readSubject(job.subject);
    const pose = cell.frame ? poseOf(cell.frame, physiqueOf(world, subject, job.seed)) : REST;
    return paintSubject(world, {
      subject,
      seed: job.seed,
      box: cell.rect,
      share: 0.7,
      grounded: pose.scale === 1,
      pose: { ...pose, stretch: pose.stretch * (1 - 0.03 * attempt) },
    });
  },
  tile: (world, job, cell, { attempt, tiles }) => {
    const index = cell.tile?.index ?? hashText(cell.key) % 997;
    const texts = [cell.words, job.subject];
    const wish = { texts, seed: job.seed, index: index + attempt * 4099, box: cell.rect, reach: 1 };
    return tiles === 'plain' ? paintTerrain(world, wish) : paintEdgedTile(world, wish, maskOf(tiles, index));
  },
  variation: (world, job, cell, { isTwin, attempt }) => {
    const subject = variantOf(readSubject(job.subject), readSubject(variantWords(cell)));
    const isUnlike = isTwin || attempt > 0;
    const hue = (hashText(`${cell.key}${attempt > 0 ? attempt : ''}`) & 1023) / 1024;
    const tint = (attempt === 0 ? tintOf(cell) : undefined) ?? (isUnlike ? fromHue(hue, 0.62, 0.55) : undefined);
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

/** Keys of cells whose words ask for the same as an earlier cell; one that asks for nothing is as its sheet says. */
function twinKeys(cells: readonly CellIntent[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const cell of cells) {
    const { key, tint } = cell;
    const { family, colours, accents, traits } = readSubject(variantWords(cell));
    const look = JSON.stringify([family, tint ?? colours, accents, traits]);
    if (seen.has(look)) twins.add(key);
    seen.add(look);
  }
  return twins;
}
