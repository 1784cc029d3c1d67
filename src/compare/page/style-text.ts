/** The head, the sections and what they say. */
export const TEXT_STYLE = `
:root {
  scroll-padding-top: 16px;
  --hue-0: light-dark(#8a4b08, #f2b263);
  --hue-1: light-dark(#0b6e69, #58cfc4);
  --hue-2: light-dark(#6a3fa0, #c3a2f2);
  --hue-3: light-dark(#9c2b5b, #f29abf);
  --hue-4: light-dark(#2b5c9c, #93bdf2);
}
.hue-0 { --hue: var(--hue-0); } .hue-1 { --hue: var(--hue-1); } .hue-2 { --hue: var(--hue-2); } .hue-3 { --hue: var(--hue-3); } .hue-4 { --hue: var(--hue-4); }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.marks { position: absolute; }
p, li, dd { text-wrap: pretty; }
h2 { font-size: 22px; letter-spacing: -0.01em; margin-bottom: 8px; }
h3 { font-size: 16px; font-weight: 640; margin: 22px 0 8px; }
h4 { font-size: 14px; font-weight: 640; margin: 14px 0 6px; }
main > section { margin-top: 44px; padding-top: 22px; border-top: 1px solid var(--line); }
.lead { max-width: 78ch; margin-bottom: 14px; color: var(--soft); }
.top { display: block; padding: 10px 0 0; }
.top > * { margin-top: 12px; }
.answer { font-size: clamp(18px, 2.4vw, 23px); line-height: 1.35; max-width: 62ch; font-weight: 560; }
.reality { max-width: 92ch; padding: 10px 14px; border-radius: 10px; border: 1px solid var(--line); border-left: 5px solid var(--good); background: var(--card); }
.reality.rehearsed { border-color: var(--warn); border-left-color: var(--warn); }
.reality.rehearsed b { color: var(--warn); }
.providers { display: flex; flex-wrap: wrap; gap: 10px; }
.providers li { flex: 1 1 300px; max-width: 520px; padding: 10px 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.provider { display: inline-flex; gap: 6px; align-items: baseline; }
.provider b { white-space: nowrap; }
.provider .mark { flex: none; fill: var(--hue); align-self: center; }
.sign { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; vertical-align: -2px; flex: none; }
.badge { display: inline-block; font-size: 12px; padding: 0 8px; border-radius: 99px; border: 1px solid currentColor; color: var(--soft); white-space: nowrap; }
.badge.rehearsed, .warn { color: var(--warn); }
.badge.bad, .bad { color: var(--bad); }
.good { color: var(--good); }
.none { color: var(--soft); }
.contents { margin-top: 18px; }
.contents ul { display: flex; flex-wrap: wrap; gap: 4px 18px; }
.contents a { display: inline-block; padding: 4px 0; }
.routes { display: grid; gap: 6px; }
.routes li { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; }
.routes li > b { min-width: 92px; }
.routes .why { color: var(--soft); flex: 1 1 320px; }
.command { margin-top: 10px; }
.command code { color: var(--ink); display: inline-block; white-space: nowrap; font-size: 13px; padding: 2px 7px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
summary { cursor: pointer; color: var(--soft); padding: 4px 0; }
summary:hover { color: var(--ink); }
section > details, section > div > details { margin-top: 12px; }
.beside { display: grid; gap: 26px; align-items: start; }
.beside > * { min-width: 0; }
@media (min-width: 1300px) { .beside { grid-template-columns: fit-content(68%) minmax(380px, 1fr); } }
footer { margin-top: 44px; padding-top: 22px; border-top: 1px solid var(--line); color: var(--soft); display: grid; gap: 8px; max-width: 92ch; }
footer h2 { color: var(--ink); font-size: 18px; }
`;
