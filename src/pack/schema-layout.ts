import * as z from 'zod';
import { entryKey, listOf, mapping, oneOf, wholeNumber } from './fields.ts';

/** No side of a picture or sheet is longer. */
export const MAX_SIDE = 8192;
/** A sheet has at most this many cells. */
export const MAX_CELLS = 4096;

export const side = () => wholeNumber(1, MAX_SIDE);

const spacing = {
  spacing: wholeNumber(0, 1024).default(0).describe('Empty pixels between two cells.'),
  margin: wholeNumber(0, 1024).default(0).describe('Empty pixels around all cells.'),
};
const cell = {
  cellWidth: side().describe('Width of one cell in pixels.'),
  cellHeight: side().describe('Height of one cell in pixels.'),
};

const GridLayout = mapping('a grid layout', {
  type: z.literal('grid').describe('Cells in columns and rows; the sheet is as large as they need.'),
  columns: wholeNumber(1, MAX_CELLS).describe('Cells in a row.'),
  rows: wholeNumber(1, MAX_CELLS).describe('Rows of cells.'),
  ...cell,
  ...spacing,
});

const StripLayout = mapping('a strip layout', {
  type: z.literal('strip').describe('All cells in one row or one column.'),
  direction: oneOf(['horizontal', 'vertical']).describe('Which way the strip runs.'),
  frameCount: wholeNumber(1, MAX_CELLS).describe('How many cells the strip has.'),
  ...cell,
  ...spacing,
});

const Region = mapping('a region', {
  key: entryKey().describe('Name of the region, unique on the sheet.'),
  x: wholeNumber(0, MAX_SIDE - 1).describe('Left edge in pixels.'),
  y: wholeNumber(0, MAX_SIDE - 1).describe('Top edge in pixels.'),
  width: side().describe('Width in pixels.'),
  height: side().describe('Height in pixels.'),
});

const ManualLayout = mapping('a manual layout', {
  type: z.literal('manual').describe('Every cell placed by hand.'),
  width: side().describe('Width of the whole sheet in pixels.'),
  height: side().describe('Height of the whole sheet in pixels.'),
  regions: listOf(Region, 'regions', { min: 1, max: MAX_CELLS }).describe('The cells, in order.'),
});

export const Layout = z
  .discriminatedUnion('type', [GridLayout, StripLayout, ManualLayout], {
    error: 'must be a mapping with `type: grid`, `strip` or `manual`',
  })
  .describe('Where the cells of the sheet lie.');
