import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSqliteLedger } from '../../src/ledger/sqlite/index.ts';
import { type CompareFolder, makeCompareFolder } from '../compare-folder.ts';
import { call, pairOf } from '../judging.ts';
import { freshFolder, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

let made: CompareFolder;
beforeAll(async () => {
  made = await makeCompareFolder();
});

/** The command as its own process, up and running. */
async function serve(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'bin/limner.js'), 'serve', 'compare', ...args, '--port', '0', '--json'],
    {
      cwd: freshFolder(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const told = JSON.parse(line) as { readonly url: string; readonly pairs: number; readonly state: string };
  return {
    ...told,
    async end(signal: NodeJS.Signals): Promise<unknown> {
      child.kill(signal);
      return (await once(child, 'close'))[0];
    },
  };
}

describe('serve compare', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'keeps votes in the ledger of the comparison, and ends cleanly by %s',
    async (signal) => {
      const server = await serve(made.folder);
      expect(server).toMatchObject({ pairs: 6, state: join(made.folder, '.limner') });
      const { pair } = await pairOf(server, signal);
      await call(`${server.url}/api/votes`, 'POST', { voter: signal, pair: pair?.id, choice: 'tie' });
      expect(await server.end(signal)).toBe(0);
      const ledger = createSqliteLedger(join(made.folder, '.limner', 'ledger.sqlite'));
      expect(await ledger.votes.list({ pack: made.comparison.pack, voter: signal })).toMatchObject([{ choice: 'tie' }]);
      await ledger.close();
    },
  );

  test('shows what the pack says of the assets', async () => {
    const server = await serve(made.folder);
    expect((await pairOf(server)).pair?.description).toMatch(/slime|potion|cavern|letters|forest|knight/);
    await server.end('SIGINT');
  });

  test('keeps votes elsewhere when told to', async () => {
    const state = join(freshFolder(), 'votes');
    const server = await serve(made.folder, '--state', state);
    expect(server.state).toBe(state);
    expect(existsSync(join(state, 'ledger.sqlite'))).toBe(true);
    await server.end('SIGINT');
  });

  test('says what is wrong with a folder, and what to do', async () => {
    const empty = freshFolder();
    const broken = freshFolder();
    writeFileSync(join(broken, 'compare.json'), '{"id":');
    for (const [folder, words] of [
      [empty, 'is not there'],
      [join(empty, 'gone'), 'is not there'],
      [broken, 'is not what `'],
    ] as const) {
      const { code, stderr } = await runLimner(['serve', 'compare', folder, '--port', '0']);
      expect(code).toBe(2);
      expect(stderr).toContain(words);
      expect(stderr).toMatch(/Give the folder that .* wrote/);
    }
  });

  test('does not make a ledger where the comparison says one is', async () => {
    const { folder } = await makeCompareFolder();
    rmSync(join(folder, '.limner'), { recursive: true });
    const { code, stderr } = await runLimner(['serve', 'compare', folder, '--port', '0']);
    expect(code).toBe(2);
    expect(stderr).toContain('--state');
    expect(existsSync(join(folder, '.limner'))).toBe(false);
  });

  test('says when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, stderr } = await runLimner(['serve', 'compare', made.folder, '--port', port]);
    other.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`The port ${port} is taken.`);
  });
});
