import { describe, expect, test } from 'vitest';
import { answerFault, requestFault } from './limits.ts';

describe('what an endpoint carries', () => {
  test('is a picture of 1920 by 1920, and not one of 2048 by 2048', () => {
    expect(answerFault('runpod', 1920 * 1920)).toBeUndefined();
    const fault = answerFault('runpod', 2048 * 2048);
    expect(fault).toMatchObject({ code: 'LIMNER_TOO_LARGE', refused: true });
    expect(fault?.message).toBe(
      'The painted picture of 4.2 megapixels would weigh about 11 MB; runpod hands back 10 MB at the most.',
    );
    expect(fault?.next).toContain('at most 3.7 megapixels');
  });

  test('is a request of ten megabytes', () => {
    expect(requestFault('runpod', 10_000_000)).toBeUndefined();
    expect(requestFault('runpod', 10_000_001)).toMatchObject({ code: 'LIMNER_TOO_LARGE', refused: true });
  });
});
