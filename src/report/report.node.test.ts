import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../test/browser.ts';
import type { ReportInput } from './report-html.ts';
import { collectReport, makeSample, sampleInput } from './report-sample.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  [browser, folder] = await Promise.all([launchBrowser(), mkdtemp(join(tmpdir(), 'limner-report-'))]);
  const sample = makeSample();
  for (const [path, bytes] of sample.files) await writeFile(join(folder, path), bytes);
  await writeReport('report.html', sampleInput(sample));
  await writeReport('linked.html', { ...sampleInput(sample), embedLimitBytes: 0 });
});

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

describe.each(['report.html', 'linked.html'])('%s, opened from disk', (name) => {
  it.each([390, 1440])('shows every picture without overflow, errors or requests at %i pixels', async (width) => {
    await using view = await open(name, { viewport: { width, height: 900 } });
    const { page, trouble, requests } = view;
    for (const card of await page.locator('.card').all()) await card.scrollIntoViewIfNeeded();
    await page.waitForFunction(`[...document.querySelectorAll('main img')].every((image) => image.naturalWidth > 0)`);
    expect(await page.locator('main img').count()).toBe(7);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(trouble).toEqual([]);
    expect(requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect(requests.some((url) => url.endsWith('.png'))).toBe(name === 'linked.html');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });
});

describe('the report', () => {
  it('zooms by keyboard and gives the focus back', async () => {
    await using view = await open('report.html');
    const link = view.page.locator('a[data-zoom]').first();
    const dialog = view.page.getByRole('dialog');
    await link.press('Enter');
    await dialog.waitFor({ state: 'visible' });
    await view.page.waitForFunction(`document.querySelector('.zoom img').offsetWidth > 64`);
    await view.page.keyboard.press('1');
    expect(await dialog.locator('img').boundingBox()).toMatchObject({ width: 64, height: 64 });
    await view.page.keyboard.press('+');
    expect(await dialog.locator('img').boundingBox()).toMatchObject({ width: 96, height: 96 });
    await view.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await view.page.evaluate(`document.activeElement === document.querySelector('a[data-zoom]')`)).toBe(true);
  });

  it('plays animations frame by frame, and pauses them', async () => {
    await using view = await open('report.html');
    const canvas = view.page.locator('canvas[data-frames]').first();
    await canvas.scrollIntoViewIfNeeded();
    const frame = (): Promise<string | null> => canvas.getAttribute('data-frame');
    const seen = new Set<string | null>();
    await expect.poll(async () => seen.add(await frame()).size, { interval: 30 }).toBeGreaterThan(2);
    expect(await hasInk(view.page, 'canvas[data-frames]')).toBe(true);
    await view.page.getByRole('button', { name: 'Pause walk' }).click();
    const stopped = await frame();
    await view.page.waitForTimeout(300);
    expect(await frame()).toBe(stopped);
  });

  it('scrolls the parallax by itself, and by its slider', async () => {
    await using view = await open('report.html');
    const canvas = view.page.locator('canvas.parallax');
    await canvas.scrollIntoViewIfNeeded();
    const camera = async (): Promise<number> => Number(await canvas.getAttribute('data-camera'));
    const start = await camera();
    await expect.poll(camera).toBeGreaterThan(start);
    expect(await hasInk(view.page, 'canvas.parallax')).toBe(true);
    await view.page.getByLabel('Camera position in forest').fill('500');
    expect((await camera()) % 480).toBe(240);
  });

  it('holds still for readers who want less motion', async () => {
    await using view = await open('report.html', { reducedMotion: 'reduce' });
    const canvas = view.page.locator('canvas.parallax');
    await canvas.scrollIntoViewIfNeeded();
    await view.page.waitForTimeout(300);
    expect(await canvas.getAttribute('data-camera')).toBe('0.0');
    expect(await view.page.getByRole('button', { name: 'Play forest' }).count()).toBe(1);
  });

  it('filters by text, type and status', async () => {
    await using view = await open('report.html');
    const names = (): Promise<string[]> => view.page.locator('.card:visible h2').allTextContents();
    await view.page.getByLabel('Status').selectOption('failed');
    expect(await names()).toEqual(['dragon']);
    await view.page.getByLabel('Status').selectOption('');
    await view.page.getByLabel('Filter by text').fill('no such thing');
    expect(await names()).toEqual([]);
    await view.page.getByRole('button', { name: 'Show all' }).click();
    await view.page.getByLabel('Type').selectOption('parallax');
    expect(await names()).toEqual(['forest']);
  });

  it('marks a region of a sheet that is pointed at', async () => {
    await using view = await open('report.html');
    await view.page.getByText('4 regions').click();
    await view.page.getByRole('button', { name: 'walk_2' }).hover();
    const sheet = await view.page.locator('[data-sheet] img').boundingBox();
    const mark = await view.page.locator('.mark').boundingBox();
    expect(mark?.width).toBeCloseTo((sheet?.width ?? 0) / 4, 0);
    expect((mark?.x ?? 0) - (sheet?.x ?? 0)).toBeCloseTo((sheet?.width ?? 0) / 2, 0);
  });
});

async function writeReport(name: string, input: ReportInput): Promise<void> {
  await writeFile(join(folder, name), await collectReport(input));
}

interface View extends AsyncDisposable {
  readonly page: Page;
  readonly trouble: string[];
  readonly requests: string[];
}

async function open(name: string, options: BrowserContextOptions = {}): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, name)).href);
  return { page, trouble, requests, [Symbol.asyncDispose]: () => context.close() };
}

/** Has anything been drawn on the first canvas that fits the selector? */
function hasInk(page: Page, selector: string): Promise<unknown> {
  return page.evaluate(`(() => {
    const canvas = document.querySelector('${selector}');
    return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((channel) => channel > 0);
  })()`);
}
