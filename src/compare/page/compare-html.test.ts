import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../report/report-sample.ts';
import type { Comparison } from '../comparison.ts';
import { comparePageChunks, type ComparePageInput } from './compare-html.ts';
import { compareSample } from './compare-sample.ts';

const sample = await compareSample();
const { comparison } = sample;
const page = await collect(sample);

describe('comparePageChunks', () => {
  it('yields the head, a card an asset, and the end', async () => {
    const chunks = await chunksOf(sample);
    expect(chunks).toHaveLength(2 + new Set(comparison.samples.map(({ id }) => id)).size);
    for (const card of chunks.slice(1, -1)) expect(card.match(/<article/g)).toHaveLength(1);
    expect(chunks.at(-1)?.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('shows every sample, with its run and its files', () => {
    const figures = page.split('<figure data-provider="').slice(1);
    expect(figures).toHaveLength(comparison.samples.length);
    for (const { provider, run, files, error } of comparison.samples) {
      const own = figures.filter((figure) => figure.startsWith(`${provider}" data-run="${run}"`));
      for (const { path } of files) expect(own.some((figure) => figure.includes(`href="./${path}"`))).toBe(true);
      if (error) expect(own.some((figure) => figure.includes(`<code>${error.code}</code>`))).toBe(true);
    }
  });

  it('leaves no number and no sentence of the verdict out', () => {
    const told = new Set(pointers(page));
    for (const [index, { measured, because, outcome }] of comparison.verdict.criteria.entries()) {
      expect(told).toContain(`/verdict/criteria/${index}/threshold`);
      if (measured !== undefined) expect(told).toContain(`/verdict/criteria/${index}/measured`);
      expect(page).toContain(because);
      expect(page).toContain(outcome.replaceAll('-', ' '));
    }
    for (const { because } of comparison.verdict.routes) expect(page).toContain(because);
    expect(page).toContain('limner compare DIR --apply');
  });

  it('tells all numbers of every group', () => {
    const told = new Set(pointers(page));
    const wanted = [...numbersIn(comparison.groups, '/groups')].filter((at) => !isSaidOtherwise(at));
    expect(wanted.length).toBeGreaterThan(300);
    expect(wanted.filter((at) => !told.has(at))).toEqual([]);
  });

  it('names for each number a place in compare.json where a number is', () => {
    const places = pointers(page);
    expect(places.length).toBeGreaterThan(500);
    for (const at of new Set(places)) expect(typeof resolve(comparison, at), at).toBe('number');
  });

  it('calls cold what had to wait for a machine to start, and nothing else', () => {
    const starts = comparison.samples.filter(({ phases }) => (phases?.coldMs ?? 0) > 0).length;
    expect(starts).toBeGreaterThan(0);
    expect(page.match(/<circle\s+class="dot cold"\s+cx="[^"]*%"/g)).toHaveLength(starts);
    expect(page.match(/of it cold start/g)).toHaveLength(starts);
  });

  it('says plainly whether money was real', async () => {
    expect(page).toContain('Every price and time here is what the services asked and took.');
    const rehearsed = await collect(await compareSample({ isRehearsed: true }));
    expect(rehearsed).toContain('comfyui-custom was rehearsed: no real money was asked or spent there');
    expect(rehearsed).toContain('In rehearsal: ');
  });

  it('says how to vote where nobody has', async () => {
    expect(page).not.toContain('limner serve compare DIR');
    expect(await collect(await compareSample({ isJudged: false }))).toContain('limner serve compare DIR');
  });

  it('escapes every text that it is given', async () => {
    const hostile = await collect({ ...sample, ...hurtTexts(sample) });
    expect(hostile).not.toContain(HOSTILE);
    expect(hostile).not.toContain('<script>window');
    expect(hostile).not.toMatch(/<img src=x/);
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile.match(/<style/g)).toHaveLength(1);
    expect(hostile.split('&lt;script&gt;window.hacked').length).toBeGreaterThan(100);
  });

  it('embeds pictures up to the limit, links the others and says so', async () => {
    const linked = await collect({ ...sample, embedLimitBytes: 0 });
    expect(linked).not.toContain('src="data:');
    expect(linked).toContain('All pictures are shown from the files beside this page');
    expect(linked).toContain('loading="lazy"');
    expect(page).not.toContain('beside this page, to keep it small');
    expect(page).not.toContain('loading="lazy"');
  });

  it('names no file of the machine', () => expect(page).not.toMatch(/file:\/\/|\/home\/|\/tmp\//));
});

describe('five hundred assets', () => {
  const assets = 500;
  const many = manyAssets(comparison, assets);

  it('come a card at a time, with pictures read as they are needed', async () => {
    let loads = 0;
    const load = (path: string): Promise<Uint8Array> => {
      loads += 1;
      return sample.load(path);
    };
    let cards = -1;
    for await (const chunk of comparePageChunks({ ...sample, comparison: many, load })) {
      if (cards >= 0 && cards < assets) {
        expect(chunk.length).toBeLessThan(60_000);
        expect(loads).toBe(1 + 2 * (cards + 1));
      }
      cards += 1;
    }
    expect(cards).toBe(assets + 1);
  });

  it('are laid out only when they are seen', async () => {
    for await (const chunk of comparePageChunks({ ...sample, comparison: many })) {
      expect(chunk).toContain('class="cards many"');
      break;
    }
  });
});

async function chunksOf(input: ComparePageInput): Promise<readonly string[]> {
  const chunks: string[] = [];
  for await (const chunk of comparePageChunks(input)) chunks.push(chunk);
  return chunks;
}

async function collect(input: ComparePageInput): Promise<string> {
  return (await chunksOf(input)).join('');
}

function pointers(text: string): readonly string[] {
  return [...text.matchAll(/data-(?:from|per)="([^"]+)"/g)].flatMap(([, at]) => at ?? []);
}

function resolve(value: unknown, pointer: string): unknown {
  const steps = pointer.slice(1).split('/');
  return steps.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')]
        : undefined,
    value,
  );
}

function* numbersIn(value: unknown, at: string): Generator<string, void, undefined> {
  if (typeof value === 'number') yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* numbersIn(inner, `${at}/${key}`);
}

/** What would be said twice, or would say nothing: a phase's count, none late of none, no gate failed, what is saved against oneself. */
function isSaidOtherwise(at: string): boolean {
  const [, , group = ''] = at.split('/');
  if (at.endsWith('/late') && resolve(comparison, at.replace(/late$/, 'samples')) === 0) return true;
  if (/\/quality\/gates\//.test(at) && resolve(comparison, at) === 0) return true;
  if (at.endsWith('/cost/saving')) return comparison.groups[Number(group)]?.provider === comparison.providers[0]?.name;
  return /\/phases\/\w+\/samples$|\/measures\/colours\/worst$/.test(at);
}

/** All that somebody may have written, turned against the page. */
function hurtTexts({ comparison: told, metrics }: typeof sample): Pick<typeof sample, 'comparison' | 'metrics'> {
  const written = new Set([
    'id',
    'pack',
    'packFile',
    'state',
    'run',
    'folder',
    'because',
    'message',
    'title',
    'about',
    'unit',
    'code',
  ]);
  const hurt = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return written.has(key) ? `${value}${HOSTILE}` : value;
    if (Array.isArray(value)) return value.map((item) => hurt(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hurt(inner, name)]));
  };
  return { comparison: hurt(told) as Comparison, metrics: hurt(metrics) as typeof metrics };
}

function manyAssets(told: Comparison, count: number): Comparison {
  const slimes = told.samples.filter(({ id }) => id === 'slime');
  const samples = Array.from({ length: count }, (_, index) => slimes.map((one) => ({ ...one, id: `slime-${index}` })));
  return { ...told, samples: samples.flat() };
}
