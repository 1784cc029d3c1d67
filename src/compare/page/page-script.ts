import { ZOOM_SCRIPT } from '../../report/script-zoom.ts';
import { FILTER_SCRIPT } from './script-filter.ts';
import { PRINT_SCRIPT } from './script-print.ts';
import { VIEW_SCRIPT } from './script-views.ts';

/** All that moves on the page; without it the page still shows every picture and number. */
export const PAGE_SCRIPT = [VIEW_SCRIPT, FILTER_SCRIPT, ZOOM_SCRIPT, PRINT_SCRIPT]
  .map((script) => `(() => {\n'use strict';\n${script}})();`)
  .join('\n');
