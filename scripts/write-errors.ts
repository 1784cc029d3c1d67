import { writeFileSync } from 'node:fs';
import { errorsPage } from './errors-page.ts';

/** Writes the page of errors; run it after every change of the catalogue in `src/errors.ts`. */
writeFileSync(new URL('../docs/errors.md', import.meta.url), errorsPage());
