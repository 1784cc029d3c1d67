import { describe, expect, test } from 'vitest';
import { candidateSentence } from './candidates.ts';
import type { ManifestCandidate } from './manifest.ts';

const BLANK = { name: 'blank', status: 'fail', message: 'It is blank.' } as const;
const SEAM = { name: 'seam', status: 'fail', message: 'It has a seam.' } as const;

function candidate(number: number, chosen: boolean, gates: ManifestCandidate['gates']): ManifestCandidate {
  return { number, seed: number, chosen, cost: { usd: 0 }, gates, files: [] };
}

describe('what is said of several candidates', () => {
  test('is why the first was not kept', () => {
    expect(candidateSentence([candidate(1, false, [BLANK]), candidate(2, true, [])])).toBe(
      '2 candidates; the first failed: It is blank.',
    );
  });

  test('tells each reason once', () => {
    const failed = [candidate(1, false, [BLANK]), candidate(2, false, [BLANK, SEAM])];
    expect(candidateSentence([...failed, candidate(3, true, [])])).toBe(
      '3 candidates; the others failed: It is blank. It has a seam.',
    );
  });

  test('is which one was kept when none passed', () => {
    expect(candidateSentence([candidate(1, true, [BLANK]), candidate(2, false, [BLANK, SEAM])])).toBe(
      '2 candidates, and all failed; number 1 is kept.',
    );
  });
});
