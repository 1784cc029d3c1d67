import { LimnerError } from '../../errors.ts';
import { isLoopback } from '../network.ts';

export interface ScenarioOptions {
  /** How routes name it; `scenario` unless told. */
  readonly name?: string;
  readonly apiKey: string;
  readonly secretApiKey: string;
  /** Up to and including `/v1`. */
  readonly baseUrl?: string;
  readonly models?: Partial<ScenarioModels>;
  /** Trained styles and characters that the painting model is given. */
  readonly loras?: readonly ScenarioLora[];
  /** More inputs of the painting model, such as `{ guidance: 3 }`; checked against what the model takes. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The area at which pictures are painted, before they are brought to the pack's size: about a megapixel unless told. */
  readonly targetPixels?: number;
  /** Use the typed endpoints (`/generate/txt2img` and its like) instead of `/generate/custom/{modelId}`; layers are custom in any case. */
  readonly legacy?: boolean;
  /** What a compute unit costs in US dollars: an assumption, see `DEFAULT_USD_PER_CU`. */
  readonly usdPerCu?: number;
  readonly timeouts?: Partial<Timeouts>;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Which of Scenario's models does what. */
export interface ScenarioModels {
  readonly paint: string;
  readonly removal: string;
  readonly layers: string;
}

export interface ScenarioLora {
  readonly id: string;
  /** 0 to 2; 1 unless told. */
  readonly scale?: number;
}

/** Longest things may take, in milliseconds. */
export interface Timeouts {
  /** Until a submission is answered. Beyond that it is lost: nobody knows whether it arrived. */
  readonly submitMs: number;
  /** Until any other question is answered. */
  readonly answerMs: number;
  /** Until a picture has travelled. */
  readonly transferMs: number;
  /** How long a submission is held back, in all, while the service is busy. */
  readonly busyMs: number;
  /** Between the two looks at the list of jobs that settle the fate of a lost submission. */
  readonly settleMs: number;
}

export const DEFAULT_BASE_URL = 'https://api.cloud.scenario.com/v1';
export const DEFAULT_MODELS: ScenarioModels = {
  paint: 'model_bfl-flux-1-dev',
  removal: 'model_photoroom-background-removal',
  layers: 'model_qwen-image-layered',
};
/** What `/generate/txt2img` and `/generate/img2img` call the same model. */
export const LEGACY_PAINT_MODEL = 'flux.1-dev';
/** Nobody publishes a price. The smallest plan that was seen comes to this; what an account pays is in its own bills. */
export const DEFAULT_USD_PER_CU = 0.01;

/** A submission, uploads and all, ends well within the two minutes after which others take its sender for dead. */
export const DEFAULT_TIMEOUTS: Timeouts = {
  submitMs: 30_000,
  answerMs: 20_000,
  transferMs: 60_000,
  busyMs: 75_000,
  settleMs: 5000,
};
const SETTLE_NEARBY_MS = 1000;

/** Where the models paint well. */
export const DEFAULT_TARGET_PIXELS = 1_048_576;

export interface ScenarioSettings {
  readonly provider: string;
  /** Without a slash at the end. */
  readonly base: string;
  /** On this machine: questions cost nothing there. */
  readonly isNearby: boolean;
  readonly models: ScenarioModels;
  readonly loras: readonly ScenarioLora[];
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly isLegacy: boolean;
  readonly targetPixels: number;
  readonly usdPerCu: number;
  readonly timeouts: Timeouts;
}

/**
 * The options, checked and whole.
 * @throws LIMNER_USAGE
 */
export function readSettings(options: ScenarioOptions): ScenarioSettings {
  const { name = 'scenario', legacy = false, loras = [], inputs = {}, usdPerCu = DEFAULT_USD_PER_CU } = options;
  const url = apiAddress(options.baseUrl ?? DEFAULT_BASE_URL);
  const isNearby = isLoopback(url);
  if (!(Number.isFinite(usdPerCu) && usdPerCu >= 0))
    throw new LimnerError('LIMNER_USAGE', `${usdPerCu} is no price of a compute unit.`, { next: PRICE });
  if (legacy && loras.length > 0)
    throw new LimnerError('LIMNER_USAGE', 'The typed endpoints of Scenario take no LoRAs beside a model.', {
      next: LEGACY,
    });
  const models = { ...DEFAULT_MODELS, ...(legacy ? { paint: LEGACY_PAINT_MODEL } : {}), ...options.models };
  for (const id of [...Object.values(models), ...loras.map((lora) => lora.id)]) checkId(id);
  const settle = isNearby ? { settleMs: SETTLE_NEARBY_MS } : {};
  return {
    provider: name,
    base: url.href.replace(/\/+$/, ''),
    isNearby,
    models,
    loras,
    inputs,
    isLegacy: legacy,
    targetPixels: options.targetPixels ?? DEFAULT_TARGET_PIXELS,
    usdPerCu,
    timeouts: { ...DEFAULT_TIMEOUTS, ...settle, ...options.timeouts },
  };
}

/**
 * LoRAs as they stand in one line: `model_a:0.8,model_b`.
 * @throws LIMNER_USAGE
 */
export function readLoras(text: string): readonly ScenarioLora[] {
  return text.split(',').map((part) => {
    const [id = '', scale] = part.trim().split(':');
    checkId(id);
    if (scale === undefined) return { id };
    const number = Number(scale);
    if (scale !== '' && number >= 0 && number <= 2) return { id, scale: number };
    throw new LimnerError('LIMNER_USAGE', `"${scale}" is no scale of a LoRA.`, { next: LORAS });
  });
}

/** https, or http on this machine. */
function apiAddress(baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
    throw new LimnerError('LIMNER_USAGE', 'The address of the Scenario API is none.', { next: ADDRESS });
  if (url.protocol === 'http:' && !isLoopback(url))
    throw new LimnerError('LIMNER_USAGE', `The API keys would travel unprotected to ${url.host}.`, { next: ADDRESS });
  return url;
}

function checkId(id: string): void {
  if (/^[\w.-]+$/.test(id)) return;
  const next = 'Copy the id from the page of the model; it is like model_bfl-flux-1-dev.';
  throw new LimnerError('LIMNER_USAGE', `"${id}" is no id of a Scenario model.`, { next });
}

const ADDRESS = `Set SCENARIO_BASE_URL to an https address up to and including /v1, such as ${DEFAULT_BASE_URL}.`;
const LORAS = 'Set SCENARIO_LORAS to ids with scales from 0 to 2, such as model_a:0.8,model_b.';
const PRICE = 'Set SCENARIO_USD_PER_CU to US dollars, such as 0.01.';
const LEGACY = 'Leave SCENARIO_API unset, or name the trained model itself as SCENARIO_MODEL.';
