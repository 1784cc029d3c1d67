import type { Metric } from '../../measure/metric.ts';
import { toDataUri } from '../../report/data-uri.ts';
import { chooseEmbedded, DEFAULT_EMBED_LIMIT_BYTES } from '../../report/embedding.ts';
import { relativeUrl } from '../../report/markup.ts';
import { loadPictures } from '../../report/picture.ts';
import type { Comparison } from '../comparison.ts';
import { assetCards, filesOf } from './asset-cards.ts';
import { comparedCard } from './card.ts';
import { pageFrame } from './page.ts';
import { viewOf } from './view.ts';

export interface ComparePageInput {
  readonly comparison: Comparison;
  /** The bytes of a file by its path beside `compare.json`; called only for pictures that the page carries. */
  readonly load: (path: string) => Promise<Uint8Array>;
  /** All that may be met in `Sample.measures` and `Quality.set`, in the order to show them. */
  readonly metrics: readonly Metric[];
  /** Picture bytes the page may carry before it links the files beside it; 24 MiB unless told. */
  readonly embedLimitBytes?: number;
}

/**
 * `compare.html`, to be decided by: one file that opens from disk with no request. Yields a card at a time, so that memory
 * does not grow with the pictures.
 */
export async function* comparePageChunks(input: ComparePageInput): AsyncGenerator<string, void, undefined> {
  const { comparison, load } = input;
  const limit = input.embedLimitBytes ?? DEFAULT_EMBED_LIMIT_BYTES;
  const cards = assetCards(comparison);
  const embedded = chooseEmbedded(
    cards.map((card) => ({ id: card.anchor, files: filesOf(card) })),
    limit,
  );
  const view = viewOf(comparison, input.metrics);
  const ground = await groundOf(comparison, limit > 0 ? load : undefined);
  const page = pageFrame({ view, cards, linked: cards.length - embedded.size, ground });
  yield page.start;
  for (const card of cards) {
    const pictures = await loadPictures(filesOf(card), embedded.has(card.anchor) ? load : undefined);
    const byPath = new Map(pictures.map((picture) => [picture.file.path, picture]));
    yield comparedCard(view, { card, pictures: byPath }).text;
  }
  yield page.end;
}

async function groundOf(
  { background }: Comparison,
  load: ComparePageInput['load'] | undefined,
): Promise<string | undefined> {
  if (background === undefined) return undefined;
  return load ? toDataUri(background, await load(background)) : relativeUrl(background);
}
