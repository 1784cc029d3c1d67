import { describe, expect, test } from 'vitest';
import { serverAddress } from './options.ts';

describe('the address of a server', () => {
  test.each([
    ['http://127.0.0.1:8188', 'http://127.0.0.1:8188'],
    ['http://gpu-box:8188/', 'http://gpu-box:8188'],
    ['https://example.org/comfy//', 'https://example.org/comfy'],
  ])('%s has no slash at its end', (url, base) => {
    expect(serverAddress(url)).toEqual({ base, headers: {} });
  });

  test.each(['127.0.0.1:8188', 'localhost:8188', 'ftp://box', ''])('%j is refused with an example', (url) => {
    expect(() => serverAddress(url)).toThrow(
      expect.objectContaining({ code: 'LIMNER_USAGE', next: expect.stringContaining('http://127.0.0.1:8188') }),
    );
  });
});

describe('a password in the address', () => {
  test.each([
    ['https://ann:s%40crt@box.example', 'ann:s@crt'],
    ['https://:token@box.example', ':token'],
    ['http://ann:100%25@127.0.0.1:8188', 'ann:100%'],
    ['http://ann:100%@localhost:8188', 'ann:100%'],
    ['https://jörg:größe@box.example', 'jörg:größe'],
  ])('%s becomes a header, and is not part of the base', (url, credentials) => {
    const { base, headers } = serverAddress(url);
    expect(base).not.toContain('@');
    const encoded = (headers['authorization'] ?? '').replace('Basic ', '');
    expect(new TextDecoder().decode(Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)))).toBe(credentials);
  });

  test('does not travel over plain http, except on this machine', () => {
    expect(() => serverAddress('http://ann:secret@gpu-box:8188')).toThrow(/unprotected to gpu-box:8188/);
    expect(() => serverAddress('http://ann:secret@127.evil.example')).toThrow(/unprotected/);
    expect(() => serverAddress('http://ann:secret@[::1]:8188')).not.toThrow();
  });

  test.each(['htp://ann:secret@box', 'ann:secret@box:8188', 'http://ann:secret@gpu-box'])(
    'is not told to anybody: %s',
    (url) =>
      expect(() => serverAddress(url)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining('secret') }),
      ),
  );
});
