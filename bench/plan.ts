import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, plan } from '../src/generate.ts';
import { loadPack } from '../src/cli/load-pack.ts';
import { createSqliteLedger } from '../src/ledger/sqlite/index.ts';
import { createPainter } from '../src/providers/painter/index.ts';
import { createFsBlobs } from '../src/store/fs/blobs.ts';
import { createFsStore } from '../src/store/fs/index.ts';
import { type Figure, medianMs, ms } from './figure.ts';
import { packOf } from './pack-of.ts';

export async function measurePlan(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'limner-bench-'));
  const file = join(home, 'limner.yaml');
  writeFileSync(file, packOf(1000, 16));
  const ledger = createSqliteLedger(join(home, 'ledger.sqlite'));
  const options = { providers: [createPainter()], ledger, blobs: createFsBlobs(join(home, 'blobs')) };
  const whole = async () => plan((await loadPack(file)).pack, options);

  const fresh = await medianMs(5, whole);
  await generate((await loadPack(file)).pack, { ...options, store: createFsStore(join(home, 'out')) });
  const cached = await medianMs(5, whole);
  const isCached = (await whole()).assets.every(({ action }) => action === 'cached');
  await ledger.close();
  rmSync(home, { recursive: true });
  if (!isCached) throw new Error('The plan is not all cached.');
  return [
    {
      subject: 'plan of 1,000 assets, fresh (read, check, plan)',
      measured: ms(fresh),
      target: '500 ms',
      met: fresh <= 500,
    },
    { subject: 'plan of 1,000 assets, all cached', measured: ms(cached), target: '500 ms', met: cached <= 500 },
  ];
}
