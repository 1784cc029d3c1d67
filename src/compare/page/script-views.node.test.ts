import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseView, type ComparePages, writeComparePages } from '../../../test/compare-pages.ts';

let pages: ComparePages;

beforeAll(async () => {
  pages = await writeComparePages();
});

afterAll(async () => {
  await pages?.[Symbol.asyncDispose]();
});

describe('a card', () => {
  it('is cut by the keyboard where the slider stands', async () => {
    await using view = await pages.open('compare.html');
    const card = view.page.locator('#card-0');
    await chooseView(card, 'Slider');
    expect(await clipOf(view.page, 2)).toBe('inset(0px 0px 0px 50%)');
    const slider = card.getByRole('slider', { name: 'Where slime changes from one provider to the other' });
    await slider.focus();
    await view.page.keyboard.press('ArrowRight');
    expect(await clipOf(view.page, 2)).toBe('inset(0px 0px 0px 51%)');
    expect(await slider.getAttribute('aria-valuetext')).toBe('51 % scenario, the rest comfyui-custom');
    await view.page.keyboard.press('Home');
    expect(await clipOf(view.page, 2)).toBe('inset(0px 0px 0px 0%)');
    const [first, second] = await Promise.all([boxOf(card, 0), boxOf(card, 1)]);
    expect(second).toEqual(first);
  });

  it('is cut where the picture is pressed, and not zoomed', async () => {
    await using view = await pages.open('compare.html');
    const card = view.page.locator('#card-0');
    await chooseView(card, 'Slider');
    const { x, y, width, height } = (await boxOf(card, 0)) ?? { x: 0, y: 0, width: 0, height: 0 };
    await view.page.mouse.click(x + width / 4, y + height / 2);
    expect(await clipOf(view.page, 2)).toBe('inset(0px 0px 0px 25%)');
    expect(await view.page.getByRole('dialog').count()).toBe(0);
  });

  it('flickers by itself, until it is paused or switched by hand', async () => {
    await using view = await pages.open('compare.html');
    const card = view.page.locator('#card-0');
    await chooseView(card, 'Flicker');
    const shown = (): Promise<string | null> => card.locator('.views').getAttribute('data-shown');
    await expect.poll(shown, { interval: 50 }).toBe('comfyui-custom');
    await expect.poll(shown, { interval: 50 }).toBe('scenario');
    await card.getByRole('button', { name: 'Pause flicker' }).press('Enter');
    const stopped = await shown();
    await view.page.waitForTimeout(1200);
    expect(await shown()).toBe(stopped);
    await card.getByRole('button', { name: 'Switch' }).press('Space');
    expect(await shown()).not.toBe(stopped);
    expect(await card.getByRole('status').textContent()).toBe(`${await shown()} is shown`);
    expect(await card.locator('.frame:visible').count()).toBe(1);
  });

  it('holds still for readers who want less motion', async () => {
    await using view = await pages.open('compare.html', { reducedMotion: 'reduce' });
    const card = view.page.locator('#card-0');
    await chooseView(card, 'Flicker');
    await view.page.waitForTimeout(1200);
    expect(await card.locator('.views').getAttribute('data-shown')).toBe('scenario');
    expect(await card.getByRole('button', { name: 'Play flicker' }).count()).toBe(1);
  });

  it('compares the first provider with any other', async () => {
    await using view = await pages.open('compare.html');
    const card = view.page.locator('#card-0');
    await chooseView(card, 'Slider');
    await card.getByLabel('with').selectOption('comfyui-direct');
    expect(await clipOf(view.page, 3)).toBe('inset(0px 0px 0px 50%)');
    expect(await card.locator('figure').nth(1).locator('.frame').isVisible()).toBe(false);
  });

  it('stays side by side where there is nothing to lay over', async () => {
    await using view = await pages.open('unjudged.html');
    const { page } = view;
    const bat = page.locator('.card', { has: page.getByRole('heading', { name: 'bat', exact: true }) });
    expect(await bat.getByRole('radio').count()).toBe(0);
    await page.locator('.filter').getByRole('radio', { name: 'Slider' }).press('Space');
    expect(await bat.locator('.frame:visible').count()).toBe(2);
    expect(await page.locator('.views[data-view=slider]').count()).toBe(8);
  });

  it('zooms side by side', async () => {
    await using view = await pages.open('compare.html');
    await view.page.locator('a[data-zoom]').first().press('Enter');
    await view.page.getByRole('dialog').waitFor({ state: 'visible' });
    expect(await view.page.locator('.zoom [data-name]').textContent()).toBe('slime by scenario');
  });
});

/** How the picture of a provider of the first card is cut, by the provider's place from 1. */
function clipOf(page: Page, place: number): Promise<unknown> {
  return page.evaluate(
    `getComputedStyle(document.querySelector('#card-0 figure:nth-of-type(${place}) .picture')).clipPath`,
  );
}

function boxOf(card: Locator, index: number): ReturnType<Locator['boundingBox']> {
  return card.locator('figure').nth(index).locator('.picture').boundingBox();
}
