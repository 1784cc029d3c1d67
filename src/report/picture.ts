import { html, Markup, relativeUrl } from './markup.ts';
import type { ManifestFile } from './manifest.ts';
import { toDataUri } from './data-uri.ts';

/** One picture of an asset, ready to be shown. */
export interface Picture {
  readonly file: ManifestFile;
  /** A `data:` address, or a link to the file beside the page. */
  readonly source: string;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Reads the pictures of an asset into `data:` addresses, or links them. */
export async function loadPictures(
  files: readonly ManifestFile[],
  load: ((path: string) => Promise<Uint8Array>) | undefined,
): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const file of files.filter(isPicture)) {
    const source = load ? toDataUri(file.path, await load(file.path)) : relativeUrl(file.path);
    pictures.push({ file, source });
  }
  return pictures;
}

export function isPicture(file: ManifestFile): boolean {
  return file.role !== 'metadata';
}

/** The picture on its backdrop, as a link to its file that opens the zoom. `overlay` lies over the picture. */
export function pictureLink(picture: Picture, name: string, box: Box, overlay?: Markup): Markup {
  const { file, source } = picture;
  const shown = fitInto(box, file);
  const size = shown ? html` width="${shown.width}" height="${shown.height}"` : undefined;
  return html`<a class="picture" href="${relativeUrl(file.path)}" data-zoom="${name}" aria-label="Zoom ${name}"
    ><img
      src="${source}"
      alt="${name}"
      ${size}
      class="${shown?.isEnlarged ? 'pixels' : ''}"
      ${source.startsWith('data:') ? '' : new Markup('loading="lazy" decoding="async"')}
    />${overlay}</a
  >`;
}

/** Small pictures grow by whole steps, so that their pixels stay square; large ones shrink to fit. */
export function fitInto(
  box: Box,
  picture: { readonly width?: number; readonly height?: number },
): (Box & { readonly isEnlarged: boolean }) | undefined {
  const { width, height } = picture;
  if (!width || !height) return undefined;
  const room = Math.min(box.width / width, box.height / height);
  const scale = room >= 1 ? Math.floor(room) : room;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height), isEnlarged: scale > 1 };
}
