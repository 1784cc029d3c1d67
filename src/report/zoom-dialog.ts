import { html, type Markup } from './markup.ts';

/** One dialog for every picture; `script-zoom.ts` fills it. */
export function zoomDialog(): Markup {
  return html`<dialog class="zoom" aria-label="Picture">
    <div class="bar">
      <b data-name></b><span class="line" data-facts aria-live="polite"></span>
      <span class="tools"
        >${[
          act('out', '−', 'Zoom out'),
          act('in', '+', 'Zoom in'),
          act('fit', 'Fit'),
          act('one', '1:1', 'True size'),
        ]}<a data-file target="_blank" rel="noopener">Open file</a>${act('close', 'Close')}</span
      >
    </div>
    <div
      class="pane"
      tabindex="0"
      role="region"
      aria-label="Zoomed picture. Plus and minus zoom, 0 fits, 1 shows the true size."
    >
      <img alt="" class="backed" />
    </div>
  </dialog>`;
}

function act(name: string, text: string, label = text): Markup {
  return html`<button type="button" data-act="${name}" aria-label="${label}">${text}</button>`;
}
