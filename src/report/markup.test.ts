import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, Markup, relativeUrl, render } from './markup.ts';

describe('html', () => {
  it('escapes values but not markup', () => {
    expect(html`<b title="${'"x"'}">${'<i>'}${new Markup('<hr>')}</b>`.text).toBe(
      '<b title="&quot;x&quot;">&lt;i&gt;<hr></b>',
    );
  });

  it('writes lists one after the other and nothing for what is absent', () => {
    expect(render([1, 'a', undefined, ['&', new Markup('<br>')]])).toBe('1a&amp;<br>');
  });

  it('lets no text open a tag or end an attribute', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(render(text))));
  });
});

describe('relativeUrl', () => {
  it('stays beside the page, whatever the path says', () => {
    const page = 'file:///games/out/report.html';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '.', ':', '\\', '?', '#', '%', 'a', ' ', 'é') }), (path) => {
        expect(new URL(relativeUrl(path), page).href).toMatch(/^file:\/\/\/games\/out\//);
      }),
    );
    expect(new URL(relativeUrl('javascript:alert(1)'), page).protocol).toBe('file:');
    expect(relativeUrl('/etc/passwd')).toBe('./etc/passwd');
    expect(relativeUrl('sub dir/a#1.png')).toBe('./sub%20dir/a%231.png');
  });
});
