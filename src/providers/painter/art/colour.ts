/** Opaque colour, each channel 0..255, whole numbers. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** One material under the world's light. `line` is for outlines. */
export interface Ramp {
  readonly line: Rgb;
  readonly dark: Rgb;
  readonly base: Rgb;
  readonly light: Rgb;
}

/** The colours that every shadow and every light of a world lean to. */
export interface Light {
  readonly shade: Rgb;
  readonly glow: Rgb;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const blend = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return [blend(from[0], to[0]), blend(from[1], to[1]), blend(from[2], to[2])];
}

/** From `#rrggbb`. */
export function hex(text: string): Rgb {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `hue` in turns (any number), `saturation` and `lightness` in 0..1. */
export function fromHue(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const k = (offset + (hue - Math.floor(hue)) * 12) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

export function luminance(colour: Rgb): number {
  return (colour[0] * 77 + colour[1] * 150 + colour[2] * 29) >> 8;
}

/** `amount` 0 keeps the colour, 1 makes it grey, below 0 makes it more vivid. */
export function fade(colour: Rgb, amount: number): Rgb {
  const grey = luminance(colour);
  const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
  return [
    clamp(colour[0] + (grey - colour[0]) * amount),
    clamp(colour[1] + (grey - colour[1]) * amount),
    clamp(colour[2] + (grey - colour[2]) * amount),
  ];
}

/** Shadows lean to the world's shade and lights to its glow, so that a pack looks lit by one lamp. */
export function rampOf(base: Rgb, light: Light): Ramp {
  return {
    line: mix(mix(base, [0, 0, 0], 0.62), light.shade, 0.5),
    dark: mix(mix(fade(base, -0.15), [0, 0, 0], 0.2), light.shade, 0.24),
    base,
    light: mix(base, light.glow, 0.42),
  };
}
