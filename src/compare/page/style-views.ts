/** Side by side, rows aligned; or one over the other in the same place. */
export const VIEW_STYLE = `
.views { display: grid; gap: 8px 14px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
.views[data-of='1'] { grid-template-columns: minmax(0, 1fr); }
.views[data-of='3'] { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.views[data-of='4'] { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.views[data-of='5'] { grid-template-columns: repeat(5, minmax(0, 1fr)); }
.views > figure { display: grid; grid-row: span 3; grid-template-rows: subgrid; min-width: 0; }
.views > .overlay { display: none; }
@media (max-width: 700px) {
  .views[data-view='side']:is([data-of='3'], [data-of='4'], [data-of='5']), .wide > .views[data-view='side'] { grid-template-columns: minmax(0, 1fr); }
}

.views:is([data-view='slider'], [data-view='flicker']) > figure { display: contents; }
.views:not([data-view='side']) figcaption { grid-row: 1; }
.views:not([data-view='side']) .frame { grid-area: 2 / 1 / 3 / -1; pointer-events: none; }
.views:not([data-view='side']) figure ~ figure .frame { background: none; }
.views:not([data-view='side']) .picture { pointer-events: auto; }
.views:not([data-view='side']) > .overlay { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; justify-content: center; grid-area: 3 / 1 / 4 / -1; }
.views:not([data-view='side']) dl { grid-row: 4; }
.out .frame, .away .frame { visibility: hidden; }
.out figcaption::after { content: 'not shown'; color: var(--soft); font-size: 12px; }
[data-view='flicker'] > figure:not(.away, .out) figcaption b { text-decoration: underline 3px var(--hue); text-underline-offset: 4px; }
[data-view='slider'] .picture { cursor: ew-resize; touch-action: pan-y; }
.over .picture::after { content: ''; position: absolute; top: 0; bottom: 0; left: var(--cut); width: 2px; background: #ff2e88; }

[data-view='slider'] .flick, [data-view='flicker'] .slide { display: none; }
.slide { flex: 1 1 200px; max-width: 640px; display: flex; }
.slide input { flex: 1; min-width: 0; min-height: 30px; accent-color: var(--accent); }
.flick { display: flex; gap: 8px; align-items: center; }
.flick [role='status'] { font-size: 13px; color: var(--soft); }
.play { width: 34px; padding: 0; display: inline-grid; place-items: center; }
.play::before { content: ''; width: 11px; height: 12px; background: currentColor; clip-path: polygon(8% 0, 100% 50%, 8% 100%); }
.play[aria-pressed='true']::before { clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%); }
.switch fieldset { min-height: 0; }
.switch fieldset label span { min-height: 28px; padding: 0 9px; }
`;
