import type { ParallaxMetadata } from '../sheet/metadata.ts';
import { html, type Markup } from './markup.ts';
import { pictureLink, type Picture } from './picture.ts';

const THUMB_BOX = { width: 128, height: 88 };
/** How much of the set's width the viewport shows: a loop scrolls anyhow, the others need something left to scroll to. */
const VIEW = { x: 1, none: 0.72 };
const MAX_CANVAS_WIDTH = 960;

/** A viewport over the stacked layers that scrolls as a game would. */
export function parallaxStage({ id, width, height, loop }: ParallaxMetadata): Markup {
  const view = width * VIEW[loop];
  const canvasWidth = Math.round(Math.min(view, MAX_CANVAS_WIDTH));
  const canvasHeight = Math.round((canvasWidth * height) / view);
  return html`<div class="stage scroll">
    <canvas
      class="parallax backed"
      width="${canvasWidth}"
      height="${canvasHeight}"
      role="img"
      aria-label="${id}, its layers scrolling"
      data-size="${width},${height}"
      data-loop="${loop}"
    ></canvas>
  </div>`;
}

/** The camera, and the layers one by one. */
export function parallaxControls({ id, layers }: ParallaxMetadata, pictures: readonly Picture[]): Markup {
  return html`<div class="scroller">
      <button type="button" class="play" aria-label="Play ${id}" aria-pressed="false"></button
      ><input type="range" min="0" max="1000" value="0" aria-label="Camera position in ${id}" />
    </div>
    <ol class="layers">
      ${layers.map((layer) => layerItem(layer, pictures))}
    </ol>`;
}

function layerItem(layer: ParallaxMetadata['layers'][number], pictures: readonly Picture[]): Markup | undefined {
  const picture = pictures.find(({ file }) => file.layer === layer.index);
  if (!picture) return undefined;
  return html`<li data-speed="${layer.speed}">
    ${pictureLink(picture, layer.name, THUMB_BOX)}<b>${layer.name}</b><small>speed ${layer.speed}</small>
  </li>`;
}
