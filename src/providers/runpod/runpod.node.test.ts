import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../rehearsal/rehearse.ts';
import { providerContract } from '../../testing/provider-contract.ts';
import { createRunpod } from './index.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal({ coldStartMs: 5 });
});
afterAll(() => rehearsal.stop());

const create = (endpointId: string) => {
  const timeouts = { settleMs: 10 };
  return createRunpod({
    name: endpointId,
    endpointId,
    apiKey: 'rehearsal',
    baseUrl: rehearsal.runpod.baseUrl,
    timeouts,
  });
};

providerContract('runpod with all that the workflows need', { create: () => create('custom') });
providerContract('runpod with one checkpoint', { create: () => create('premade') });

describe('a RunPod endpoint', () => {
  test('that does not exist is named before anything is sent', async () => {
    const probe = create('missing').probe({ signal: new AbortController().signal });
    await expect(probe).rejects.toMatchObject({ code: 'LIMNER_ENDPOINT_NOT_FOUND' });
  });
});
