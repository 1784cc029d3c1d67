import { expect, test } from 'vitest';
import { crashReport } from './crash.ts';

test('a crash is a JSON string with all that the SDK knows', () => {
  const { error = '', output } = crashReport('w0rk3r', 'KeyError', "'workflow'");
  expect(output).toBeUndefined();
  expect(JSON.parse(error)).toEqual({
    error_type: "<class 'KeyError'>",
    error_message: "'workflow'",
    error_traceback: expect.stringMatching(/^Traceback[\s\S]*\nKeyError: 'workflow'\n$/),
    hostname: expect.stringContaining('w0rk3r'),
    worker_id: 'w0rk3r',
    runpod_version: '1.12.0',
  });
});
