import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Comparison } from '../src/compare/comparison.ts';
import { comparePageChunks, type ComparePageInput } from '../src/compare/page/compare-html.ts';
import { compareSample } from '../src/compare/page/compare-sample.ts';
import { launchBrowser } from './browser.ts';

export interface ComparePages extends AsyncDisposable {
  open(name: PageName, options?: BrowserContextOptions): Promise<View>;
}

/** `few.html` has one card of every sort, to be looked at closely; the pictures of `linked.html` are beside it. */
export const PAGE_NAMES = ['compare.html', 'linked.html', 'few.html', 'unjudged.html'] as const;
export type PageName = (typeof PAGE_NAMES)[number];

export interface View extends AsyncDisposable {
  readonly page: Page;
  /** What the page complained of. */
  readonly trouble: string[];
  readonly requests: string[];
}

/** Pages of comparisons as the command would write them, to be opened from disk in a real browser. */
export async function writeComparePages(): Promise<ComparePages> {
  const [browser, folder] = await Promise.all([launchBrowser(), mkdtemp(join(tmpdir(), 'limner-compare-'))]);
  const sample = await compareSample({ providers: 3 });
  for (const [path, bytes] of sample.files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const inputs: Readonly<Record<PageName, ComparePageInput>> = {
    'compare.html': sample,
    'linked.html': { ...sample, embedLimitBytes: 0 },
    'few.html': { ...sample, comparison: onlyOf(sample.comparison, ['slime', 'bat', 'forest']) },
    'unjudged.html': await compareSample({ isJudged: false, isRehearsed: true }),
  };
  for (const name of PAGE_NAMES) await writePage(join(folder, name), inputs[name]);
  return {
    async open(name, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
      const page = await context.newPage();
      const watched = watch(page);
      await page.goto(pathToFileURL(join(folder, name)).href);
      return { page, ...watched, [Symbol.asyncDispose]: () => context.close() };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Chooses how a card shows its pictures, by keyboard. */
export async function chooseView(card: Locator, name: 'Side by side' | 'Slider' | 'Flicker'): Promise<void> {
  await card.getByRole('radio', { name }).press('Space');
}

function onlyOf(comparison: Comparison, ids: readonly string[]): Comparison {
  return { ...comparison, samples: comparison.samples.filter(({ id }) => ids.includes(id)) };
}

async function writePage(path: string, input: ComparePageInput): Promise<void> {
  let text = '';
  for await (const chunk of comparePageChunks(input)) text += chunk;
  await writeFile(path, text);
}

function watch(page: Page): Pick<View, 'trouble' | 'requests'> {
  const trouble: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  return { trouble, requests };
}
