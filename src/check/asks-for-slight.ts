/** Things that are lines or let one see through them, things without a face, and ways to draw no more than lines. */
const SLIGHT = [
  'rings?|hoops?|loops?|bands?|bracelets?|bangles?|necklaces?|earrings?|chains?|shackles?|handcuffs',
  'wheels?|bicycles?|bikes?|orbits?|atoms?|molecules?|constellations?|circles?|bubbles?',
  'nets?|webs?|cobwebs?|cages?|ladders?|frames?|fences?|gates?|grids?|grates?|grilles?|lattices?|trellis(es)?|scaffold(s|ing)?',
  'wires?|cables?|ropes?|strings?|threads?|whips?|coils?|springs?|spirals?|swirls?|hooks?|anchors?|bows?|harps?|lyres?|antennas?',
  'scythes?|sickles?|scissors|tongs|pliers|compass(es)?|calipers|rackets?|hangers?|tripods?|racks?',
  '(eye)?glasses|spectacles|monocles?|goggles|lens(es)?|chandeliers?|candelabras?|dream ?catchers?',
  'spiders?|mosquito(s|es)?|skeletons?|antlers?|branch(es)?|twigs?|thorns?|brambles?|vines?|roots?|stick|dead|bare|leafless|withered',
  'runes?|sigils?|glyphs?|symbols?|marks?|tattoos?|cracks?|reticles?|cross ?hairs?|targets?|cursors?',
  'outlines?|outlined|lines?|line ?art|wire ?frames?|contours?|sketch(es)?|scribbles?|doodles?|stencils?|silhouettes?|shadows?|smoke|hollow',
].join('|');

const SLIGHT_WORDS = new RegExp(`\\b(${SLIGHT})\\b`, 'i');

/** Whether a description asks for something of which there is little to see: `a spider web`, `the outline of a key`, `a shadow`. */
export function asksForSlight(description: string): boolean {
  return SLIGHT_WORDS.test(description);
}
