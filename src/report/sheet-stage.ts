import type { Rect } from '../raster/raster.ts';
import type { SheetMetadata } from '../sheet/metadata.ts';
import { html, type Markup } from './markup.ts';
import { fitInto, pictureLink, type Picture } from './picture.ts';

type Animation = NonNullable<SheetMetadata['animations']>[string];

const SHEET_BOX = { width: 544, height: 300 };
const PLAYER_BOX = { width: 128, height: 128 };

/** The sheet, with a mark that shows one region of it. */
export function sheetStage(metadata: SheetMetadata, picture: Picture): Markup {
  const mark = html`<span class="mark" hidden></span>`;
  return html`<div class="stage" data-sheet="${metadata.width},${metadata.height}">
    ${pictureLink(picture, metadata.id, SHEET_BOX, mark)}
  </div>`;
}

/** Its animations at play and its regions; pointing at a region marks it on the sheet. */
export function sheetExtras(metadata: SheetMetadata): Markup {
  const players = Object.entries(metadata.animations ?? {}).map((entry) => player(metadata, entry));
  return html`${players.length > 0 ? html`<div class="players">${players}</div>` : undefined}${regionList(metadata)}`;
}

function player(metadata: SheetMetadata, [name, animation]: [string, Animation]): Markup | undefined {
  const frames = animation.frames.flatMap((key) => metadata.entries[key] ?? []);
  if (frames.length === 0) return undefined;
  const width = Math.max(...frames.map((frame) => frame.width));
  const height = Math.max(...frames.map((frame) => frame.height));
  const shown = fitInto(PLAYER_BOX, { width, height });
  const facts = `${frames.length} frames, ${animation.fps} fps${animation.loop ? ', loop' : ', once'}`;
  return html`<figure class="player">
    <canvas
      class="backed"
      width="${shown?.width}"
      height="${shown?.height}"
      role="img"
      aria-label="${name}: ${facts}"
      data-frames="${JSON.stringify(frames.map(corners))}"
      data-size="${width},${height}"
      data-fps="${animation.fps}"
      data-loop="${String(animation.loop)}"
    ></canvas>
    <figcaption>
      <button type="button" class="play" aria-label="Play ${name}" aria-pressed="false"></button><b>${name}</b
      ><small>${facts}</small>
    </figcaption>
  </figure>`;
}

function regionList(metadata: SheetMetadata): Markup {
  const entries = Object.entries(metadata.entries);
  const margins = metadata.ninePatch;
  return html`<details class="regions">
    <summary>${entries.length} regions</summary>
    ${
      margins &&
      html`<p class="line">
        Nine-patch: left ${margins.left}, right ${margins.right}, top ${margins.top}, bottom ${margins.bottom}
      </p>`
    }
    <ul>
      ${entries.map(([key, rect]) => region(key, rect))}
    </ul>
  </details>`;
}

function region(key: string, rect: Rect): Markup {
  const { x, y, width, height } = rect;
  return html`<li>
    <button type="button" data-region="${corners(rect).join(',')}">
      ${key} <small>${x}, ${y}: ${width} × ${height}</small>
    </button>
  </li>`;
}

function corners({ x, y, width, height }: Rect): readonly number[] {
  return [x, y, width, height];
}
