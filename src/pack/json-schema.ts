import * as z from 'zod';
import { PackFile } from './schema.ts';

/** The text of `schema/pack.schema.json`: what editors complete and explain, in JSON Schema draft 7. */
export function packJsonSchema(): string {
  const schema = z.toJSONSchema(PackFile, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ ...schema, title: 'limner pack' }, null, 2)}\n`;
}
