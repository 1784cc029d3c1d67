import type { ParallaxMetadata, SheetMetadata } from '../sheet/metadata.ts';
import { errorNote, factsOf, notesOf } from './facts.ts';
import { formatMs, formatType, formatUsd } from './format.ts';
import type { ManifestAsset } from './manifest.ts';
import { html, type Markup } from './markup.ts';
import { parallaxControls, parallaxStage } from './parallax-stage.ts';
import { pictureLink, type Picture } from './picture.ts';
import { sheetExtras, sheetStage } from './sheet-stage.ts';
import { STATUS_NAMES, statusOf } from './status.ts';

export interface CardInput {
  readonly asset: ManifestAsset;
  readonly pictures: readonly Picture[];
  readonly metadata: SheetMetadata | ParallaxMetadata | undefined;
}

/** What pictures must fit into, in CSS pixels; the narrow one suits the smallest column. */
export const NARROW_BOX = { width: 256, height: 240 };
export const WIDE_BOX = { width: 544, height: 300 };

/** One asset: its picture, one line of facts, and the rest folded away. */
export function assetCard(input: CardInput): Markup {
  const { asset } = input;
  const status = statusOf(asset);
  return html` <article
    class="card${isWide(input) ? ' wide' : ''}"
    data-type="${asset.kind ?? asset.type}"
    data-status="${status}"
  >
    ${stage(input)}
    <header>
      <h2>${asset.id}</h2>
      <span class="status ${status}">${STATUS_NAMES[status]}</span>
    </header>
    <p class="line">${headline(input)}</p>
    ${notesOf(asset)} ${extras(input)} ${factsOf(asset)}
  </article>`;
}

function stage(input: CardInput): Markup {
  const { asset, pictures, metadata } = input;
  const [first] = pictures;
  if (!first) return errorNote(asset);
  if (metadata && 'layers' in metadata) return parallaxStage(metadata);
  if (metadata) return sheetStage(metadata, first);
  if (pictures.length > 1) return html`<div class="stage">${pictures.map(layerPicture)}</div>`;
  return html`<div class="stage">${pictureLink(first, asset.id, isWide(input) ? WIDE_BOX : NARROW_BOX)}</div>`;
}

/** What can be played, scrolled or pointed at. */
function extras({ pictures, metadata }: CardInput): Markup | undefined {
  if (!metadata || pictures.length === 0) return undefined;
  return 'layers' in metadata ? parallaxControls(metadata, pictures) : sheetExtras(metadata);
}

function layerPicture(picture: Picture): Markup {
  return pictureLink(picture, `layer ${picture.file.layer ?? ''}`, { width: 120, height: 90 });
}

function isWide({ asset, pictures }: CardInput): boolean {
  const [first] = pictures;
  if (!first) return false;
  const { width = 0, height = 0 } = first.file;
  return asset.type === 'parallax' || asset.type === 'sheet' || (width > 400 && width > height * 1.4);
}

function headline({ asset, pictures }: CardInput): string {
  const size = pictures[0]?.file;
  const facts = [
    formatType(asset.type, asset.kind),
    size?.width && size.height ? `${size.width} × ${size.height}` : '',
    asset.type === 'parallax' && pictures.length > 0 ? `${pictures.length} layers` : '',
    asset.provider,
    asset.cached ? '' : formatMs(totalMs(asset)),
    asset.cached ? '' : formatUsd(asset.cost.usd),
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

function totalMs({ timings }: ManifestAsset): number {
  return timings['totalMs'] ?? Object.values(timings).reduce((sum, ms) => sum + ms, 0);
}
