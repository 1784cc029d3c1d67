import { describe, expect, test } from 'vitest';
import { isWelcome } from './guard.ts';

const request = (headers: Readonly<Record<string, string>>, method = 'GET') => ({
  method,
  headers: { host: '127.0.0.1:8195', ...headers },
});

describe('a local server answers', () => {
  test.each([
    ['its own page', { origin: 'http://127.0.0.1:8195', 'sec-fetch-site': 'same-origin' }],
    ['its own page by its other name', { host: 'LocalHost:8195', origin: 'http://LocalHost:8195' }],
    ['who typed its address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['who follows a link of another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['programs that are no browser', {}],
  ])('%s', (_who, headers) => expect(isWelcome(request(headers), 8195)).toBe(true));
});

describe('a local server does not answer', () => {
  test.each([
    ['a name that was bent to our address', { host: 'evil.example:8195' }],
    ['such a name that begins like ours', { host: '127.0.0.1.evil.example:8195' }],
    ['another port', { host: '127.0.0.1:80' }],
    ['no host', { host: '' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a page of no origin', { origin: 'null' }],
    ['pictures in pages of other sites', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['pages of other ports that name no origin', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
  ])('%s', (_who, headers) => expect(isWelcome(request(headers), 8195)).toBe(false));

  test('forms of other sites', () => {
    const form = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(isWelcome(request(form, 'POST'), 8195)).toBe(false);
  });
});

test('port 80 goes without saying', () => expect(isWelcome(request({ host: 'localhost' }), 80)).toBe(true));
