/** A row is a provider: its name, what it won, and where its chance lies between 0 and 100 %. */
export const RESULTS_STYLE = `
.results { max-width: 860px; width: 100%; margin: 0 auto; display: grid; gap: 14px; padding: 8px 0 24px; }
.results h2 { font-size: 22px; }
.results .tools { justify-content: start; }
.results [data-tables] { display: grid; gap: 14px; }
.results section { border: 1px solid var(--line); border-radius: 14px; background: var(--card); padding: 12px 16px; }
.results h3 { margin: 0; font-size: 15px; }
.results table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.results th { text-align: left; font-weight: 600; padding: 6px 12px 6px 0; }
.results thead th { color: var(--soft); font-size: 12px; font-weight: 400; padding-bottom: 0; }
.results td { padding: 6px 12px 6px 0; }
.results td:last-child { padding-right: 0; width: 45%; }
.range { position: relative; height: 14px; border-radius: 7px; background: var(--paper); box-shadow: inset 0 0 0 1px var(--line); }
.range i { position: absolute; top: 4px; height: 6px; border-radius: 3px; background: var(--accent); opacity: 0.45; }
.range b { position: absolute; top: 1px; width: 12px; height: 12px; margin-left: -6px; border-radius: 50%; background: var(--accent); }
.range::after { content: ''; position: absolute; left: 50%; top: -3px; bottom: -3px; border-left: 1px dashed var(--soft); }
@media (max-width: 720px) {
  .results thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .results tr { display: grid; grid-template-columns: 1fr auto; padding: 6px 0; border-top: 1px solid var(--line); }
  .results tbody tr:first-child { border-top: 0; }
  .results :is(th, td) { padding: 2px 0; }
  .results tbody th, .results td:last-child { grid-column: span 2; width: auto; }
}
`;
