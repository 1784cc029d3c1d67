/** On paper: light, everything unfolded, nothing to press, no card parted. */
export const PRINT_STYLE = `
@media print {
  :root { color-scheme: light; font-size: 10.5pt; }
  body { max-width: none; padding: 0; background: none; print-color-adjust: exact; }
  .filter, .switch, .overlay, .contents { display: none !important; }
  .scroll { overflow: visible; width: auto; }
  .scroll table { font-size: 8.5pt; width: 100%; }
  .scroll :is(th, td, li) { padding: 3px 5px; white-space: normal; }
  .scroll li { padding: 0; }
  .scroll :is(small, code, thead th) { font-size: 7.5pt; }
  .beside { display: block; }
  .cards { display: block; }
  .cards.many > .card { content-visibility: visible; }
  .card, .chart, .routes li, tr, .providers li { break-inside: avoid; }
  .card { margin-bottom: 12px; }
  h2, h3, h4, thead, summary, .lead { break-after: avoid; }
  main > section { margin-top: 22px; }
  #pictures { break-before: page; }
  .views, .wide > .views { grid-template-columns: repeat(auto-fit, minmax(0, 1fr)); }
  .frame img { max-height: 8cm; width: auto; object-fit: contain; }
  summary { list-style: none; }
}
`;
