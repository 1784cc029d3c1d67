import { expect, test } from 'vitest';
import { createMemoryLedger } from '../ledger/memory.ts';
import { stepContract } from '../testing/step-contract.ts';
import { createLedgerStep } from './ledger-step.ts';
import type { Step } from './step.ts';

let { steps } = createMemoryLedger();
const open = (signal = new AbortController().signal): Step => createLedgerStep({ steps, run: 'r-1', signal });

stepContract('ledger', {
  open: async () => {
    ({ steps } = createMemoryLedger());
    return open();
  },
  reopen: async () => open(),
});

test('starts no work once it is aborted, but still tells what is done', async () => {
  ({ steps } = createMemoryLedger());
  await open().do('done', async () => 1);
  const stopped = open(AbortSignal.abort(new Error('stop')));
  expect(await stopped.do('done', async () => 2)).toBe(1);
  await expect(stopped.do('new', async () => 2)).rejects.toThrow('stop');
});
