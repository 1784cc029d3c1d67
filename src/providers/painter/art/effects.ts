import type { Kit, Part } from './figure.ts';
import { ellipse, join, polygon, smooth } from './geometry.ts';
import { mark, solid, starPath } from './parts.ts';
import { stroke } from './stroke.ts';
import type { Trait } from './vocabulary/adjectives.ts';

type Effect = NonNullable<Trait['effect']>;

/** What an adjective adds behind and before the figure, in the figure's box. */
interface Layers {
  readonly behind?: readonly Part[];
  readonly before?: readonly Part[];
}

const inside = (part: Part): Part => ({ ...part, inside: true });

const EFFECTS: Readonly<Record<Effect, (kit: Kit) => Layers>> = {
  sparkle: (kit) => ({
    before: [
      mark(
        kit.white,
        join(starPath(84, 14, 10, 4, 0.24), starPath(14, 30, 6.5, 4, 0.24), starPath(88, 74, 5.5, 4, 0.24)),
      ),
    ],
  }),
  frost: (kit) => ({
    before: [
      inside(
        mark(
          kit.white,
          polygon(0, 0, 100, 0, 100, 16, 88, 26, 80, 17, 70, 32, 60, 18, 50, 27, 40, 17, 30, 34, 21, 19, 10, 28, 0, 16),
          0.8,
        ),
      ),
      inside(
        mark(
          kit.white,
          join(starPath(28, 70, 6, 6, 0.3), starPath(72, 62, 5, 6, 0.3), starPath(58, 88, 4, 6, 0.3)),
          0.85,
        ),
      ),
    ],
  }),
  flames: (kit) => ({
    behind: [
      solid(
        { ...kit.red, base: [240, 112, 40], light: [255, 190, 70], dark: [205, 62, 40] },
        smooth(10, 96, -4, 62, 8, 36, 16, 46, 22, 14, 36, 22, 50, -18, 62, 20, 76, 8, 84, 44, 92, 34, 104, 62, 90, 96),
      ),
    ],
    before: [mark(kit.gold, join(ellipse(12, 20, 3, 4), ellipse(88, 18, 2.6, 3.6), ellipse(68, 0, 2.2, 3)))],
  }),
  cracks: (kit) => ({
    before: [
      inside(
        mark(
          kit.ink,
          join(
            stroke(1.8, 30, 6, 38, 22, 32, 30, 42, 42),
            stroke(1.4, 38, 22, 46, 26),
            stroke(1.8, 78, 60, 68, 68, 72, 76, 62, 88),
            stroke(1.4, 68, 68, 60, 66),
          ),
          0.75,
        ),
      ),
    ],
  }),
  drips: (kit) => ({
    before: [
      inside(
        mark(
          { ...kit.leaf, base: [170, 222, 60] },
          join(
            smooth(16, 66, 24, 62, 24, 88, 20, 92, 16, 88),
            smooth(76, 54, 84, 50, 84, 78, 80, 82, 76, 78),
            smooth(46, 80, 52, 76, 52, 98, 46, 98),
          ),
          0.85,
        ),
      ),
      mark(
        { ...kit.leaf, base: [170, 222, 60] },
        join(ellipse(10, 12, 4), ellipse(22, 3, 2.6), ellipse(90, 8, 3.4)),
        0.9,
      ),
    ],
  }),
};

export function withEffects(parts: readonly Part[], kit: Kit, traits: readonly Trait[]): readonly Part[] {
  const effects = new Set(traits.flatMap((trait) => trait.effect ?? []));
  const layers = [...effects].map((effect) => EFFECTS[effect](kit));
  return [...layers.flatMap(({ behind = [] }) => behind), ...parts, ...layers.flatMap(({ before = [] }) => before)];
}
