import { describe, expect, test } from 'vitest';
import { isLocalNetwork, isLoopback, neverStood } from './network.ts';

describe('an address', () => {
  test.each(['localhost', '127.0.0.1', '127.9.9.9', '[::1]'])('%s is this machine', (host) => {
    expect(isLoopback(new URL(`http://${host}:1`))).toBe(true);
  });

  test.each(['127.evil.example', 'localhost.evil.example', '128.0.0.1', 'gpu-box'])('%s is not', (host) => {
    expect(isLoopback(new URL(`http://${host}:1`))).toBe(false);
  });

  test.each(['gpu-box', '10.1.2.3', '192.168.0.9', '172.16.0.1', '172.31.9.9', 'box.local', '[fd00::1]', 'localhost'])(
    '%s is in the same house',
    (host) => expect(isLocalNetwork(new URL(`http://${host}:8188`))).toBe(true),
  );

  test.each(['example.com', '8.8.8.8', '172.32.0.1', '192.169.0.1', '10.evil.example', 'box.local.evil.example'])(
    '%s is not',
    (host) => expect(isLocalNetwork(new URL(`http://${host}:8188`))).toBe(false),
  );
});

describe('a failed connection', () => {
  test('never stood when its cause says so', () => {
    const cause = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    expect(neverStood(new TypeError('fetch failed', { cause }))).toBe('ECONNREFUSED');
    expect(neverStood(new TypeError('fetch failed', { cause: new AggregateError([cause]) }))).toBe('ECONNREFUSED');
    expect(neverStood(new TypeError('fetch failed', { cause: new Error('bad port') }))).toBe('BAD_PORT');
  });

  test('may have stood in any other case', () => {
    const cause = Object.assign(new Error('x'), { code: 'ECONNRESET' });
    expect(neverStood(new TypeError('fetch failed', { cause }))).toBeUndefined();
    expect(neverStood(undefined)).toBeUndefined();
  });
});
