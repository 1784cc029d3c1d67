import { CARD_STYLE } from './style-cards.ts';
import { CHROME_STYLE } from './style-chrome.ts';
import { ZOOM_STYLE } from './style-zoom.ts';

export const PAGE_STYLE = [CHROME_STYLE, CARD_STYLE, ZOOM_STYLE].join('');
