import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ComparePages, writeComparePages } from '../../../test/compare-pages.ts';

let pages: ComparePages;

beforeAll(async () => {
  pages = await writeComparePages();
});

afterAll(async () => {
  await pages?.[Symbol.asyncDispose]();
});

describe('the filters', () => {
  it('find by id, type, gate and who failed, by keyboard', async () => {
    await using view = await pages.open('compare.html');
    const { page } = view;
    const ids = (): Promise<string[]> => page.locator('.card:visible h3').allTextContents();
    const choose = async (name: string, option: string): Promise<void> => {
      await page.getByLabel(name, { exact: true }).selectOption(option);
    };
    const all = await ids();
    expect(all).toHaveLength(10);
    await page.getByLabel('Find by id').focus();
    await page.keyboard.type('GEM');
    expect(await ids()).toEqual(['gems']);
    await page.getByLabel('Find by id').fill('');
    await choose('Type', 'Parallax');
    expect(await ids()).toEqual(['forest']);
    await choose('Type', '');
    await choose('Gates', 'A gate failed');
    expect(await ids()).toEqual(['forest']);
    await choose('Gates', 'A gate warns, none failed');
    expect(await ids()).toEqual(['floor']);
    await choose('Gates', '');
    await choose('Not made', 'Not made by scenario');
    expect(await ids()).toEqual(['bat']);
    await choose('Not made', 'Not made by some');
    expect(await ids()).toEqual(['bat', 'logo']);
    await choose('Type', 'Parallax');
    expect(await ids()).toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    expect(await ids()).toEqual(all);
  });

  it('bring what differs most to the front, and the order of the pack back', async () => {
    await using view = await pages.open('compare.html');
    const { page } = view;
    const ids = (): Promise<string[]> => page.locator('.card h3').allTextContents();
    const before = await ids();
    await page.getByLabel('Order', { exact: true }).selectOption('Differs most: Sharpness');
    const told = await Promise.all(
      (await page.locator('.card').all()).map((card) => card.getAttribute('data-differences')),
    );
    const differences = told.map((text) => (JSON.parse(text ?? '{}') as Record<string, number>)['sharpness'] ?? -1);
    expect(differences).toEqual([...differences].sort((a, b) => b - a));
    expect(await ids()).not.toEqual(before);
    await page.getByLabel('Order', { exact: true }).selectOption('');
    expect(await ids()).toEqual(before);
  });

  it('change the ground behind all pictures', async () => {
    await using view = await pages.open('compare.html');
    const { page } = view;
    const ground = (name: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector('.picture')).${name}`);
    await page.getByRole('radio', { name: 'magenta' }).press('Space');
    expect(await ground('backgroundColor')).toBe('rgb(255, 0, 255)');
    await page.getByRole('radio', { name: 'own' }).press('Space');
    expect(await ground('backgroundImage')).toMatch(/^url\("data:image\/png/);
  });
});
