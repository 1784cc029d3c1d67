import { type ErrorReport, LimnerError, describeError } from '../../errors.ts';
import { hashJson } from '../../hash.ts';
import type { ScenarioApi } from './api.ts';
import type { Order } from './translate.ts';

/** What requests cost in compute units: asked once for each that may differ in price, and remembered. */
export interface Prices {
  /** @throws where the service cannot be asked */
  learn(order: Order, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<void>;
  /** Asks again what was learned long ago; what cannot be asked now stays as it was. */
  refresh(order: Order, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<void>;
  /** A refusal of the dry run would be one of the paid request too. */
  tell(order: Order, body: Readonly<Record<string, unknown>>): Price;
}

export interface Price {
  readonly cu: number;
  readonly isLearned: boolean;
  readonly refusal?: ErrorReport;
}

/** As seen in dry runs of October 2026; what is not among them is taken to be dear. */
const TABLE: Readonly<Record<string, number>> = {
  'model_bfl-flux-1-dev': 10.75,
  'flux.1-dev': 10.75,
  'model_bfl-flux-2-dev': 16,
  'model_bfl-flux-2-klein-9b': 1,
  'model_openai-gpt-image-2': 12,
  'model_google-gemini-3-1-flash': 12,
  'model_photoroom-background-removal': 3,
  'model_bria-remove-background': 3,
  'model_birefnet-background-removal': 2,
  'remove-background': 3,
};
const UNKNOWN = { paint: 16, 'remove-background': 5, decompose: 20 } as const;

/** A grey square, 64 x 64: a dry run wants a picture, and nobody should have to upload one to know a price. */
export const priceImage =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAAA1BMVEWAgICQdD0xAAAADklEQVR4nGMYBaOAAgAAAkAAAcEAm7EAAAAASUVORK5CYII=';

/** These say what is painted, not how much work it is. */
const FREE_OF_CHARGE = new Set(['prompt', 'negativePrompt', 'seed']);

/** Prices seldom change, but what is paid should be what was told. */
const FRESH_MS = 5 * 60_000;

export function createPrices(api: Pick<ScenarioApi, 'appraise'>, now: () => number): Prices {
  const learned = new Map<string, Promise<Price>>();
  const learnedAt = new Map<string, number>();
  const known = new Map<string, Price>();

  async function ask(order: Order, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Price> {
    try {
      return { cu: await api.appraise({ path: order.path, body }, signal), isLearned: true };
    } catch (error) {
      if (!(error instanceof LimnerError) || !error.refused || error.retryable) throw error;
      const cu = fromTable(order);
      // It may well be the stand-in for the picture that is refused.
      const isSure = !order.takesImage || SURE.has(error.code);
      return { cu, isLearned: false, ...(isSure ? { refusal: describeError(error) } : {}) };
    }
  }

  async function learn(order: Order, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<void> {
    const key = keyOf(order, body);
    if (!learned.has(key)) learnedAt.set(key, now());
    const asking = learned.get(key) ?? ask(order, body, signal);
    learned.set(key, asking);
    try {
      known.set(key, await asking);
    } catch (error) {
      learned.delete(key);
      throw error;
    }
  }

  return {
    learn,
    async refresh(order, body, signal) {
      const key = keyOf(order, body);
      if (now() - (learnedAt.get(key) ?? -Infinity) < FRESH_MS) return;
      learned.delete(key);
      try {
        await learn(order, body, signal);
      } catch (error) {
        if (signal.aborted || !(error instanceof LimnerError)) throw error;
      }
    },
    tell: (order, body) => known.get(keyOf(order, body)) ?? { cu: fromTable(order), isLearned: false },
  };
}

const SURE: ReadonlySet<string> = new Set(['LIMNER_CREDITS_EXHAUSTED', 'LIMNER_KEY_REFUSED']);

function keyOf({ path, takesImage }: Order, body: Readonly<Record<string, unknown>>): string {
  const relevant = Object.entries(body).filter(([name, value]) => !FREE_OF_CHARGE.has(name) && !isPicture(value));
  return hashJson([path, takesImage, Object.fromEntries(relevant)]);
}

function isPicture(value: unknown): boolean {
  return Array.isArray(value) ? value.includes(priceImage) : value === priceImage;
}

function fromTable({ model, kind }: Order): number {
  return TABLE[model] ?? UNKNOWN[kind];
}
