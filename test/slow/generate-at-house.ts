import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, parsePack } from 'limner';
import { createFsBlobs, createFsStore, createSqliteLedger } from 'limner/node';
import { createHouseProvider } from '../../docs/house-provider.ts';

/** A process of its own, to be killed: makes `limner.yaml` of a folder at the house, and prints its events. */
const [home = '', url = ''] = process.argv.slice(2);
const parsed = parsePack(readFileSync(join(home, 'limner.yaml'), 'utf8'), { file: 'limner.yaml', format: 'yaml' });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const ledger = createSqliteLedger(join(home, 'state/ledger.sqlite'));
await generate(parsed.pack, {
  providers: [createHouseProvider({ url })],
  route: { flags: { default: 'house' } },
  ledger,
  blobs: createFsBlobs(join(home, 'state/blobs')),
  store: createFsStore(join(home, 'out')),
  out: join(home, 'out'),
  onEvent: (event) => process.stdout.write(`${JSON.stringify(event)}\n`),
});
await ledger.close();
