import { html, type Markup } from '../../report/markup.ts';
import { choices, VIEWS } from './toolbar.ts';

/** What `script-views.ts` adds to every card that has two pictures or more. */
export function viewControls(): Markup {
  return html`<template id="view-controls">
    <div class="switch">${choices('view', 'View', VIEWS)}</div>
    <div class="overlay">
      <label class="against"
        >with
        <select></select
      ></label>
      <label class="slide"><span class="aside"></span><input type="range" min="0" max="100" value="50" /></label>
      <div class="flick">
        <button type="button" class="play" aria-pressed="true"></button
        ><button type="button" class="next">Switch</button><span role="status"></span>
      </div>
    </div>
  </template>`;
}
