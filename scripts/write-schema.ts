import { writeFileSync } from 'node:fs';
import { packJsonSchema } from '../src/pack/json-schema.ts';

/** Writes the JSON Schema that editors read; run it after every change of `src/pack/schema*.ts`. */
writeFileSync(new URL('../schema/pack.schema.json', import.meta.url), packJsonSchema());
