import type { Mask } from '../../../raster/mask.ts';
import type { Raster, Rect } from '../../../raster/raster.ts';
import { createRaster } from '../../../raster/raster.ts';
import type { Rgb } from './colour.ts';
import { drawFigure, figureBounds, outlineWidth } from './draw-figure.ts';
import { withEffects } from './effects.ts';
import { fadeOut } from './fade-out.ts';
import { FAMILIES } from './families/index.ts';
import { reduceColours } from './few-colours.ts';
import type { Transform } from './geometry.ts';
import { drawInBody } from './guided-figure.ts';
import { createKit, familyData } from './kit.ts';
import { enlarge, gridFor } from './pixel-grid.ts';
import type { Pose } from './pose.ts';
import { REST } from './pose.ts';
import type { Look } from './styles.ts';
import { standInOf } from './stand-in.ts';
import type { Subject } from './subject.ts';
import { stencilOfMask } from './body-mask.ts';
import type { Trait } from './vocabulary/adjectives.ts';
import type { FamilyName } from './vocabulary/nouns.ts';
import type { World } from './world.ts';

export interface SubjectWish {
  readonly subject: Subject;
  readonly seed: number;
  /** Its place on the canvas; the picture has its size. */
  readonly box: Rect;
  readonly tint?: Rgb;
  readonly pose?: Pose;
  /** The outline to obey, in canvas pixels. */
  readonly outline?: Mask;
  /** Share of the box to fill; 0.9 when absent. */
  readonly share?: number;
  /** Stands near the lower edge, with air above to jump into, instead of in the middle. */
  readonly grounded?: boolean;
  /** Of its pixel grid, where it has to be that of another picture. */
  readonly rows?: number;
}

/** One creature or object on nothing. */
export function paintSubject(world: World, wish: SubjectWish): Raster {
  const grid = gridFor(wish.box, world.look, wish.rows ?? 64);
  const surface = createRaster(grid.width, grid.height);
  const family = wish.subject.family ?? standInOf(wish.subject);
  const pose = wish.pose ?? REST;
  const kit = createKit(world, { ...wish, family, blink: pose.blink });
  const parts = withEffects(FAMILIES[family](kit), kit, shownTraits(wish.subject, family));
  const look = world.look;
  if (wish.outline) {
    const body = stencilOfMask(wish.outline, [wish.box.x, wish.box.y], grid);
    drawInBody(surface, { parts, look, kit, body, creature: familyData(family).creature });
  } else {
    const place = fitFigure(
      figureBounds(parts),
      { ...grid, foot: wish.grounded ? 0.95 : undefined },
      look,
      sizeOf(wish),
    );
    drawFigure(surface, { parts, look, place, pose });
  }
  if (pose.fade > 0) fadeOut(surface, pose.fade, look.grid);
  if (look.grid) reduceColours(surface);
  return enlarge(surface, grid.cell, wish.box);
}

const AFLAME: ReadonlySet<FamilyName> = new Set<FamilyName>(['torch', 'fire', 'burst', 'lantern']);

/** What burns by itself gets no second fire around it. */
function shownTraits({ traits }: Subject, family: FamilyName): readonly Trait[] {
  if (!AFLAME.has(family)) return traits;
  return traits.map(({ effects = [], ...trait }) => ({
    ...trait,
    effects: effects.filter((name) => name !== 'flames'),
  }));
}

function sizeOf({ subject, share = 0.9 }: SubjectWish): number {
  const factor = subject.traits.find((trait) => trait.size !== undefined)?.size ?? 1;
  return Math.min(0.96, share * factor);
}

interface Target {
  readonly width: number;
  readonly height: number;
  /** Where the lowest point comes to lie, as a share of the height; in the middle when undefined. */
  readonly foot: number | undefined;
}

/** Scales the figure into the middle of the target, keeping its proportions and a clear pixel around its outline. */
function fitFigure(bounds: ReturnType<typeof figureBounds>, target: Target, look: Look, share: number): Transform {
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const room = (side: number): number => Math.max(1, Math.min(side * share, side - 2));
  const fit = (line: number): number =>
    Math.min((room(target.width) - 2 * line) / width, (room(target.height) - 2 * line) / height);
  const line = outlineWidth(look, fit(0));
  const scale = fit(line) > 0 ? fit(line) : fit(0);
  const x = target.width / 2 - ((bounds.left + bounds.right) / 2) * scale;
  const middle = target.height / 2 - ((bounds.top + bounds.bottom) / 2) * scale;
  const y = target.foot === undefined ? middle : target.height * target.foot - bounds.bottom * scale - line;
  return [scale, 0, 0, scale, x, y];
}
