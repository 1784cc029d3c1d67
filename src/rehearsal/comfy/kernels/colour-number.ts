/** `0xrrggbb` as three channels 0..1. */
export function coloursOf(number: number): readonly [red: number, green: number, blue: number] {
  return [((number >> 16) & 255) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255];
}

/** `#rrggbb` as three channels 0..1; anything else is black. */
export function coloursOfHex(hex: string): readonly [red: number, green: number, blue: number] {
  return coloursOf(Number.parseInt(/^#?([0-9a-f]{6})/i.exec(hex)?.[1] ?? '0', 16));
}
