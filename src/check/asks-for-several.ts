const GROUPS =
  /\b(pair|couple|two|three|four|five|six|several|many|some|group|set|twins?|trio|duo|bunch|pile|stack|heap|swarm|flock|school|herd|cluster|row|dozen|handful|family|crowd|pack)\b/i;
/** Where the thing itself has been named. */
const REST = /,|\b(with|of|in|on|at|from|and|that|who|which|holding|wearing|carrying|for|by)\b/i;
const PLURAL = /(?<![sui])s$/i;

/** Whether a description asks for more than one thing: `a pair of boots`, `leather boots`, `two coins`; not `a dress with pearls`. */
export function asksForSeveral(description: string): boolean {
  const [thing = ''] = description.trim().split(REST);
  if (GROUPS.test(thing)) return true;
  return !/^(a|an|one|this|his|her|its)\s/i.test(thing) && PLURAL.test(thing.trim());
}
