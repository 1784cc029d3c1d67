import type { Fault } from './problem.ts';
import type { SpriteInput } from './schema-asset.ts';
import { quote } from './show-value.ts';

/** Whether every frame has its cell: a count takes the cells after all that were taken before it. */
export function checkAnimations(animations: SpriteInput['animations'], cells: number): readonly Fault[] {
  const faults: Fault[] = [];
  let free = 0;
  for (const [name, { frames }] of Object.entries(animations)) {
    const path = ['animations', name];
    // JavaScript would move such a name before all others, and so give it the wrong cells.
    if (/^\d+$/.test(name))
      faults.push({ path, point: 'key', message: `the name ${quote(name)} must not be a number` });
    const last =
      typeof frames === 'number' ? free + frames - 1 : frames.reduce((most, cell) => Math.max(most, cell), 0);
    if (last >= cells) faults.push({ path: [...path, 'frames'], message: missingCells(name, { free, frames, cells }) });
    free = Math.max(free, last + 1);
  }
  if (free > 0) return faults;
  return [{ path: ['animations'], message: 'animations must name at least one animation' }];
}

interface Taking {
  readonly free: number;
  readonly frames: number | readonly number[];
  readonly cells: number;
}

function missingCells(name: string, { free, frames, cells }: Taking): string {
  const has = `the layout has only ${cells} cell${cells === 1 ? '' : 's'}, counted from 0`;
  if (typeof frames !== 'number') return `the animation ${quote(name)} names cell ${Math.max(...frames)}, but ${has}`;
  return `the animation ${quote(name)} needs the cells ${free} to ${free + frames - 1}, but ${has}`;
}
