/** The cards and what is on them. The checkerboard keeps its scale, however large a picture is shown. */
export const CARD_STYLE = `
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); grid-auto-flow: row dense; gap: 16px; padding-top: 10px; }
.card { display: flex; flex-direction: column; min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
.cards.many > .card { content-visibility: auto; contain-intrinsic-size: auto 400px; }
.card > :not(.stage) { margin-left: 14px; margin-right: 14px; }
.card > header { display: flex; gap: 10px; align-items: baseline; justify-content: space-between; margin-top: 12px; }
.card > :last-child { margin-bottom: 12px; }
@media (min-width: 680px) { .wide { grid-column: span 2; } }

.picture, .backed {
  --a: #ffffff; --b: #e3e3e6;
  background: repeating-conic-gradient(var(--b) 0 25%, var(--a) 0 50%) 0 0 / 16px 16px;
}
[data-backdrop='light'] :is(.picture, .backed) { background: #ffffff; }
[data-backdrop='dark'] :is(.picture, .backed) { background: #16171a; }
[data-backdrop='colour'] :is(.picture, .backed) { background: var(--chosen); }
@media (prefers-color-scheme: dark) { .picture, .backed { --a: #3a3c42; --b: #2e3035; } }
.pixels { image-rendering: pixelated; }

.stage { flex: 1 0 auto; display: flex; flex-wrap: wrap; gap: 10px; align-items: center; justify-content: center; min-height: 268px; padding: 14px; background: light-dark(#eceae5, #1a1b1e); border-bottom: 1px solid var(--line); }
.picture { position: relative; display: block; max-width: 100%; line-height: 0; cursor: zoom-in; border-radius: 3px; overflow: hidden; }
.picture img { max-width: 100%; height: auto; }
.mark { position: absolute; outline: 2px solid #ff2e88; box-shadow: 0 0 0 9999px rgb(0 0 0 / 0.45); }
.trouble { flex-direction: column; align-items: flex-start; padding: 20px; border-left: 4px solid var(--bad); }
.trouble .cause { color: var(--bad); font-weight: 600; }
.note { margin-top: 6px; font-size: 13px; padding-left: 10px; border-left: 3px solid var(--line); }
.note.warn { border-color: var(--warn); }
.note.fail { border-color: var(--bad); }

.status { flex: none; font-size: 12px; padding: 1px 9px; border-radius: 99px; border: 1px solid currentColor; color: var(--soft); }
.status.made { color: var(--good); }
.status.failed, .status.refused { color: var(--bad); }

.players { display: flex; flex-wrap: wrap; gap: 14px; margin-top: 14px; }
.player { display: grid; gap: 6px; align-content: start; justify-items: start; max-width: 190px; }
.player canvas { border-radius: 4px; max-width: 100%; }
.player figcaption { display: grid; grid-template-columns: auto 1fr; column-gap: 8px; align-items: center; line-height: 1.25; }
.player .play { grid-row: span 2; }
.play { width: 34px; min-height: 34px; padding: 0; display: inline-grid; place-items: center; flex: none; }
.play::before { content: ''; width: 11px; height: 12px; background: currentColor; clip-path: polygon(8% 0, 100% 50%, 8% 100%); }
.play[aria-pressed='true']::before { clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%); }

.stage.scroll { padding: 0; }
.parallax { display: block; width: 100%; height: auto; max-height: 440px; object-fit: contain; cursor: grab; touch-action: pan-y; }
.scroller { display: flex; gap: 12px; align-items: center; margin-top: 12px; }
.scroller input { flex: 1; min-width: 0; accent-color: var(--accent); }
.layers { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 12px; }
.layers li { display: grid; gap: 1px; max-width: 128px; line-height: 1.3; }
.layers b, .player b { font-size: 13px; font-weight: 600; }

details { margin-top: 10px; font-size: 13px; }
summary { cursor: pointer; color: var(--soft); padding: 2px 0; }
summary:hover { color: var(--ink); }
.regions ul { display: flex; flex-wrap: wrap; gap: 6px; padding-top: 6px; max-height: 220px; overflow: auto; }
.regions button { min-height: 28px; padding: 2px 9px; font-size: 13px; text-align: left; }
.regions button:is(:hover, :focus-visible) { border-color: #ff2e88; }
details dl { display: grid; grid-template-columns: 78px 1fr; gap: 6px 10px; padding-top: 8px; }
dt { color: var(--soft); }
details dd { min-width: 0; }
.gates .pass b { color: var(--good); }
.gates .warn { color: var(--warn); }
.gates .fail { color: var(--bad); }
.candidates li { display: grid; gap: 2px; justify-items: start; }
.files li + li, .candidates li + li { margin-top: 6px; }
.files code { display: block; }
.requests { margin-bottom: 16px; }
.requests > div { overflow-x: auto; }
.requests table { border-collapse: collapse; margin: 8px 0; }
.requests :is(th, td) { padding: 3px 10px; text-align: right; font-weight: 400; white-space: nowrap; }
.requests th { color: var(--soft); }
.requests :is(th, td):first-child { text-align: left; padding-left: 0; }
.requests :nth-child(7) { font-weight: 600; }
.requests p { color: var(--soft); }
.nothing { grid-column: 1 / -1; padding: 48px 0; text-align: center; color: var(--soft); }
`;
