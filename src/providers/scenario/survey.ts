import { LimnerError } from '../../errors.ts';
import { fitCanvas } from '../../guide/fit-canvas.ts';
import { ASSET_TYPES, type AssetType } from '../../pack/pack.ts';
import type { AccountSurvey, SurveyedAsset } from '../account-provider.ts';
import type { Composition, ImageJob, Quote } from '../provider.ts';
import { isObject } from '../../workflow/answers/loose-json.ts';
import type { ScenarioApi } from './api.ts';
import type { ScenarioSettings } from './options.ts';
import { DEFAULT_USD_PER_CU } from './options.ts';
import { type ModelFindings, capabilitiesOf } from './probe.ts';

export interface SurveyOptions {
  readonly settings: ScenarioSettings;
  readonly appraise: (jobs: readonly ImageJob[], signal: AbortSignal) => Promise<void>;
  readonly quote: (job: ImageJob) => Quote;
  readonly api: Pick<ScenarioApi, 'prices'>;
}

/** What the account can do, with the prices of its own dry runs. */
export async function surveyAccount(
  found: ModelFindings,
  { settings, api, appraise, quote }: SurveyOptions,
  signal: AbortSignal,
): Promise<AccountSurvey> {
  const { cannot, makings = {}, canvas } = capabilitiesOf(found, settings);
  const jobs = new Map(
    ASSET_TYPES.flatMap((type) => (cannot[type] === undefined ? [[type, sampleJob(type, canvas)]] : [])),
  );
  await appraise([...jobs.values()], signal);
  const assets = Object.fromEntries(
    ASSET_TYPES.map((type): [AssetType, SurveyedAsset] => {
      const making = makings[type];
      const job = jobs.get(type);
      if (!making || !job) return [type, { ok: false, reason: cannot[type] ?? 'it is not known why' }];
      const { usd, calls, refusal } = quote(job);
      if (refusal) return [type, { ok: false, reason: refusal.reason }];
      return [type, { ok: true, profile: making.profile, workflow: making.workflow, usd, calls }];
    }),
  ) as AccountSurvey['assets'];
  const bad = ASSET_TYPES.filter((type) => !assets[type].ok);
  const outcome = bad.length === 0 ? 'A' : 'C';
  const words =
    outcome === 'A'
      ? 'The account has all that is asked for: it can make every asset type.'
      : `The account lacks what it takes to make ${bad.join(', ')}; all other types can be made.`;
  return { outcome, words, assets, unit: unitOf(settings, await listedPrices(api, signal)) };
}

function unitOf({ usdPerCu }: ScenarioSettings, listed: string): AccountSurvey['unit'] {
  const words =
    usdPerCu === DEFAULT_USD_PER_CU
      ? 'an assumption: set SCENARIO_USD_PER_CU to what your plan comes to'
      : 'as SCENARIO_USD_PER_CU says';
  return { name: 'compute unit', usd: usdPerCu, words: `${words}${listed}` };
}

/** What prepaid units cost, where the account's price list can be read: its shape is not documented. */
async function listedPrices(api: Pick<ScenarioApi, 'prices'>, signal: AbortSignal): Promise<string> {
  const list = await api.prices(signal).catch((error: unknown) => {
    if (error instanceof LimnerError) return undefined;
    throw error;
  });
  const rows = isObject(list) && Array.isArray(list['prices']) ? list['prices'].filter(isObject) : [];
  const units = rows.flatMap(({ creativeUnits, price }) =>
    typeof creativeUnits === 'number' && typeof price === 'number' && creativeUnits > 0 ? [price / creativeUnits] : [],
  );
  if (units.length === 0) return '';
  const [least, most] = [Math.min(...units), Math.max(...units)].map((usd) => `$${Number(usd.toPrecision(3))}`);
  return `; prepaid ones are listed at ${least === most ? '' : `${least} to `}${most}`;
}

const LAYERS = ['sky', 'far hills', 'near trees'].map((name, index) => ({ name, words: name, depth: index / 2 }));

const COMPOSITIONS: { readonly [type in AssetType]: Composition } = {
  entity: { kind: 'subject' },
  background: { kind: 'scene', tile: 'none' },
  title_hero: { kind: 'title', title: 'Title' },
  parallax: { kind: 'layers', loop: 'none', layers: LAYERS },
  sheet: { kind: 'cells', sheet: 'variation', cells: [] },
};

/** Only its price is asked. */
function sampleJob(type: AssetType, policy: Parameters<typeof fitCanvas>[1]): ImageJob {
  const canvas = fitCanvas({ width: 1024, height: 1024 }, policy);
  const job: ImageJob = {
    type,
    prompt: 'a green slime',
    negativePrompt: '',
    seed: 1,
    canvas,
    style: { name: 'flat', words: '' },
    theme: '',
    subject: 'a green slime',
    transparent: type !== 'background',
    composition: COMPOSITIONS[type],
  };
  if (type !== 'entity' && type !== 'sheet') return job;
  const guide = { kind: 'sheet', canvas, cells: [] } as const;
  return { ...job, guide, ...(type === 'entity' ? { strength: 0.95 } : {}) };
}
