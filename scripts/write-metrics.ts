import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { metricsPages } from './metrics-pages.ts';

/** Writes a page for each metric and an index of them; run it after every change of the lists in `src/measure/`. */
const folder = new URL('../docs/metrics/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, text] of metricsPages()) writeFileSync(new URL(name, folder), text);
