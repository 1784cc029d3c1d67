import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Figure, medianMs, ms } from './figure.ts';

const LIMNER = fileURLToPath(new URL('../bin/limner.js', import.meta.url));

export async function measureHelp(): Promise<readonly Figure[]> {
  const run = (args: readonly string[]) => () => spawnSync(process.execPath, args, { stdio: 'ignore' });
  run([LIMNER, '--help'])();
  const bare = await medianMs(15, run(['-e', '0']));
  const help = await medianMs(15, run([LIMNER, '--help']));
  return [
    {
      subject: '`limner --help` beside `node -e 0`',
      measured: `${ms(help)} beside ${ms(bare)}: + ${ms(help - bare)}`,
      target: '+ 60 ms',
      met: help - bare <= 60,
    },
  ];
}
