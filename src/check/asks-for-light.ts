const LIGHT =
  /\b(glow(s|ing)?|aglow|aura|halo|shin(y|ing|es)|radiant|luminous|lumines\w*|bioluminescent|magic(al)?|enchanted|neon|flames?|flaming|fire\w*|fiery|burning|blazing|molten|lava|lanterns?|lamps?|torch(es)?|candles?|lit|lights?|lightning|bulbs?|beacons?|spells?|spirits?|ghosts?|ghostly|phantoms?|souls?|holy|divine|energy|electric|plasma|lasers?|portals?|stars?|suns?|moons?|comets?|shadows?|shadowy|smok(e|y)|mist(y)?|fog(gy)?|steam|clouds?|dust|soft|blurr(y|ed)|fuzzy)\b/i;

/** Whether a description asks for something that shines or has no clear edge: `a glowing orb`, `a ghost`, `a cloud`. */
export function asksForLight(description: string): boolean {
  return LIGHT.test(description);
}
