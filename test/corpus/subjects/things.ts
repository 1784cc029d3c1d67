import type { Layer, Rgb } from '../draw.ts';
import { box, circle, ellipse, grown, join, placed, ring, spike, stroke, turned, without } from '../forms.ts';
import { anyColour, blend, glow, grained, lit, plain, round, upright } from '../paints.ts';
import { outlined, type Subject } from './strokes.ts';

export const ball: Subject = (dice) => {
  const rgb = anyColour(dice);
  return [
    { form: circle(0, 0, 0.8), paint: round(rgb, 0, 0, 0.8) },
    { form: ellipse(-0.3, -0.35, 0.16, 0.1), paint: plain([255, 255, 255], 0.7) },
  ];
};

export const bottle: Subject = (dice) => {
  const glass: Rgb = [190, 225, 235];
  const rgb = anyColour(dice);
  const body = join(circle(0, 0.25, 0.58), box(0, -0.5, 0.2, 0.35, 0.04));
  const liquid = without(grown(body, -0.08), box(0, -0.5, 2, 0.55));
  return [
    { form: body, paint: plain(glass, dice.between(0.45, 0.65)) },
    { form: liquid, paint: (x, y) => ({ rgb: lit(rgb, 1.1 - 0.4 * y + 0.1 * x), cover: 0.85 }) },
    { form: without(body, grown(body, -0.05)), paint: plain(blend(glass, [90, 130, 150], 0.5), 0.9) },
    { form: box(0, -0.84, 0.22, 0.07, 0.03), paint: plain([120, 80, 50]) },
    { form: ellipse(-0.25, 0.1, 0.07, 0.18), paint: plain([255, 255, 255], 0.75) },
  ];
};

export const orb: Subject = (dice) => {
  const rgb = anyColour(dice, [0.75, 1]);
  return [
    { form: circle(0, 0, 0.92), paint: glow(rgb, 0.45, dice.between(0.5, 0.8)) },
    { form: circle(0, 0, 0.48), paint: (x, y) => ({ rgb: blend([255, 255, 255], rgb, Math.hypot(x, y) / 0.5) }) },
  ];
};

export const spear: Subject = (dice) => {
  const lean = dice.between(0.4, 0.8);
  const tip = placed(turned(box(0, 0, 0.1, 0.1), Math.PI / 4), 0, -0.74);
  return [
    { form: turned(stroke(0, -0.6, 0, 0.85, 0.035), lean), paint: plain([130, 84, 46]) },
    { form: turned(tip, lean), paint: upright(anyColour(dice), 0.3) },
  ];
};

export const key: Subject = (dice) => {
  const form = join(
    ring(-0.45, 0, 0.3, 0.09),
    box(0.25, 0, 0.5, 0.07, 0.02),
    box(0.5, 0.16, 0.06, 0.14),
    box(0.68, 0.13, 0.06, 0.11),
  );
  const paint = upright(dice.pick([[236, 180, 50], [190, 196, 206], anyColour(dice)]), 0.5);
  return dice.chance(0.5) ? outlined(turned(form, 0.4), paint, 0.035) : [{ form: turned(form, 0.4), paint }];
};

export const hoop: Subject = (dice) => {
  const rgb = anyColour(dice, [0.6, 0.95]);
  const band = ring(0, 0.1, 0.55, 0.12);
  return [
    ...(dice.chance(0.5) ? outlined(band, upright(rgb, 0.4), 0.035) : [{ form: band, paint: upright(rgb, 0.4) }]),
    { form: turned(box(0, 0, 0.16, 0.16, 0.02), Math.PI / 4), paint: plain(rgb) },
    { form: placed(turned(box(0, 0, 0.17, 0.17, 0.03), Math.PI / 4), 0, -0.6), paint: upright(anyColour(dice), 0.3) },
  ];
};

/** Two things that are one: they stand nearly together. */
export const boots: Subject = (dice) => {
  const boot = join(box(-0.05, -0.15, 0.2, 0.55, 0.06), box(0.08, 0.42, 0.33, 0.2, 0.12));
  const paint = upright(anyColour(dice), 0.4);
  const apart = dice.between(0.36, 0.46);
  return [-apart, apart].flatMap((x) => outlined(placed(boot, x, 0), paint, 0.045));
};

export const swordAndGem: Subject = (dice) => [
  ...outlined(
    join(box(-0.1, -0.25, 0.12, 0.55, 0.02), box(-0.1, 0.35, 0.36, 0.07, 0.03), box(-0.1, 0.6, 0.07, 0.24, 0.03)),
    upright([200, 206, 220], 0.3),
    0.035,
  ),
  { form: placed(turned(box(0, 0, 0.15, 0.15), Math.PI / 4), 0.55, -0.5), paint: upright(anyColour(dice), 0.4) },
];

export const coin: Subject = (dice) => {
  const sparkle = (x: number, y: number, size: number): Layer => ({
    form: placed(join(ellipse(0, 0, 1, 0.2), ellipse(0, 0, 0.2, 1)), x, y, size),
    paint: plain([255, 250, 200]),
  });
  return [
    { form: circle(0, 0, 0.55), paint: plain([170, 110, 20]) },
    { form: circle(0, 0, 0.49), paint: round([246, 196, 60], 0, 0, 0.6) },
    { form: ring(0, 0, 0.34, 0.03), paint: plain([180, 124, 30]) },
    sparkle(-0.66, -0.62, dice.between(0.12, 0.2)),
    sparkle(0.7, -0.4, dice.between(0.08, 0.14)),
    sparkle(0.62, 0.66, dice.between(0.1, 0.18)),
  ];
};

export const crate: Subject = (dice) => {
  const wood: Rgb = [170, 120, 66];
  return [
    { form: box(0, 0, 0.78, 0.78), paint: plain([80, 52, 30]) },
    { form: box(0, 0, 0.72, 0.72), paint: grained(upright(wood, 0.2), 0.4, dice.between(6, 12), dice.whole(0, 999)) },
    { form: box(0, 0, 0.54, 0.54), paint: grained(upright(lit(wood, 0.7), 0.1), 0.4, 9, dice.whole(0, 999)) },
    { form: stroke(-0.5, -0.5, 0.5, 0.5, 0.09), paint: plain(wood) },
  ];
};

export const ship: Subject = (dice) => {
  const hull = join(ellipse(0, 0, 0.24, 0.82), without(ellipse(0, 0.4, 0.8, 0.3), box(0, 0.75, 2, 0.3)));
  return [
    { form: hull, paint: upright(anyColour(dice), 0.3) },
    { form: ellipse(0, -0.25, 0.12, 0.2), paint: round([90, 190, 230], 0, -0.25, 0.2) },
    { form: join(spike(-0.12, 0.7, 0.88, 0.08), spike(0.12, 0.7, 0.88, 0.08)), paint: plain([255, 190, 60]) },
  ];
};
