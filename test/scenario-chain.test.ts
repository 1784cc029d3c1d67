import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasAlpha } from '../src/raster/alpha.ts';
import { decodePng } from '../src/raster/png.ts';
import { startScenarioServer } from '../src/rehearsal/scenario/server.ts';
import { freshFolder, runNode } from './run-limner.ts';
import { ROOT } from './source-files.ts';

test('examples/scenario-chain.ts makes a creature with true transparency on a rehearsal', async () => {
  const server = await startScenarioServer();
  const cwd = freshFolder();
  const env = { SCENARIO_BASE_URL: server.baseUrl };
  const { code, stdout, stderr } = await runNode([join(ROOT, 'examples/scenario-chain.ts')], { cwd, env });
  const { total } = server.admin.counters();
  await server.stop();
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^slime\.png: \d+ bytes, \$0\.1375\n$/);
  const slime = decodePng(readFileSync(join(cwd, 'slime.png')));
  expect([slime.width, slime.height]).toEqual([512, 512]);
  expect(hasAlpha(slime, 0) && hasAlpha(slime, 255)).toBe(true);
  expect(total).toMatchObject({ uploads: 1, submitsAccepted: 2, cdnDownloads: 1, leakedAuthorizations: 0 });
});
