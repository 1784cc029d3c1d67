const RIM =
  /\b(stickers?|decals?|patch(es)?|badges?|stamps?|outlines?|outlined|borders?|bordered|rim(s|med)?|edg(es?|ed|ing)|contours?|strokes?|framed?|trim(med)?)\b/i;

/** Whether a description asks for a line or a band around the thing: `a sticker`, `a coin with a white rim`. */
export function asksForRim(description: string): boolean {
  return RIM.test(description);
}
