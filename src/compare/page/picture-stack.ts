import { html, Markup, relativeUrl } from '../../report/markup.ts';
import { fitInto, type Picture } from '../../report/picture.ts';
import type { Sample } from '../comparison.ts';

/** What pictures must fit into, in CSS pixels. */
const NARROW_BOX = { width: 300, height: 260 };
const WIDE_BOX = { width: 640, height: 420 };

/** A picture on its ground, as a link that opens the zoom; layers lie over each other as in the game, the farthest first. */
export function pictureStack({ id, provider }: Sample, pictures: readonly Picture[], isWide: boolean): Markup {
  const [first, ...rest] = [...pictures].sort((a, b) => (a.file.layer ?? 0) - (b.file.layer ?? 0));
  if (!first) return html``;
  const name = `${id} by ${provider}`;
  if (rest.length > 0)
    return html`<span class="picture stack"
      >${image(first, `${name}, ${pictures.length} layers over each other`, isWide)}${rest.map((layer) =>
        image(layer, '', isWide),
      )}</span
    >`;
  return html`<a class="picture" href="${relativeUrl(first.file.path)}" data-zoom="${name}" aria-label="Zoom ${name}"
    >${image(first, name, isWide)}</a
  >`;
}

function image({ file, source }: Picture, alt: string, isWide: boolean): Markup {
  const shown = fitInto(isWide ? WIDE_BOX : NARROW_BOX, file);
  const size = shown ? html` width="${shown.width}" height="${shown.height}"` : undefined;
  const later = source.startsWith('data:') ? undefined : new Markup(' loading="lazy" decoding="async"');
  return html`<img src="${source}" alt="${alt}" ${size} class="${shown?.isEnlarged ? 'pixels' : ''}" ${later} />`;
}
