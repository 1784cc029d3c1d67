import type { Rgb } from './count-palette.ts';
import type { EdgeWalk } from './edge-walks.ts';

/** Of the inside's brightness; a little darker will do where the hue is the same, but so many times as strong. */
const DARKER = 0.8;
const TINTED = 0.92;
const DEEPER = 1.4;
/** Levels of the weakest channel. */
const PALE = 150;
/** Levels: of the strongest channel, and between it and the weakest. */
const NEARLY_BLACK = 104;
const GREY = 48;
const COLOURFUL = 24;
/** Degrees. */
const SAME_HUE = 45;
/** A black background's fringe: so dark, and fading over so many pixels, more than are opaque; a drawn line ends in one, or in a few where all is soft. */
const BLACK = 72;
const FADES = 1.9;

/** Whether the rim was drawn: nearly black, or a darker shade of what it surrounds, and a line rather than a shadow. */
export function isOutline({ tip, rim, inside, fade, line }: EdgeWalk): boolean {
  const fades = Math.max(...rim) < BLACK && fade >= FADES && fade > line;
  return !fades && [rim, tip].some((colour) => isLineAround(inside, colour));
}

function isLineAround(inside: Rgb, colour: Rgb): boolean {
  const share = brightness(colour) / brightness(inside);
  if (share <= TINTED && isDeeper(colour, inside)) return true;
  if (share > DARKER) return false;
  return Math.max(...colour) < NEARLY_BLACK || isShadeOf(colour, inside);
}

/** Pale things are drawn with a line that is hardly darker, but of the same hue and more of it. */
function isDeeper(rim: Rgb, inside: Rgb): boolean {
  return (
    Math.min(...inside) > PALE &&
    spread(inside) > 0 &&
    spread(rim) >= DEEPER * spread(inside) &&
    spread(rim) >= COLOURFUL &&
    hueGap(rim, inside) < SAME_HUE
  );
}

function isShadeOf(rim: Rgb, inside: Rgb): boolean {
  const [own, other] = [spread(rim), spread(inside)];
  if (own < GREY && other < GREY) return true;
  if (own < COLOURFUL || other < COLOURFUL) return false;
  return hueGap(rim, inside) < SAME_HUE;
}

function hueGap(one: Rgb, other: Rgb): number {
  const gap = Math.abs(hue(one) - hue(other));
  return Math.min(gap, 360 - gap);
}

function brightness([red, green, blue]: Rgb): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function spread(colour: Rgb): number {
  return Math.max(...colour) - Math.min(...colour);
}

/** Degrees from red; of a grey there is none. */
function hue([red, green, blue]: Rgb): number {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (most === red) return (60 * (green - blue)) / range;
  return most === green ? 120 + (60 * (blue - red)) / range : 240 + (60 * (red - green)) / range;
}
