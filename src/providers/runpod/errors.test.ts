import { describe, expect, test } from 'vitest';
import { httpFailure, networkFailure } from './errors.ts';

describe('an answer that is an error', () => {
  test.each([
    [401, 'LIMNER_KEY_REFUSED', true, false],
    [403, 'LIMNER_KEY_REFUSED', true, false],
    [404, 'LIMNER_ENDPOINT_NOT_FOUND', true, false],
    [413, 'LIMNER_TOO_LARGE', true, false],
    [429, 'LIMNER_CALL_FAILED', true, true],
    [400, 'LIMNER_CALL_FAILED', true, false],
    // It may have been taken before the fault: nobody can say.
    [500, 'LIMNER_CALL_FAILED', false, true],
    [504, 'LIMNER_CALL_FAILED', false, true],
  ])('%i is %s (refused: %s, retryable: %s)', (status, code, refused, retryable) => {
    expect(httpFailure('x', { status, body: '' })).toMatchObject({ code, refused, retryable });
  });

  test.each([
    ['{"error":"bad key"}', ': bad key'],
    ['{"title":"Unauthorized","detail":"expired"}', ': expired'],
    ['"{\\"message\\":\\"nested\\"}"', ': nested'],
    ['plain words', ': plain words'],
    ['<html>no</html>', ''],
    ['', ''],
  ])('quotes %j as %j', (body, said) => {
    expect(httpFailure('x', { status: 400, body }).message).toBe(`x answered 400${said}.`);
  });
});

describe('a connection', () => {
  test('that never stood refused the job for certain', () => {
    const cause = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) });
    expect(networkFailure('x', cause)).toMatchObject({
      refused: true,
      retryable: true,
      code: 'LIMNER_ENDPOINT_NOT_FOUND',
    });
  });

  test('that broke off leaves the fate of the job open', () => {
    const cause = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
    expect(networkFailure('x', cause)).toMatchObject({ refused: false, retryable: true });
    expect(networkFailure('x', new Error('boom')).refused).toBe(false);
  });
});
