import { describe, expect, test } from 'vitest';
import { ASSET_TYPES, type Pack } from '../pack/pack.ts';
import { parsePack } from '../pack/parse-pack.ts';
import type { Capabilities } from '../providers/provider.ts';
import { deriveSeed } from './build-job.ts';
import { describePlan } from './describe-plan.ts';
import { hashPlan } from './hash-plan.ts';
import { type NoOffer, type Offer, type PlanInput, makePlan } from './make-plan.ts';
import type { MakePlan, Plan } from './plan.ts';

const PACK = `
pack: test
theme: a cave
style: pixel
seed: 7
assets:
  - { id: slime, type: entity, description: a green slime, shape: circle, width: 64, height: 64 }
  - { id: cave, type: background, description: a cave, width: 100, height: 60, tile: x }
  - { id: logo, type: title_hero, title: Test, description: drips, width: 200, height: 100 }
  - { id: hills, type: parallax, description: hills, width: 100, height: 60, layers: [sky, hills] }
  - id: gems
    type: sheet
    kind: variation
    description: a gem
    layout: { type: grid, columns: 2, rows: 1, cellWidth: 20, cellHeight: 20, spacing: 2, margin: 1 }
    variants: [{ key: red }, { key: plain }]
`;

const capabilities: Capabilities = {
  canvas: { multipleOf: 16, minSide: 16, maxSide: 4096 },
  alpha: 'native',
  cannot: {},
  concurrency: 1,
  version: '1',
};
const offer = (change: Partial<Capabilities> = {}): Offer => ({
  family: 'painter',
  capabilities: { ...capabilities, ...change },
  quote: () => ({ usd: 0.01, seconds: 2, calls: 1 }),
});

function planOf(change: Partial<PlanInput> = {}, text = PACK): Plan {
  return makePlan({ pack: packOf(text), offers: new Map([['painter', offer()]]), imageHashes: new Map(), ...change });
}

function packOf(text: string): Pack {
  const parsed = parsePack(text, { file: 'test.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

function made(plan: Plan, id: string): MakePlan {
  const planned = plan.assets.find(({ asset }) => asset.id === id);
  if (!planned || planned.action === 'refuse') throw new Error(`${id} is not planned`);
  return planned;
}

describe('a plan', () => {
  test('is the same for the same pack, and hashes to the same', () => {
    expect(planOf().assets).toEqual(planOf().assets);
    expect(hashPlan(planOf())).toBe(hashPlan(planOf()));
  });

  test('changes one request when one description changes', () => {
    const [before, after] = [planOf(), planOf({}, PACK.replace('a green slime', 'a blue slime'))];
    const changed = before.assets.filter(
      ({ asset }) => made(before, asset.id).requestHash !== made(after, asset.id).requestHash,
    );
    expect(changed.map(({ asset }) => asset.id)).toEqual(['slime']);
  });

  test('changes every request with the theme, the style, the seed or the version of the provider', () => {
    const before = planOf();
    const changes: Plan[] = [
      planOf({}, PACK.replace('theme: a cave', 'theme: a moon')),
      planOf({}, PACK.replace('style: pixel', 'style: flat')),
      planOf({ seed: 8 }),
      planOf({ offers: new Map([['painter', offer({ version: '2' })]]) }),
    ];
    for (const after of changes) {
      for (const { asset } of before.assets)
        expect(made(after, asset.id).requestHash).not.toBe(made(before, asset.id).requestHash);
    }
  });

  test('gives each asset a seed of its own that other assets do not move', () => {
    const seeds = planOf().assets.map(({ asset }) => made(planOf(), asset.id).request.job.seed);
    expect(new Set(seeds).size).toBe(5);
    expect(seeds[0]).toBe(deriveSeed(7, 'slime'));
    const own = planOf({}, PACK.replace('shape: circle', 'shape: circle, seed: 5'));
    expect(made(own, 'slime').request.job.seed).toBe(5);
  });

  test('looks at the named assets alone, and keeps their place', () => {
    const plan = planOf({ only: new Set(['logo']) });
    expect(plan.assets.map(({ asset, position }) => [asset.id, position])).toEqual([['logo', 2]]);
  });
});

describe('a job', () => {
  const job = (id: string) => made(planOf(), id).request.job;

  test('is transparent for what must be cut out', () => {
    const transparent = ['slime', 'cave', 'logo', 'hills', 'gems'].map((id) => job(id).transparent);
    expect(transparent).toEqual([true, false, true, false, true]);
  });

  test('carries what each type is made of', () => {
    expect(job('slime')).toMatchObject({
      strength: 0.95,
      guide: { kind: 'silhouette', chosen: true },
      composition: { kind: 'subject' },
    });
    expect(job('cave')).toMatchObject({ composition: { kind: 'scene', tile: 'x' } });
    expect(job('logo')).toMatchObject({ composition: { kind: 'title', title: 'Test' } });
    expect(job('hills')).toMatchObject({
      guide: { kind: 'horizon' },
      composition: { kind: 'layers', layers: [{ name: 'sky' }, { name: 'hills' }] },
    });
    expect(job('gems')).toMatchObject({ guide: { kind: 'sheet' }, composition: { kind: 'cells', sheet: 'variation' } });
  });

  test('tints the variants whose words name a colour', () => {
    const { composition } = job('gems');
    const cells = composition.kind === 'cells' ? composition.cells : [];
    expect(cells.map(({ key, tint }) => [key, tint !== undefined])).toEqual([
      ['red', true],
      ['plain', false],
    ]);
  });

  test('fills its canvas to the edges when it must be seamless', () => {
    expect(job('cave').canvas).toMatchObject({ width: 100, height: 60, scale: 1 });
    expect(job('slime').canvas).toMatchObject({ width: 64, height: 64, scale: 1 });
  });

  test('asks for a key colour only where transparency is cut later', () => {
    const cut = planOf({ offers: new Map([['painter', offer({ alpha: 'key-colour' })]]) });
    expect(made(cut, 'slime').request.job.prompt).toMatch(/plain flat #[0-9a-f]{6}/i);
    expect(made(cut, 'cave').request.job.prompt).not.toMatch(/plain flat #/);
    expect(job('slime').prompt).not.toMatch(/plain flat #/);
  });

  test('resamples a pixel style to its grid, and others smoothly', () => {
    expect(made(planOf(), 'slime').request.finish.resample).toBe('nearest');
    expect(made(planOf({}, PACK.replace('style: pixel', 'style: flat')), 'slime').request.finish.resample).toBe(
      'smooth',
    );
  });

  test('names an image shape by what is in the file, not by where it lies', () => {
    const text = PACK.replace('shape: circle', 'shape: image, image: outline.png');
    const plan = planOf({ imageHashes: new Map([['outline.png', 'abc']]) }, text);
    expect(made(plan, 'slime').request.job.guide).toMatchObject({ shape: { kind: 'image', image: 'abc' } });
  });

  test('shows a cell that two animations share once', () => {
    const text = `pack: t\nassets:\n  - id: walker\n    type: sheet\n    kind: sprite\n    description: a slime\n    layout: { type: strip, direction: horizontal, frameCount: 2, cellWidth: 16, cellHeight: 16 }\n    animations: { walk: { frames: [0, 1] }, idle: { frames: [0] } }\n`;
    const { composition } = made(planOf({}, text), 'walker').request.job;
    expect(composition.kind === 'cells' ? composition.cells.length : 0).toBe(2);
  });
});

describe('what cannot be made', () => {
  const routed = (providers: string, fallback = '[]'): string =>
    `${PACK}\nproviders: ${providers}\nfallback: ${fallback}\n`;

  test('is refused with the reason', () => {
    const plan = planOf({}, routed('{ entity: scenario }'));
    expect(plan.assets[0]).toMatchObject({
      action: 'refuse',
      provider: 'scenario',
      reason: 'the provider scenario is not set up',
    });
    expect(plan.assets[1]).toMatchObject({ action: 'make', provider: 'painter' });
  });

  test('is refused when the provider says so of the type', () => {
    const plan = planOf({ offers: new Map([['painter', offer({ cannot: { sheet: 'no sheets here' } })]]) });
    expect(plan.assets[4]).toMatchObject({
      action: 'refuse',
      code: 'LIMNER_CAPABILITY_MISSING',
      reason: 'painter cannot make it: no sheets here',
    });
  });

  test('is refused when the provider cannot take that very job, or goes to the fallback', () => {
    const refusal = { code: 'LIMNER_TOO_LARGE', reason: 'more than it carries' } as const;
    const picky: Offer = {
      ...offer(),
      quote: ({ type }) => ({ usd: 0, seconds: 0, calls: 1, ...(type === 'background' ? { refusal } : {}) }),
    };
    const offers = new Map([['painter', picky]]);
    expect(planOf({ offers }).assets.map(({ action }) => action)).toEqual(['make', 'refuse', 'make', 'make', 'make']);
    expect(planOf({ offers }).assets[1]).toMatchObject(refusal);
    const text = PACK.replace('seed: 7', 'seed: 7\nfallback: [scenario]');
    expect(planOf({ offers: new Map([...offers, ['scenario', offer()]]) }, text).assets[1]).toMatchObject({
      action: 'make',
      provider: 'scenario',
      fallback: { from: 'painter', reason: refusal.reason },
    });
  });

  test('goes to the fallback, visibly', () => {
    const plan = planOf({}, routed('{ entity: scenario }', '[painter]'));
    expect(made(plan, 'slime')).toMatchObject({
      provider: 'painter',
      fallback: { from: 'scenario', reason: 'the provider scenario is not set up' },
    });
    expect(describePlan(plan).assets[0]).toMatchObject({
      action: 'make',
      reason: 'scenario → painter: the provider scenario is not set up',
      fallback: { from: 'scenario', reason: 'the provider scenario is not set up' },
    });
  });
});

describe('what a probe finds out', () => {
  const text = `${PACK}\nproviders: comfyui-premade\n`;
  const at = (premade: Partial<Capabilities>, custom?: Partial<Capabilities>, change: Partial<PlanInput> = {}) => {
    const offers = new Map([['comfyui-premade', offer(premade)]]);
    if (custom) offers.set('comfyui-custom', offer(custom));
    return planOf({ offers, ...change }, text).assets.map(({ action, provider }) =>
      action === 'refuse' ? action : provider,
    );
  };
  const [premade, custom] = ['comfyui-premade', 'comfyui-custom'];
  const nothing = Object.fromEntries(ASSET_TYPES.map((type) => [type, 'it lacks the model']));

  test('sends what the endpoint cannot make at all to its stand-in', () => {
    expect(at({ cannot: nothing }, {})).toEqual([custom, custom, custom, custom, custom]);
    expect(at({ cannot: { sheet: 'no' } }, {})).toEqual([premade, premade, premade, premade, custom]);
    expect(at({ cannot: nothing })).toEqual(['refuse', 'refuse', 'refuse', 'refuse', 'refuse']);
    expect(at({ cannot: nothing }, { cannot: { entity: 'neither' } })[0]).toBe('refuse');
  });

  test('sends cut-outs to the stand-in that removes backgrounds, and keeps the rest', () => {
    expect(at({ alpha: 'key-colour' }, { alpha: 'removed' })).toEqual([custom, premade, custom, custom, custom]);
  });

  test('has the background cut away here where nobody removes it', () => {
    expect(at({ alpha: 'key-colour' })).toEqual([premade, premade, premade, premade, premade]);
    expect(at({ alpha: 'key-colour' }, { alpha: 'key-colour' })[0]).toBe(premade);
    expect(at({ alpha: 'key-colour' }, { alpha: 'removed', cannot: { entity: 'no' } })[0]).toBe(premade);
  });

  test('says so', () => {
    const offers = new Map([
      [premade, offer({ alpha: 'key-colour' })],
      [custom, offer({ alpha: 'removed' })],
    ] as const);
    const plan = planOf({ offers }, text);
    const reason = 'it cannot remove backgrounds, and comfyui-custom can';
    expect(made(plan, 'slime').fallback).toEqual({ from: premade, reason });
    expect(describePlan(plan).assets[0]?.reason).toBe(`comfyui-premade → comfyui-custom: ${reason}`);
  });

  test('leaves an order from a flag as it is, unless it cannot be made there', () => {
    const ordered = { flags: { default: 'comfyui-premade' } };
    expect(at({ alpha: 'key-colour' }, { alpha: 'removed' }, ordered)[0]).toBe(premade);
    expect(at({ cannot: { entity: 'no' } }, {}, ordered)[0]).toBe(custom);
  });
});

describe('who takes over', () => {
  const text = `${PACK}\nproviders: comfyui-custom\nfallback: [scenario, comfyui-direct, painter]\n`;
  const offers = new Map<string, Offer>([
    ['comfyui-custom', offer()],
    ['comfyui-direct', offer({ cannot: { entity: 'no model' } })],
    ['painter', { ...offer(), quote: () => ({ usd: 0, seconds: 1, calls: 1 }) }],
  ]);

  test('is the next of the route that can, with the whole way there', () => {
    const plan = planOf({ offers }, text);
    const taken = plan.takeOver(made(plan, 'slime'), { reason: 'it cannot be reached' });
    expect(taken).toMatchObject({
      action: 'make',
      provider: 'painter',
      alternates: [],
      fallback: {
        from: 'comfyui-custom',
        reason: 'it cannot be reached',
        also: [
          { from: 'scenario', reason: 'the provider scenario is not set up' },
          { from: 'comfyui-direct', reason: 'comfyui-direct cannot make it: no model' },
        ],
      },
    });
    expect(taken?.request.job).toBeDefined();
    expect(taken && plan.takeOver(taken, { reason: 'no paint' })).toBeUndefined();
    const cave = plan.takeOver(made(plan, 'cave'), { reason: 'x' });
    expect(cave).toMatchObject({ provider: 'comfyui-direct', alternates: ['painter'] });
  });

  test('must be cheaper where money is what is missing', () => {
    const plan = planOf({ offers }, text);
    expect(plan.takeOver(made(plan, 'cave'), { reason: 'x', belowUsd: 0.01 })?.provider).toBe('painter');
    expect(plan.takeOver(made(plan, 'cave'), { reason: 'x', belowUsd: 0 })).toBeUndefined();
  });

  test('is missed before it is needed', () => {
    const asleep: PlanInput['offers'] = new Map<string, Offer | NoOffer>(offers).set('painter', {
      code: 'LIMNER_CALL_FAILED',
      reason: 'it sleeps',
    });
    const plan = planOf({ offers: asleep }, text);
    expect(describePlan(plan)).toMatchObject({
      fallback: ['scenario', 'comfyui-direct', 'painter'],
      warnings: [
        'The fallback scenario is not set up, so it cannot take over.',
        'The fallback painter cannot take over: it sleeps.',
      ],
    });
  });
});

test('the report of a plan adds up what is to be made', () => {
  const report = describePlan(planOf());
  expect(report).toMatchObject({ pack: 'test', toMake: 5, cached: 0, refused: 0, calls: 5, usd: 0.05, seconds: 10 });
  const kinds = report.assets.map(({ id, type, kind, action }) => [id, type, kind, action]);
  expect(kinds[4]).toEqual(['gems', 'sheet', 'variation', 'make']);
  expect(report.assets.every(({ prompt }) => prompt.length > 10)).toBe(true);
});
