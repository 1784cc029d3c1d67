/** The pair fills what the window leaves it, so that on any screen both pictures are seen with the buttons. */
export const JUDGING_STYLE = `
body { display: flex; flex-direction: column; min-height: 100vh; min-height: 100dvh; padding-bottom: 12px; }
.head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; padding: 10px 0; }
.head h1 { font-size: 18px; }
.head progress { flex: 1 1 80px; height: 8px; accent-color: var(--accent); }
.head p { font-variant-numeric: tabular-nums; }
.head button { font-size: 13px; max-width: 40vw; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.judging { flex: 1; display: flex; flex-direction: column; gap: 10px; min-height: 0; }
.caption { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; }
.caption h2 { font-size: 17px; }
.caption p { color: var(--soft); }
h2:focus { outline: none; }

.sides { flex: 1; display: grid; grid-template-columns: 1fr 1fr; gap: 12px; min-height: 220px; }
.sides figure { display: flex; flex-direction: column; min-width: 0; min-height: 0; border: 1px solid var(--line); border-radius: 14px; background: var(--card); overflow: hidden; }
.sides figcaption { padding: 4px 12px; display: flex; gap: 10px; align-items: baseline; }
.sides figcaption small { font-variant-numeric: tabular-nums; }
.sides .chosen { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
.pane { position: relative; flex: 1 1 0; min-height: 0; display: flex; overflow: auto; padding: 8px; --a: #ffffff; --b: #e3e3e6; background: repeating-conic-gradient(var(--b) 0 25%, var(--a) 0 50%) 0 0 / 16px 16px; }
@media (prefers-color-scheme: dark) { .pane { --a: #3a3c42; --b: #2e3035; } }
.pane:focus-visible { outline-offset: -3px; }
[data-ground='light'] .pane { background: #ffffff; }
[data-ground='dark'] .pane { background: #16171a; }
[data-ground='game'] .pane { background: #16171a center / cover no-repeat; background-image: var(--game); }
.picture { position: relative; margin: auto; flex: none; }
.picture img, .picture canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.picture.crisp :is(img, canvas) { image-rendering: pixelated; }
.pane p { margin: auto; padding: 8px 12px; border-radius: 8px; background: var(--card); }

.choices, .tools { display: flex; gap: 8px; flex-wrap: wrap; justify-content: center; }
.choices button { flex: 1 1 0; max-width: 320px; min-height: 48px; font-weight: 620; padding: 6px 8px; }
.tools button { font-size: 13px; padding: 4px 10px; }
button.main { background: var(--ink); color: var(--paper); border-color: var(--ink); }
button:disabled { opacity: 0.5; cursor: default; }
kbd { font: 12px/1 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; color: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 1px 5px; margin: 0 2px; }
/* Drawn, as not every font has arrows. */
kbd:empty { padding: 1px 4px; }
kbd:empty::before { content: ''; display: inline-block; width: 12px; height: 9px; background: currentColor; clip-path: polygon(0 50%, 45% 0, 45% 38%, 100% 38%, 100% 62%, 45% 62%, 45% 100%); }
kbd.rightward::before { transform: scaleX(-1); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

dialog { width: min(460px, calc(100vw - 24px)); padding: 20px; border: 1px solid var(--line); border-radius: 14px; background: var(--card); color: var(--ink); }
dialog::backdrop { background: rgb(10 10 12 / 0.6); }
dialog form { display: grid; gap: 14px; }
dialog h2 { font-size: 18px; }
dialog label { display: grid; gap: 4px; font-weight: 600; }
dialog input { font-weight: 400; border: 1px solid var(--soft); border-radius: 8px; background: var(--paper); padding: 8px 11px; min-width: 0; }
dialog .tools { justify-content: start; }

@media (max-width: 720px), (orientation: portrait) {
  .sides { grid-template-columns: 1fr; grid-auto-rows: 1fr; gap: 8px; min-height: 340px; }
}
@media (max-width: 720px) {
  .head { flex-wrap: nowrap; padding-bottom: 14px; position: relative; }
  .head h1, .head p { white-space: nowrap; }
  .head h1 { overflow: hidden; text-overflow: ellipsis; }
  .head progress { position: absolute; inset: auto 0 4px; width: 100%; height: 6px; }
  .head button { margin-left: auto; }
  .judging { gap: 8px; }
  .tools { gap: 6px; }
  .tools button { padding: 4px 8px; }
}
@media (hover: none) { kbd { display: none; } }
`;
