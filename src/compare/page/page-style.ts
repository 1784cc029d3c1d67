import { CHROME_STYLE } from '../../report/style-chrome.ts';
import { ZOOM_STYLE } from '../../report/style-zoom.ts';
import { CARD_STYLE } from './style-cards.ts';
import { CHART_STYLE } from './style-charts.ts';
import { PRINT_STYLE } from './style-print.ts';
import { TABLE_STYLE } from './style-tables.ts';
import { TEXT_STYLE } from './style-text.ts';
import { VIEW_STYLE } from './style-views.ts';

export const PAGE_STYLE = [
  CHROME_STYLE,
  TEXT_STYLE,
  TABLE_STYLE,
  CHART_STYLE,
  CARD_STYLE,
  VIEW_STYLE,
  ZOOM_STYLE,
  PRINT_STYLE,
].join('');
