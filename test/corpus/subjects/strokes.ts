import type { Dice } from '../dice.ts';
import type { Layer, Rgb } from '../draw.ts';
import { circle, grown, type Form } from '../forms.ts';
import { plain } from '../paints.ts';

/** A hand-drawn subject within -0.9..0.9. */
export type Subject = (dice: Dice) => readonly Layer[];

export const DARK: Rgb = [26, 18, 34];

/** With a dark line around it. */
export function outlined(form: Form, layer: Layer['paint'], thickness = 0.05): readonly Layer[] {
  return [
    { form, paint: plain(DARK) },
    { form: grown(form, -thickness), paint: layer },
  ];
}

export function eyes(dice: Dice, y: number, apart: number): readonly Layer[] {
  const size = dice.between(0.09, 0.14);
  return [-apart, apart].flatMap((x) => [
    { form: circle(x, y, size), paint: plain([250, 250, 246]) },
    { form: circle(x + 0.02, y + 0.02, size * 0.5), paint: plain(DARK) },
  ]);
}
