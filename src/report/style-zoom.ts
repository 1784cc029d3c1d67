export const ZOOM_STYLE = `
.zoom { width: min(96vw, 1500px); height: 94vh; height: 94dvh; max-width: none; max-height: none; padding: 0; border: 1px solid var(--line); border-radius: 14px; background: var(--card); color: var(--ink); overflow: hidden; }
.zoom[open] { display: flex; flex-direction: column; }
.zoom::backdrop { background: rgb(10 10 12 / 0.72); }
.bar { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; padding: 10px 14px; border-bottom: 1px solid var(--line); }
.tools { display: flex; flex-wrap: wrap; gap: 6px; margin-left: auto; }
.tools a { text-decoration: none; color: inherit; }
.pane { flex: 1; min-height: 0; display: flex; overflow: auto; padding: 16px; background: light-dark(#eceae5, #1a1b1e); cursor: grab; }
.pane:focus-visible { outline-offset: -2px; }
.pane img { margin: auto; flex: none; display: block; }
@media print { .filter, .zoom, .play, .scroller { display: none !important; } }
`;
