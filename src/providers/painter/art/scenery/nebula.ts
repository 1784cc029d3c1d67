import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { blend } from '../surface.ts';
import type { Plane } from './plane.ts';
import { softNoise } from './soft-noise.ts';
import type { Stage } from './stage.ts';

/** Clouds of glowing gas over a dark sky. */
export function paintNebula(stage: Stage): void {
  const { rgba } = stage.surface;
  const { nebula } = stage.place;
  const shareOf = veilShare(stage);
  eachPuff(stage, stage.seed, (from, to, noise) => {
    const share = shareOf(noise);
    if (share > 0) for (let at = from; at < to; at += 4) tint(rgba, at, nebula, share);
  });
}

/** The same on a plane of its own: solid in the middle, nothing beyond its clouds. */
export function paintNebulaPlane(stage: Stage, { salt }: Plane): void {
  const { rgba } = stage.surface;
  const { nebula } = stage.place;
  const { grid } = stage.world.look;
  const bands = isHard(stage) ? 4 : 64;
  eachPuff(stage, stage.seed + salt * 7919, (from, to, noise) => {
    const share = Math.min(1, Math.floor(Math.max(0, (noise - 128) / 52) * bands) / bands);
    if (share <= 0) return;
    const tone = mix(mix(nebula, [16, 10, 40], 0.55), nebula, share);
    const alpha = grid ? 255 : Math.min(255, Math.round(share * 320));
    for (let at = from; at < to; at += 4) blend(rgba, at, tone, alpha);
  });
}

/** Visits pixels beside each other that have the same cloud noise 0..255, by their places in the picture's bytes. */
function eachPuff(stage: Stage, seed: number, visit: (from: number, to: number, noise: number) => void): void {
  const { surface, span, scale, top } = stage;
  const { starts, row } = softNoise(stage, { seed, across: Math.max(2, Math.round(span / 40)), step: 2 });
  for (let y = 0; y < surface.height; y++) {
    const noise = row((y - top) / scale / 40);
    const start = y * surface.width;
    for (let i = 0; i < noise.length; i++)
      visit((start + (starts[i] ?? 0)) * 4, (start + (starts[i + 1] ?? 0)) * 4, noise[i] ?? 0);
  }
}

function veilShare(stage: Stage): (noise: number) => number {
  if (isHard(stage)) return (noise) => (noise <= 120 ? 0 : Math.min(0.6, Math.floor((noise - 120) / 22) * 0.11));
  return (noise) => (noise <= 120 ? 0 : Math.min(0.6, (noise - 120) / 190));
}

function isHard({ world }: Stage): boolean {
  return world.look.grid || world.look.name === 'flat';
}

function tint(rgba: Uint8Array, at: number, colour: Rgb, share: number): void {
  const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
  rgba[at] = Math.round(red + (colour[0] - red) * share);
  rgba[at + 1] = Math.round(green + (colour[1] - green) * share);
  rgba[at + 2] = Math.round(blue + (colour[2] - blue) * share);
}
