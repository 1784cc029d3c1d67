const NOUNS = ['slime', 'bat', 'gem', 'potion', 'tree', 'robot', 'key', 'star'];

/** The text of a pack with so many small entities. */
export function packOf(count: number, size: number): string {
  const assets = Array.from(
    { length: count },
    (_, i) =>
      `  - { id: thing${i}, type: entity, description: a ${NOUNS[i % NOUNS.length]} number ${i}, shape: circle, width: ${size}, height: ${size} }`,
  );
  return `pack: bench\nstyle: pixel\nassets:\n${assets.join('\n')}\n`;
}
