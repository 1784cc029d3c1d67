/** Tables scroll by themselves; their first column stays. */
export const TABLE_STYLE = `
.table { margin: 8px 0 14px; }
.table figcaption { margin-top: 6px; color: var(--soft); font-size: 12px; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--card); width: fit-content; max-width: 100%; }
.scroll table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px; overflow-wrap: normal; position: relative; }
.scroll :is(th, td) { padding: 6px 12px; text-align: left; vertical-align: baseline; font-weight: 400; }
.scroll td, [data-from] { white-space: nowrap; }
.scroll thead th { color: var(--soft); font-size: 12.5px; vertical-align: bottom; }
.scroll thead small { display: block; font-size: 11.5px; }
.scroll tbody { border-top: 1px solid var(--line); }
.scroll tbody tr + tr > * { border-top: 1px solid color-mix(in srgb, var(--line) 45%, transparent); }
.scroll th[scope='rowgroup'] { font-weight: 640; }
.scroll td small { margin-left: 4px; }
.scroll li { white-space: nowrap; }
.outcome { white-space: nowrap; }
.outcome.pass { color: var(--good); }
.outcome.fail { color: var(--bad); }
.outcome.not-enough-evidence { color: var(--warn); }
.overview td > :is([data-from], .none) { display: block; color: var(--soft); font-size: 13px; }
.overview tbody:first-of-type th, .overview tbody:first-of-type td { background: color-mix(in srgb, var(--line) 30%, transparent); }
.overview th[scope='row'] { font-weight: 640; white-space: nowrap; }
.reasons td:last-child { white-space: normal; min-width: 280px; }
.reasons th[scope='row'] { font-weight: 640; }
.metrics th[scope='row'] { min-width: 170px; max-width: 300px; }
.metrics td small { display: block; margin: 0; font-size: 12px; }
.metrics summary { color: var(--ink); }
.metrics details p { color: var(--soft); font-size: 13px; white-space: normal; padding-bottom: 4px; }
.way { color: var(--soft); }
@media screen and (max-width: 700px) {
  .scroll table { font-size: 12.5px; }
  .scroll :is(th, td) { padding: 5px 8px; }
  .scroll th[scope='rowgroup'], .scroll thead th:first-child, .overview th[scope='row'] { position: sticky; left: 0; background: var(--card); z-index: 1; }
  .scroll th[scope='rowgroup'] { min-width: 92px; max-width: 92px; }
  .scroll thead th { white-space: nowrap; }
  .scroll th[scope='rowgroup'] + th, .scroll tr:not(:first-child) th[scope='row']:first-child { position: sticky; left: 92px; background: var(--card); }
  .metrics :is(th[scope='rowgroup'], thead th:first-child) { position: static; }
  .metrics th[scope='row'] { left: 0 !important; min-width: 130px; max-width: 150px; }
  .stacked table, .stacked tbody, .stacked tr, .stacked :is(th, td) { display: block; }
  .stacked thead { display: none; }
  .stacked tr { padding: 8px 10px; }
  .stacked :is(th[scope='row'], td) { padding: 1px 0; position: static; white-space: normal; }
  .stacked th[scope='row'] { font-size: 14px; }
  .stacked td { display: grid; grid-template-columns: 84px minmax(0, 1fr); }
  .stacked td:last-child { min-width: 0; }
  .stacked td::before { content: attr(data-label); color: var(--soft); }
}
`;
