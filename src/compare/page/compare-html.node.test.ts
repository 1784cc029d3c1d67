import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseView, PAGE_NAMES, type ComparePages, writeComparePages } from '../../../test/compare-pages.ts';

let pages: ComparePages;

beforeAll(async () => {
  pages = await writeComparePages();
});

afterAll(async () => {
  await pages?.[Symbol.asyncDispose]();
});

describe.each(PAGE_NAMES)('%s, opened from disk', (name) => {
  it.each([390, 1440])('fits %i pixels, shows every picture, and asks nobody', async (width) => {
    await using view = await pages.open(name, { viewport: { width, height: 900 } });
    const { page, trouble, requests } = view;
    for (const card of await page.locator('.card').all()) await card.scrollIntoViewIfNeeded();
    await page.waitForFunction(`[...document.querySelectorAll('.card img')].every((image) => image.naturalWidth > 0)`);
    await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(trouble).toEqual([]);
    expect(requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect(requests.some((url) => url.endsWith('.png'))).toBe(name === 'linked.html');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });
});

describe('axe', () => {
  it.each([
    [390, 'light'],
    [1440, 'dark'],
  ] as const)('finds nothing serious at %i pixels, %s', async (width, colorScheme) => {
    await using view = await pages.open('few.html', { viewport: { width, height: 900 }, colorScheme });
    const { page } = view;
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    expect(await faultsIn(page, 'document')).toEqual([]);
    for (const name of ['Slider', 'Flicker'] as const) {
      await chooseView(page.locator('#card-0'), name);
      expect(await faultsIn(page, `'#card-0'`)).toEqual([]);
    }
  });
});

describe('without script', () => {
  it('shows everything and offers nothing that does not work', async () => {
    await using view = await pages.open('compare.html', { javaScriptEnabled: false });
    expect(await view.page.locator('.card:visible').count()).toBe(10);
    expect(await view.page.locator('.filter:visible, .switch:visible, .overlay:visible, .play:visible').count()).toBe(
      0,
    );
  });
});

describe('on paper', () => {
  it('unfolds everything and leaves controls away', async () => {
    await using view = await pages.open('compare.html');
    await view.page.emulateMedia({ media: 'print' });
    await view.page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await view.page.locator('details:not([open])').count()).toBe(0);
    expect(await view.page.locator('.filter:visible, .switch:visible, .contents:visible').count()).toBe(0);
    await view.page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await view.page.locator('details[open]').count()).toBe(0);
  });
});

async function faultsIn(page: Page, context: string): Promise<readonly string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${context}, { resultTypes: ["violations"] })`);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
