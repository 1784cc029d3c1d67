import type { Rgb } from '../draw.ts';
import {
  box,
  circle,
  ellipse,
  grown,
  join,
  placed,
  spike,
  stroke,
  turned,
  wavy,
  without,
  type Form,
} from '../forms.ts';
import { anyColour, glow, grained, lit, plain, round, upright } from '../paints.ts';
import { DARK, eyes, outlined, type Subject } from './strokes.ts';

export const critter: Subject = (dice) => {
  const body = join(
    ellipse(0, 0.2, 0.62, 0.55),
    circle(-0.4, -0.45, 0.22),
    circle(0.4, -0.45, 0.22),
    circle(0, -0.2, 0.5),
  );
  return [...outlined(body, upright(anyColour(dice)), dice.between(0.04, 0.07)), ...eyes(dice, -0.2, 0.2)];
};

export const knight: Subject = (dice) => {
  const legs = join(box(-0.22, 0.62, 0.14, 0.25, 0.05), box(0.22, 0.62, 0.14, 0.25, 0.05));
  const body = join(box(0, 0.1, 0.42, 0.42, 0.15), legs, circle(0, -0.5, 0.34));
  const shield = placed(wavy(0, 0, 0.3, 4, 0.08), 0.48, 0.15);
  return [
    ...outlined(body, upright(anyColour(dice)), 0.05),
    ...outlined(shield, round(anyColour(dice), 0.48, 0.15, 0.35), 0.05),
    { form: box(0, -0.5, 0.24, 0.07, 0.03), paint: plain(DARK) },
  ];
};

export const flame: Subject = (dice) => {
  const tall = dice.between(0.75, 0.85);
  const tongue = (scale: number): Form =>
    join(circle(0, 0.35, 0.5 * scale), spike(0, 0.3, -tall * scale, 0.46 * scale));
  return [
    { form: grown(tongue(0.9), 0.16), paint: glow([255, 120, 20], 0.2, 0.5) },
    { form: tongue(1), paint: upright([240, 90, 20], 0.2) },
    { form: placed(tongue(0.62), 0, 0.14), paint: plain([255, 190, 40]) },
    { form: placed(tongue(0.3), 0, 0.3), paint: plain([255, 245, 190]) },
  ];
};

export const fur: Subject = (dice) => {
  const rgb = anyColour(dice, [0.4, 0.8]);
  const hairs = Array.from({ length: 90 }, (_, i) => {
    const angle = (i / 90) * 2 * Math.PI + dice.between(-0.05, 0.05);
    const far = dice.between(0.72, 0.88);
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return { form: stroke(x * 0.5, y * 0.5, x * far, y * far, 0.018), paint: plain(lit(rgb, dice.between(0.7, 1.2))) };
  });
  return [
    ...hairs,
    { form: circle(0, 0, 0.62), paint: grained(round(rgb, 0, 0, 0.7), 0.35, 26, dice.whole(0, 9999)) },
    ...eyes(dice, -0.1, 0.2),
  ];
};

export const snowman: Subject = () => [
  { form: join(circle(0, 0.42, 0.45), circle(0, -0.3, 0.34)), paint: round([246, 248, 252], 0, 0.05, 0.95) },
  { form: circle(-0.12, -0.36, 0.045), paint: plain(DARK) },
  { form: circle(0.12, -0.36, 0.045), paint: plain(DARK) },
  { form: turned(spike(0.26, 0, 0.25, 0.06), 1.6), paint: plain([240, 130, 40]) },
];

export const cat: Subject = (dice) => {
  const ears = join(spike(-0.28, -0.4, -0.85, 0.16), spike(0.28, -0.4, -0.85, 0.16));
  const body = join(circle(0, -0.25, 0.42), ellipse(0, 0.4, 0.45, 0.48), ears);
  const tail = stroke(0.4, 0.6, 0.8, 0.1, 0.07);
  return [
    { form: join(body, tail), paint: upright([24, 22, 28], 0.15) },
    ...[-0.16, 0.16].map((x) => ({ form: ellipse(x, -0.28, 0.08, 0.1), paint: plain([200, 220, dice.whole(40, 90)]) })),
  ];
};

export const ghost: Subject = (dice) => {
  const cover = dice.between(0.8, 0.9);
  const body = without(
    join(circle(0, -0.2, 0.52), box(0, 0.25, 0.52, 0.45)),
    join(...[-0.35, 0, 0.35].map((x) => circle(x, 0.75, 0.14))),
  );
  return [
    { form: body, paint: (_, y) => ({ rgb: [226, 234, 250], cover: cover - 0.25 * Math.max(0, y) }) },
    ...eyes(dice, -0.25, 0.2),
  ];
};

export const tree: Subject = (dice) => {
  const crown = join(
    ...Array.from({ length: 9 }, () =>
      circle(dice.between(-0.45, 0.45), dice.between(-0.55, 0.05), dice.between(0.2, 0.34)),
    ),
  );
  return [
    { form: box(0, 0.5, 0.11, 0.38, 0.03), paint: plain([104, 70, 42]) },
    { form: crown, paint: grained(round([70, 150, 60], 0, -0.2, 0.95), 0.5, 14, dice.whole(0, 9999)) },
  ];
};

export const leaf: Subject = (dice) => {
  const form = turned(without(circle(-0.5, 0, 1), without(circle(0, 0, 5), circle(0.5, 0, 1))), 0.5);
  const green: Rgb = dice.pick([
    [30, 220, 40],
    [20, 235, 60],
    [250, 20, 240],
  ]);
  return [
    { form, paint: upright(lit(green, 0.85), 0.25) },
    { form: turned(stroke(0, -0.75, 0, 0.78, 0.02), 0.5), paint: plain(lit(green, 0.55)) },
  ];
};

export const blob: Subject = (dice) => {
  const form = join(circle(-0.2, 0.1, 0.5), circle(0.3, 0.25, 0.42), circle(0.1, -0.3, dice.between(0.3, 0.45)));
  return [{ form, paint: round(anyColour(dice), 0.05, 0, 0.85) }];
};
