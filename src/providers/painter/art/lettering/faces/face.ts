/**
 * Drawn letters, as text: small enough to ship, and read when a title is set. Entries stand on lines or two spaces apart.
 * Units: a capital reaches from y 0 down to 300.
 */
export interface Face {
  /** For each glyph its sign (the backtick in letters), its advance, and its contours, each `x,y,shape`. */
  readonly glyphs: string;
  /** For each shape the steps `dx,dy` from a contour's first point on; `~` before a point that only bends the line. */
  readonly shapes: string;
}
