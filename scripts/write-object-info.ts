// Packs recorded answers of GET /object_info for the rehearsal: node scripts/write-object-info.ts CORE.json PACKS.json
// The text is kept to the letter. ComfyUI echoes input options in its errors, tooltips and all, and 1.0 is not 1 there.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [core, packs] = process.argv.slice(2);
if (!core || !packs) throw new Error('usage: node scripts/write-object-info.ts CORE.json PACKS.json');
pack(core, 'object-info-core');
pack(packs, 'object-info-packs');

function pack(file: string, name: string): void {
  const target = new URL(`../src/rehearsal/data/${name}.json.gz`, import.meta.url);
  writeFileSync(target, gzipSync(readFileSync(file), { level: 9 }));
}
