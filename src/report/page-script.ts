import { FILTER_SCRIPT } from './script-filter.ts';
import { PLAYER_SCRIPT } from './script-players.ts';
import { ZOOM_SCRIPT } from './script-zoom.ts';

/** All that moves on the page; without it the page still shows every picture and fact. */
export const PAGE_SCRIPT = [FILTER_SCRIPT, ZOOM_SCRIPT, PLAYER_SCRIPT]
  .map((script) => `(() => {\n'use strict';\n${script}})();`)
  .join('\n');
