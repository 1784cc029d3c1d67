/** Colours, type, the page's head and its filter bar. */
export const CHROME_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f4f3f0, #17181b);
  --card: light-dark(#ffffff, #212327);
  --line: light-dark(#dedbd4, #34373d);
  --ink: light-dark(#1f2023, #ececea);
  --soft: light-dark(#5f6066, #a7a9b0);
  --accent: light-dark(#0b6e69, #58cfc4);
  --good: light-dark(#1d6b39, #7fd69a);
  --warn: light-dark(#8a5300, #f0bc62);
  --bad: light-dark(#b3261e, #ff9a90);
  font: 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 1680px; padding: 0 clamp(12px, 2.2vw, 32px) 48px; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
h1, h2, p, dl, dd, ul, ol, figure, fieldset { margin: 0; padding: 0; }
h1 { font-size: 26px; line-height: 1.2; letter-spacing: -0.015em; }
h2 { font-size: 15px; font-weight: 640; }
ul, ol { list-style: none; }
a { color: var(--accent); }
small, .line { color: var(--soft); font-size: 13px; }
button, select, input { font: inherit; color: inherit; }
button, select, input[type='search'], .tools a { border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: 6px 11px; min-height: 34px; }
button { cursor: pointer; }
button:hover, .tools a:hover { border-color: var(--soft); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { font: 12px/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; color: var(--soft); }

.top { display: flex; flex-wrap: wrap; gap: 16px 40px; align-items: end; justify-content: space-between; padding: 28px 0 18px; }
.counts { display: flex; flex-wrap: wrap; gap: 10px clamp(16px, 2vw, 26px); }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { color: var(--soft); font-size: 12px; }
.counts dd { font-size: 20px; font-weight: 620; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .failed dd, .counts .refused dd { color: var(--bad); }
.banner { padding: 10px 14px; margin-bottom: 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }

.filter { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 10px 0; margin-bottom: 8px; background: var(--paper); border-bottom: 1px solid var(--line); }
.filter input[type='search'] { flex: 1 1 220px; min-width: 0; max-width: 380px; }
.filter select { min-width: 0; }
.filter output { color: var(--soft); font-size: 13px; margin-left: auto; }
fieldset { display: flex; align-items: stretch; border: 1px solid var(--line); border-radius: 8px; background: var(--card); min-width: 0; min-height: 34px; overflow: hidden; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
fieldset label { position: relative; }
fieldset label input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
fieldset label span { display: grid; align-items: center; height: 100%; min-height: 32px; padding: 0 10px; font-size: 13px; color: var(--soft); }
fieldset label :checked + span { background: var(--ink); color: var(--paper); }
fieldset label :focus-visible + span { outline: 2px solid var(--accent); outline-offset: -2px; }
fieldset input[type='color'] { align-self: center; width: 30px; height: 24px; border: 0; padding: 0 4px 0 2px; background: none; cursor: pointer; }
@media (max-width: 640px) {
  .filter { position: static; }
  .filter input[type='search'] { flex-basis: 100%; max-width: none; }
  .filter select { flex: 1 1 40%; }
}
`;
