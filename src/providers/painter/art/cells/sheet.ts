import type { CellIntent, Composition, ImageJob } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { pasteAll } from '../../../../raster/paste.ts';
import { wholePixels } from '../../../../raster/pixels.ts';
import type { Rgb } from '../colour.ts';
import { fromHue } from '../colour.ts';
import { reduceColours } from '../few-colours.ts';
import { marked, neverEmpty } from '../last-resort.ts';
import { hashText } from '../random.ts';
import { readSubject } from '../subject.ts';
import { paintSubject } from '../subject-picture.ts';
import type { World } from '../world.ts';
import { paintComponent } from './component.ts';
import { paintEdgedTile } from './edged-tile.ts';
import { framePainter } from './frames.ts';
import { paintTerrain } from './terrain.ts';
import { maskOf, readTileSet } from './tile-set.ts';
import { variantOf, variantWords } from './variant.ts';

type Cells = Extract<Composition, { kind: 'cells' }>;

/** Every cell painted on a picture of its own, so that nothing spills into its neighbours; none like those beside it. */
export function paintSheet(world: World, job: ImageJob, { sheet, cells }: Cells): Raster {
  const paint = PAINTERS[sheet](world, job, cells);
  const made = new Map<string, number>();
  const pieces = cells.map((cell) => {
    const colour = tintOf(cell) ?? fromHue((hashText(cell.key) & 1023) / 1024, 0.62, 0.55);
    const seen = rivalsOf(cell, made);
    const raster = unseen(seen, (attempt) => neverEmpty(paint(cell, attempt), colour));
    made.set(nameOf(cell), fingerprint(raster));
    return { raster, x: cell.rect.x, y: cell.rect.y };
  });
  const whole = pasteAll(job.canvas, pieces);
  if (world.look.grid) reduceColours(whole);
  return whole;
}

/** Pictures that a cell must not equal: of a frame those before and after it, else all. */
function rivalsOf({ frame }: CellIntent, made: ReadonlyMap<string, number>): ReadonlySet<number> {
  if (!frame) return new Set(made.values());
  const { animation, index, count } = frame;
  const beside = [index - 1, (index + 1) % count].map((at) => made.get(frameName(animation, at)));
  return new Set(beside.filter((print) => print !== undefined));
}

function nameOf({ key, frame }: CellIntent): string {
  return frame ? frameName(frame.animation, frame.index) : key;
}

function frameName(animation: string, index: number): string {
  return `${animation}_${index}`;
}

const MOST_ATTEMPTS = 6;

function unseen(seen: ReadonlySet<number>, paint: (attempt: number) => Raster): Raster {
  let raster = paint(0);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS && seen.has(fingerprint(raster)); attempt += 1)
    raster = paint(attempt);
  const last = raster;
  for (let mark = 1; mark <= seen.size && seen.has(fingerprint(raster)); mark += 1) raster = marked(last, mark);
  return raster;
}

function fingerprint(raster: Raster): number {
  let hash = 0x811c9dc5;
  for (const pixel of wholePixels(raster)) hash = Math.imul(hash ^ pixel, 0x01000193);
  return hash;
}

/** `attempt` rises when a cell came out exactly like one that it must differ from, as small pictures may. */
type CellPainter = (cell: CellIntent, attempt: number) => Raster;

const PAINTERS: Readonly<Record<Cells['sheet'], (world: World, job: ImageJob, cells: Cells['cells']) => CellPainter>> =
  {
    sprite: framePainter,
    tile: (world, job, cells) => {
      const tiles = readTileSet(job.subject, cells);
      return (cell, attempt) => {
        const index = cell.tile?.index ?? hashText(cell.key) % 997;
        const texts = [cell.words, job.subject];
        const wish = { texts, seed: job.seed, index: index + attempt * 4099, box: cell.rect, reach: 1 };
        return tiles === 'plain' ? paintTerrain(world, wish) : paintEdgedTile(world, wish, maskOf(tiles, index));
      };
    },
    variation: (world, job, cells) => {
      const twins = twinKeys(cells);
      return (cell, attempt) => {
        const subject = variantOf(readSubject(job.subject), readSubject(variantWords(cell)));
        const isUnlike = twins.has(cell.key) || attempt > 0;
        const hue = (hashText(`${cell.key}${attempt > 0 ? attempt : ''}`) & 1023) / 1024;
        const tint = (attempt === 0 ? tintOf(cell) : undefined) ?? (isUnlike ? fromHue(hue, 0.62, 0.55) : undefined);
        return paintSubject(world, { subject, seed: job.seed, box: cell.rect, ...(tint ? { tint } : {}) });
      };
    },
    ui_component: (world, job) => (cell) =>
      paintComponent(world, {
        cell,
        component: cell.component ?? { type: 'button', state: 'normal' },
        subject: readSubject(`${cell.words} ${job.subject}`),
        theme: job.theme,
      }),
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
