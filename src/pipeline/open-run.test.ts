import { expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { parsePack } from '../pack/parse-pack.ts';
import { createMemoryBlobs, createMemoryStore } from '../store/memory.ts';
import { createScriptedProvider } from '../testing/scripted-provider.ts';
import { sampleClaim } from '../testing/spending-tests.ts';

function packOf(words: string) {
  const text = `pack: p\nassets: [{ id: a, type: entity, description: ${words}, width: 32, height: 32 }]`;
  const parsed = parsePack(text, { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

test('claims of a run that is replaced are of unknown fate, unless it is certain that they were never sent', async () => {
  const scripted = createScriptedProvider();
  const ledger = createMemoryLedger();
  const options = {
    providers: [
      { ...scripted, name: 'painter', announcesSending: true },
      { ...scripted, name: 'scenario' },
    ] as const,
    ledger,
    blobs: createMemoryBlobs(),
    store: createMemoryStore(),
    out: '/out',
  };
  await generate(packOf('a slime'), { ...options, signal: AbortSignal.abort(new Error('stop')) });
  const claim = async (id: string, provider: string, submittedAt?: number): Promise<void> => {
    await ledger.calls.claim({ ...sampleClaim(id), provider, run: 'p-1' });
    if (submittedAt !== undefined) await ledger.calls.change({ id, claimedAt: 1 }, ['claimed'], { submittedAt });
  };
  await claim('unsent', 'painter');
  await claim('sent', 'painter', 2);
  await claim('silent', 'scenario');
  await claim('elsewhere', 'nobody');
  await generate(packOf('a bat'), options);
  const stateOf = async (id: string) => (await ledger.calls.get(id))?.state;
  expect(await Promise.all(['unsent', 'sent', 'silent', 'elsewhere'].map(stateOf))).toEqual([
    'refused',
    'unknown',
    'unknown',
    'unknown',
  ]);
});
