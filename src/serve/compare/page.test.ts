import AXE from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../test/browser.ts';
import { type CompareFolder, makeCompareFolder } from '../../../test/compare-folder.ts';
import { type Judging, openJudging, pairOf } from '../../../test/judging.ts';

let browser: Browser;
let made: CompareFolder;
let judging: Judging;

beforeAll(async () => {
  [browser, made] = await Promise.all([launchBrowser(), makeCompareFolder()]);
});
afterAll(async () => browser?.close());
beforeEach(async () => {
  judging = await openJudging(made);
  return () => judging[Symbol.asyncDispose]();
});

describe('judging by keyboard alone', () => {
  test('goes from the name to the results, and every vote is for what was seen', async () => {
    await using view = await open();
    const { page } = view;
    await page.keyboard.type('Zoë');
    await page.keyboard.press('Enter');
    const expected: string[] = [];
    for (const [done, key] of ['ArrowLeft', 'ArrowRight', ' ', 'ArrowRight', 'ArrowLeft', ' '].entries()) {
      await waitForCount(page, done);
      const { pair } = await pairOf(judging.server, 'Zoë');
      expect(await page.textContent('[data-asset]')).toBe(pair?.asset);
      const side = { ArrowLeft: pair?.left, ArrowRight: pair?.right }[key];
      expected.push(side ? await judging.makerOf(side.pictures[0] ?? '') : 'tie');
      await page.keyboard.press(key);
    }
    await page.waitForSelector('.results section');
    expect((await voteList('Zoë')).map(({ choice }) => choice)).toEqual(expected);
    expect(await page.textContent('[data-said]')).toContain('6 votes of 1 voter');
    expect(await page.locator('.results section').count()).toBe(6);
    expect(await page.textContent('.results')).toMatch(/alpha[\s\S]*beta/);
    expect(view.trouble).toEqual([]);
  });

  test('announces each pair, and tells nothing of who made it', async () => {
    await using view = await open('ana');
    await waitForCount(view.page, 0);
    const asset = await view.page.textContent('[data-asset]');
    expect(await view.page.textContent('[data-said]')).toMatch(new RegExp(`^Pair 1 of 6: ${asset}\\. `));
    expect(await view.page.content()).not.toMatch(/alpha|beta/);
  });

  test('votes once for a key that is held down', async () => {
    await using view = await open('ana');
    await waitForCount(view.page, 0);
    await view.page.keyboard.down('ArrowLeft');
    await view.page.keyboard.down('ArrowLeft');
    await waitForCount(view.page, 1);
    await view.page.keyboard.down('ArrowLeft');
    await view.page.waitForTimeout(200);
    expect(await voteList('ana')).toHaveLength(1);
  });

  test('presses the button that has the focus by the space bar, and calls a tie anywhere else', async () => {
    await using view = await open('ana');
    await waitForCount(view.page, 0);
    await view.page.focus('[data-act=left]');
    await view.page.keyboard.press(' ');
    await waitForCount(view.page, 1);
    await view.page.click('[data-act=right]');
    await waitForCount(view.page, 2);
    await view.page.keyboard.press(' ');
    await waitForCount(view.page, 3);
    const choices = (await voteList('ana')).map(({ choice }) => choice);
    expect(choices.map((choice) => choice === 'tie')).toEqual([false, false, true]);
  });

  test('reaches the results early, and goes on from there', async () => {
    await using view = await open('ana');
    await waitForCount(view.page, 0);
    await view.page.keyboard.press('ArrowLeft');
    await waitForCount(view.page, 1);
    const asset = await view.page.textContent('[data-asset]');
    await view.page.keyboard.press('r');
    await view.page.keyboard.press('Escape');
    await view.page.keyboard.press('r');
    await view.page.keyboard.press('Enter');
    await view.page.waitForSelector('.results section');
    await view.page.getByRole('button', { name: 'Go on judging' }).press('Enter');
    expect(await view.page.textContent('[data-asset]')).toBe(asset);
    await view.page.keyboard.press('ArrowRight');
    await waitForCount(view.page, 2);
  });
});

describe('nothing is lost', () => {
  test('by a reload, after which a vote can still be taken back', async () => {
    await using view = await open('ana');
    const { page } = view;
    await waitForCount(page, 0);
    await page.keyboard.press('ArrowLeft');
    await waitForCount(page, 1);
    const second = await page.textContent('[data-asset]');
    await page.keyboard.press('ArrowLeft');
    await waitForCount(page, 2);
    const third = await page.textContent('[data-asset]');
    await page.reload();
    await waitForCount(page, 2);
    expect(await page.textContent('[data-asset]')).toBe(third);
    await page.keyboard.press('u');
    await waitForCount(page, 1);
    expect(await page.textContent('[data-asset]')).toBe(second);
    await page.keyboard.press('Backspace');
    await waitForCount(page, 0);
    expect(await voteList('ana')).toEqual([]);
  });

  test('by a new start of the server: the page says so and goes on', async () => {
    await using view = await open('ana');
    const { page } = view;
    await waitForCount(page, 0);
    const port = Number(new URL(judging.server.url).port);
    await judging.server.stop();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('limner does not answer');
    await judging.restart(port);
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    // The pair was named by the server that is gone: it is shown again and not guessed at.
    await page.keyboard.press('ArrowLeft');
    await waitForCount(page, 1);
    expect(await voteList('ana')).toHaveLength(1);
  });

  test('between two people who judge with one browser', async () => {
    await using view = await open('ana');
    await waitForCount(view.page, 0);
    await view.page.keyboard.press('ArrowLeft');
    await waitForCount(view.page, 1);
    await view.page.click('[data-who]');
    await view.page.fill('input[name=voter]', 'ben');
    await view.page.keyboard.press('Enter');
    await waitForCount(view.page, 0);
    await view.page.reload();
    await waitForCount(view.page, 0);
    expect(await view.page.textContent('[data-who]')).toBe('Judging as ben');
    expect(await voteList('ana')).toHaveLength(1);
  });
});

describe('the pictures', () => {
  test('are enlarged by whole numbers, and keep their scale and place on both sides', async () => {
    await using view = await open('ana');
    const { page } = view;
    await showAsset(page, 'slime');
    const widths = (): Promise<readonly number[]> =>
      page
        .locator('.picture')
        .evaluateAll((pictures) => pictures.map((picture) => picture.getBoundingClientRect().width));
    const [fitted = 0, same] = await widths();
    expect(same).toBe(fitted);
    expect(fitted % 64).toBe(0);
    expect(fitted).toBeGreaterThan(128);
    await page.keyboard.press('z');
    expect(await widths()).toEqual([fitted * 2, fitted * 2]);
    await page
      .locator('.pane')
      .first()
      .evaluate((pane) => pane.scrollTo(7, 9));
    await expect
      .poll(() =>
        page
          .locator('.pane')
          .last()
          .evaluate((pane) => [pane.scrollLeft, pane.scrollTop]),
      )
      .toEqual([7, 9]);
    await page.keyboard.press('z');
    expect(await widths()).toEqual([64, 64]);
  });

  test('stand on the ground that was chosen, but scenes on none', async () => {
    await using view = await open('ana');
    const { page } = view;
    const ground = (): Promise<string | null> => page.locator('.sides').getAttribute('data-ground');
    await showAsset(page, 'slime');
    const seen = [await ground()];
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('b');
      seen.push(await ground());
    }
    expect(seen).toEqual(['checker', 'game', 'light', 'dark', 'checker']);
    await page.keyboard.press('b');
    await showAsset(page, 'cave');
    expect(await ground()).toBe('checker');
  });

  test('lie upon each other where they are layers, and play where they move', async () => {
    await using view = await open('ana');
    const { page } = view;
    await showAsset(page, 'forest');
    expect(await page.locator('.picture').first().locator('img').count()).toBe(2);
    await page.keyboard.press('p');
    await waitForMotion(page);
    await showAsset(page, 'hero');
    expect(await page.locator('.picture img').count()).toBe(2);
    await page.keyboard.press('p');
    await waitForMotion(page);
    expect(view.trouble).toEqual([]);
  });
});

describe.each([
  [390, 844, 'light'],
  [390, 844, 'dark'],
  [1440, 900, 'light'],
  [1440, 900, 'dark'],
] as const)('at %i × %i pixels, %s,', (width, height, colorScheme) => {
  test('everything fits and nothing is faulty, from the name to the results', async () => {
    await using view = await open(undefined, { viewport: { width, height }, colorScheme, hasTouch: width < 500 });
    const { page } = view;
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    for (let done = 0; done < 6; done += 1) {
      await waitForCount(page, done);
      if (done < 2) expect(await faults(page)).toEqual([]);
      if (done === 1) {
        await page.keyboard.press('z');
        expect(await faults(page)).toEqual([]);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(height);
      const button = page.locator('[data-act=right]');
      await (width < 500 ? button.tap() : button.click());
    }
    await page.waitForSelector('.results section');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await faults(page)).toEqual([]);
    expect(view.trouble).toEqual([]);
  });
});

/** A fresh browser at the page; as somebody who has given a name before, if there is one. */
async function open(voter?: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  if (voter !== undefined) await page.addInitScript(`localStorage['limner-voter'] ??= ${JSON.stringify(voter)}`);
  await page.goto(judging.server.url);
  return { page, trouble, [Symbol.asyncDispose]: () => context.close() };
}

/** Until the page shows the next pair, with so many judged. */
async function waitForCount(page: Page, done: number): Promise<void> {
  await page.locator(`[data-count]:text-is("${done} of 6")`).waitFor();
  await page.locator('.judging[aria-busy=false]').waitFor();
}

/** Votes until an asset is shown; when it was passed already, takes votes back. */
async function showAsset(page: Page, asset: string): Promise<void> {
  let done = (await voteList('ana')).length;
  for (let [steps, step] = [0, 1]; steps < 12; steps += 1) {
    await waitForCount(page, done);
    if ((await page.textContent('[data-asset]')) === asset) return;
    if (done === 5) step = -1;
    await page.keyboard.press(step > 0 ? ' ' : 'u');
    done += step;
  }
  throw new Error(`${asset} was not shown.`);
}

const voteList = (voter: string) => judging.votes.list({ pack: made.comparison.pack, voter });

/** Until each side has shown a second moment of what it plays. */
async function waitForMotion(page: Page): Promise<void> {
  for (const side of ['a', 'b']) {
    const drawn = (): Promise<string> =>
      page.evaluate(`document.querySelector('[data-side=${side}] canvas').toDataURL()`);
    const seen = new Set<string>();
    await expect.poll(async () => seen.add(await drawn()).size, { interval: 30 }).toBeGreaterThan(2);
  }
}

/** What axe finds on the page as it stands. */
async function faults(page: Page): Promise<readonly string[]> {
  // The page's own policy lets no other script in; the driver's evaluation is not bound by it.
  await page.evaluate(AXE.source);
  const { violations } = await page.evaluate<{
    violations: readonly { id: string; nodes: readonly { html: string }[] }[];
  }>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
