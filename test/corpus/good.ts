import { goodScenes, goodSheets, goodSubjects } from './drawn.ts';
import { type Generated, generatePack } from './generated.ts';
import { makePack, type PackPlan, styleOf } from './packs.ts';
import { PROVIDERS } from './providers.ts';
import { alarmsOf, type Sample } from './sample.ts';
import type { Verdict } from './verdict.ts';

/** How much is made with each provider, in how many packs of different styles; 110 pictures together. */
const MADE: Readonly<Record<keyof typeof PROVIDERS, { readonly packs: number; readonly plan: PackPlan }>> = {
  painter: { packs: 5, plan: { entities: 5, scenes: 2, layers: 1, titles: 1, sheets: 1, longest: 384 } },
  'comfyui, native removal': {
    packs: 1,
    plan: { entities: 5, scenes: 2, layers: 1, titles: 1, sheets: 1, longest: 320 },
  },
  'comfyui, key colour': { packs: 1, plan: { entities: 6, scenes: 1, layers: 1, titles: 1, sheets: 1, longest: 320 } },
  scenario: { packs: 2, plan: { entities: 5, scenes: 2, layers: 0, titles: 0, sheets: 1, longest: 320 } },
};

/** What the gates say of 200 good pictures: each should pass all. */
export async function judgeGood(seed: number): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [name, lend] of Object.entries(PROVIDERS)) {
    const { packs, plan } = MADE[name as keyof typeof PROVIDERS];
    const made = await lend(async (provider) => {
      const all: Generated[] = [];
      for (let i = 0; i < packs; i++)
        all.push(...(await generatePack(makePack(seed + i, styleOf(seed + i), plan), provider)));
      return all;
    });
    verdicts.push(...made.map(({ name: title, alarms }) => ({ name: title, group: name, alarms })));
  }
  return [
    ...verdicts,
    ...drawnGood(seed, 200 - verdicts.length).map((sample) => ({ ...sample, alarms: alarmsOf(sample) })),
  ];
}

/** So many drawn ones: subjects most of all. */
export function drawnGood(seed: number, count: number): readonly Sample[] {
  const [scenes, sheets] = [Math.round(count / 4), Math.round(count / 5)];
  return [...goodSubjects(seed, count - scenes - sheets), ...goodScenes(seed, scenes), ...goodSheets(seed, sheets)];
}
