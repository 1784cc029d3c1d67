import * as z from 'zod';
import { named, text, wholeNumber } from './fields.ts';
import { idFault } from './names.ts';

export const MAX_SEED = 2_147_483_647;

export const seed = () => wholeNumber(0, MAX_SEED);

export const MAX_RETRIES = 10;

export const retries = () => wholeNumber(0, MAX_RETRIES);

export const name = () => named(idFault, 'must be a name of 1 to 64 letters, digits, "_" or "-"');

/** What every asset has. */
export const base = {
  id: name().describe('Name of the asset and of its files; unique in the pack, whatever the case of its letters.'),
  description: text(2000).exactOptional().describe('What the picture shows, in plain words.'),
  prompt: text(2000).exactOptional().describe('Another name for `description`.'),
  seed: seed().exactOptional().describe('Overrides the seed that follows from the pack and the id.'),
  retries: retries().exactOptional().describe("In place of the pack's: how often it may be painted anew."),
};

export const yesNo = () => z.boolean({ error: 'must be true or false' });
