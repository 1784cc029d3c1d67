import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { roughNoise } from '../noise.ts';
import { blend } from '../surface.ts';
import type { Plane } from './plane.ts';
import type { Stage } from './stage.ts';

/** Clouds of glowing gas over a dark sky. */
export function paintNebula(stage: Stage): void {
  const { surface, place } = stage;
  eachCloud(stage, stage.seed, (at, noise) => {
    const share = veilShare(stage, noise);
    if (share > 0) tint(surface.rgba, at, place.nebula, share);
  });
}

/** The same on a plane of its own: solid in the middle, nothing beyond its clouds. */
export function paintNebulaPlane(stage: Stage, { salt }: Plane): void {
  const { nebula } = stage.place;
  const bands = isHard(stage) ? 4 : 64;
  eachCloud(stage, stage.seed + salt * 7919, (at, noise) => {
    const share = Math.min(1, Math.floor(Math.max(0, (noise - 128) / 52) * bands) / bands);
    if (share <= 0) return;
    const tone = mix(mix(nebula, [16, 10, 40], 0.55), nebula, share);
    blend(stage.surface.rgba, at, tone, stage.world.look.grid ? 255 : Math.min(255, Math.round(share * 320)));
  });
}

/** Visits every pixel with its place in the picture's bytes and its cloud noise 0..255. */
function eachCloud(stage: Stage, seed: number, visit: (at: number, noise: number) => void): void {
  const { surface, span, scale, left, top } = stage;
  const across = Math.max(2, Math.round(span / 40));
  for (let y = 0; y < surface.height; y++) {
    const row = (y - top) / scale / 40;
    let noise = 0;
    for (let x = 0; x < surface.width; x++) {
      // The clouds are soft: a new value every second pixel is enough, counted from where the scene repeats.
      if (x === 0 || (x - left) % 2 === 0)
        noise = roughNoise(((x - left) / scale / span) * across, row, seed, [across, 64], 2);
      visit((y * surface.width + x) * 4, noise);
    }
  }
}

function veilShare(stage: Stage, noise: number): number {
  const cloud = Math.max(0, noise - 120);
  return Math.min(0.6, isHard(stage) ? Math.floor(cloud / 22) * 0.11 : cloud / 190);
}

function isHard({ world }: Stage): boolean {
  return world.look.grid || world.look.name === 'flat';
}

function tint(rgba: Uint8Array, at: number, colour: Rgb, share: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const under = rgba[at + channel] ?? 0;
    rgba[at + channel] = Math.round(under + ((colour[channel] ?? 0) - under) * share);
  }
}
