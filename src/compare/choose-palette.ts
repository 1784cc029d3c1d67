import type { Ledger } from '../ledger/ledger.ts';
import { type Rgb, createPaletteCounter } from '../measure/count-palette.ts';
import type { Pack } from '../pack/pack.ts';
import { readEntries } from '../pipeline/open-run.ts';
import { decodePng } from '../raster/png.ts';
import type { AssetStore } from '../store/store.ts';
import type { ComparedTurn } from './read-samples.ts';

/** So many of the pack's pictures show its colours well enough. */
const ENOUGH_PICTURES = 32;
const MOST_COLOURS = 32;

/**
 * The colours that the pack's pictures are to share: those that its style names as `#rrggbb`, else those of the pictures that the first
 * provider made, which are what the game looks like now.
 */
export async function choosePalette(
  { style }: Pick<Pack, 'style'>,
  turns: readonly ComparedTurn[],
  { ledger, store }: { readonly ledger: Pick<Ledger, 'runs'>; readonly store: AssetStore },
): Promise<readonly Rgb[]> {
  const named = namedColours(typeof style === 'string' ? '' : (style.palette ?? ''));
  const [first] = turns;
  if (named.length > 0 || !first) return named;
  const counter = createPaletteCounter();
  let pictures = 0;
  for await (const { entry } of readEntries(first.run, { ledger })) {
    if (entry.status !== 'done') continue;
    for (const { role, path } of entry.files) {
      if (role === 'metadata' || pictures >= ENOUGH_PICTURES) continue;
      const bytes = await store.get(`${first.folder}/${path}`);
      if (!bytes) continue;
      counter.add(decodePng(bytes));
      pictures += 1;
    }
  }
  return counter.palette(MOST_COLOURS);
}

function namedColours(palette: string): readonly Rgb[] {
  return [...palette.matchAll(/#([\da-f]{6})\b/gi)].map(([, digits = '']): Rgb => {
    const value = Number.parseInt(digits, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  });
}
