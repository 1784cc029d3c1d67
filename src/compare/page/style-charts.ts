export const CHART_STYLE = `
.chart { min-width: 0; }
.chart figcaption { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-bottom: 4px; }
.chart > svg, .chart > svg svg { display: block; overflow: visible; }
.chart text { fill: var(--ink); font-size: 13px; }
.chart .value { font-variant-numeric: tabular-nums; font-weight: 600; }
.chart .tick { fill: var(--soft); font-size: 12px; }
.chart .track { fill: light-dark(#eceae5, #26282d); }
.chart .grid { stroke: var(--line); }
.chart :is(.limit, .mark) line { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 5 3; }
.chart :is(.limit, .mark) text { fill: var(--bad); font-size: 12px; font-weight: 600; }
.chart .mark line { stroke: var(--ink); stroke-dasharray: none; }
.chart .mark text { fill: var(--ink); }
.dot { fill: var(--hue, var(--soft)); fill-opacity: 0.75; stroke: var(--hue, var(--soft)); stroke-width: 1.5; }
.dot.cold { fill: var(--card); }
.whisker { stroke: var(--hue); stroke-width: 2.5; }
.kept { fill: var(--hue, var(--soft)); }
.lost { fill: var(--bad); }
.standby { fill: light-dark(#b9b5ab, #6d717a); }
.legend { color: var(--soft); font-size: 12.5px; }
.legend svg { vertical-align: -1px; margin-left: 8px; }
`;
