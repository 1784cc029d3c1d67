import { describe, expect, test } from 'vitest';
import { connect } from './connect.ts';

describe('the endpoint', () => {
  test.each([
    ['https://api.runpod.ai/v2/abc123', 'abc123'],
    ['https://api.runpod.ai/v2/abc123/', 'abc123'],
    ['https://api.runpod.ai/v2/abc123/run', 'abc123'],
    ['http://127.0.0.1:8190/v2/custom', 'custom'],
    ['abc123', 'abc123'],
  ])('%s is RunPod’s %s', (endpoint, place) => {
    expect(connect({ endpoint, apiKey: 'k' }).place).toBe(place);
  });

  test.each([
    ['http://192.168.0.7:8188', 'http://192.168.0.7:8188'],
    ['https://comfy.example.com/base/', 'https://comfy.example.com/base'],
  ])('%s is a ComfyUI server', (endpoint, place) => {
    expect(connect({ endpoint }).place).toBe(place);
  });

  test('of a rehearsal wants no key, RunPod’s own does', () => {
    expect(connect({ endpoint: 'http://localhost:8190/v2/custom', apiKey: '' }).place).toBe('custom');
    expect(() => connect({ endpoint: 'abc123' })).toThrow(expect.objectContaining({ code: 'LIMNER_KEY_REFUSED' }));
  });

  test.each(['', 'not an address', 'ftp://a/v2/b', 'https://api.runpod.ai/v2', 'http://api.example.com/v2/abc'])(
    '%j is refused',
    (endpoint) => {
      expect(() => connect({ endpoint, apiKey: 'k' })).toThrow(expect.objectContaining({ code: 'LIMNER_USAGE' }));
    },
  );
});
