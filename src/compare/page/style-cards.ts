/** A card an asset; its pictures stand on the ground that the reader chose. */
export const CARD_STYLE = `
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 560px), 1fr)); gap: 18px; padding-top: 10px; }
.card { min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; padding: 12px 14px 14px; }
.card { scroll-margin-top: 110px; }
.card:target { outline: 3px solid var(--accent); }
.cards.many > .card { content-visibility: auto; contain-intrinsic-size: auto 560px; }
.wide { grid-column: 1 / -1; }
.card > header { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin-bottom: 10px; }
.card h3 { margin: 0; }
.card .switch { margin-left: auto; }
.views figcaption { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; }
.views dl { display: grid; align-content: start; gap: 3px; font-size: 13px; }
.views dl > div { display: grid; grid-template-columns: min(40%, 128px) minmax(0, 1fr); gap: 8px; }
.views dt { color: var(--soft); }
.views dd { min-width: 0; font-variant-numeric: tabular-nums; }
.frame { display: grid; place-items: center; min-width: 0; min-height: 120px; padding: 10px; border-radius: 8px; background: light-dark(#eceae5, #1a1b1e); }
.trouble { padding: 10px 12px; border-left: 4px solid var(--bad); min-width: 0; max-width: 100%; }
.trouble .cause { color: var(--bad); font-weight: 600; }
.all-measures { margin-top: 12px; font-size: 13px; }

.picture { position: relative; display: block; max-width: 100%; line-height: 0; border-radius: 3px; overflow: hidden; }
a.picture { cursor: zoom-in; }
.picture img { max-width: 100%; height: auto; }
.stack { display: grid; }
.stack img { grid-area: 1 / 1; }
.pixels { image-rendering: pixelated; }
.picture, .backed { --a: #ffffff; --b: #dcdce0; background: repeating-conic-gradient(var(--b) 0 25%, var(--a) 0 50%) 0 0 / 16px 16px; }
@media (prefers-color-scheme: dark) { .picture, .backed { --a: #3a3c42; --b: #2e3035; } }
[data-ground='white'] :is(.picture, .backed) { background: #ffffff; }
[data-ground='black'] :is(.picture, .backed) { background: #000000; }
[data-ground='magenta'] :is(.picture, .backed) { background: #ff00ff; }
[data-ground='game'] :is(.picture, .backed) { background: var(--game) center / cover; }
.nothing { grid-column: 1 / -1; padding: 48px 0; text-align: center; color: var(--soft); }
.filter select { max-width: 230px; }
`;
