import { LimnerError } from '../../errors.ts';
import { isObject, textOf } from '../../workflow/answers/loose-json.ts';
import { neverStood } from '../network.ts';

/** An answer that may be none. */
export interface Trouble {
  readonly status: number;
  /** As JSON, where it is. */
  readonly body: unknown;
  readonly text: string;
  /** `Retry-After`, if it was there. */
  readonly retryAfter?: string;
}

const SHOWN = 200;

/** A service that answers with an error, in our words. Whatever is 4xx was surely not taken, and costs nothing. */
export function httpFailure(provider: string, trouble: Trouble): LimnerError {
  const { status, body } = trouble;
  const said = quote(trouble);
  if (status === 403 && isObject(body) && body['name'] === 'ModelAccessRestrictedError')
    return planGated(provider, body, trouble);
  if (status === 402 || (status === 403 && CREDITS.test(said))) return noCredits(provider, said);
  if (status >= 400 && status < 500 && MODERATION.test(said)) return moderated(provider, said, { refused: true });
  switch (status) {
    case 401:
      return new LimnerError('LIMNER_KEY_REFUSED', `${provider} does not accept the API key and secret${said}.`, {
        refused: true,
        next: 'Set SCENARIO_API_KEY and SCENARIO_SECRET_API_KEY to a pair from Project settings → API Keys.',
      });
    case 403:
      return new LimnerError('LIMNER_KEY_REFUSED', `The API key may not do this at ${provider}${said}.`, {
        refused: true,
        next: 'Use a key of the project that has the models, and check SCENARIO_BASE_URL.',
      });
    case 404:
      return new LimnerError('LIMNER_CAPABILITY_MISSING', `${provider} does not have what was asked for${said}.`, {
        refused: true,
        next: 'Check the ids of the models with `limner probe scenario`, and SCENARIO_BASE_URL.',
      });
    case 413:
      return new LimnerError('LIMNER_TOO_LARGE', `The request is larger than ${provider} takes${said}.`, {
        refused: true,
      });
    case 429:
      return new LimnerError('LIMNER_CALL_FAILED', `${provider} has too much under way for this account${said}.`, {
        refused: true,
        retryable: true,
        next: 'Run the command again in a minute, or with a smaller --concurrency.',
      });
    default:
      return otherFailure(provider, status, said);
  }
}

/** A 408 is a gateway that waited in vain: the job may have gone through. */
function otherFailure(provider: string, status: number, said: string): LimnerError {
  const refused = status >= 400 && status < 500 && status !== 408;
  const message = refused ? `${provider} refused the job${said}.` : `${provider} answered ${status}${said}.`;
  const next = 'Nothing was spent. Change what is named above; `limner probe scenario` shows what the models take.';
  return new LimnerError('LIMNER_CALL_FAILED', message, { refused, retryable: !refused, ...(refused ? { next } : {}) });
}

function planGated(provider: string, body: Readonly<Record<string, unknown>>, trouble: Trouble): LimnerError {
  const model = textOf(body['modelId']) || 'The model';
  const plan = textOf(body['requiredPlan']);
  const needs = plan === '' ? quote(trouble) : `: it needs the plan ${plan}`;
  return new LimnerError(
    'LIMNER_CAPABILITY_MISSING',
    `${model} is not in the plan of this account at ${provider}${needs}.`,
    {
      refused: true,
      next: 'Choose another model with SCENARIO_MODEL, SCENARIO_REMOVAL_MODEL or SCENARIO_LAYERS_MODEL, or a larger plan.',
    },
  );
}

function noCredits(provider: string, said: string): LimnerError {
  return new LimnerError(
    'LIMNER_CREDITS_EXHAUSTED',
    `The account at ${provider} has too few compute units left${said}.`,
    {
      refused: true,
    },
  );
}

function moderated(provider: string, said: string, details: { readonly refused?: boolean }): LimnerError {
  return new LimnerError('LIMNER_MODERATED', `${provider} found the words or the picture unfit${said}.`, details);
}

/** Why a job that was taken ended without pictures. */
export function jobFailure(provider: string, reason: string): LimnerError {
  const said = reason === '' ? '' : `: ${shorten(reason)}`;
  if (MODERATION.test(said)) return moderated(provider, said, {});
  return new LimnerError('LIMNER_CALL_FAILED', `The job at ${provider} failed${said}.`, { retryable: true });
}

/** Only a connection that never stood is a refusal for certain. */
export function networkFailure(
  provider: string,
  cause: unknown,
  { wasAnswered = false }: { readonly wasAnswered?: boolean } = {},
): LimnerError {
  const code = wasAnswered ? undefined : neverStood(cause);
  const isLate = isObject(cause) && cause['name'] === 'TimeoutError';
  const words = code === undefined ? (isLate ? 'it did not answer in time' : 'the connection broke off') : WORDS[code];
  return new LimnerError(
    code === undefined ? 'LIMNER_CALL_FAILED' : 'LIMNER_ENDPOINT_NOT_FOUND',
    `${provider} cannot be reached: ${words ?? 'there is no connection'}.`,
    { cause, retryable: true, refused: code !== undefined, ...(code === undefined ? {} : { next: REACH }) },
  );
}

/** An answer that leads elsewhere comes from no API: nothing was taken, and the key is not sent after it. */
export function redirected(provider: string): LimnerError {
  return new LimnerError(
    'LIMNER_ENDPOINT_NOT_FOUND',
    `${provider} is not at its address: it answers with a redirect.`,
    {
      refused: true,
      next: REACH,
    },
  );
}

/** An answer that cannot be understood. Whether it means a job is not known. */
export function unreadable(provider: string, what: string): LimnerError {
  return new LimnerError('LIMNER_CALL_FAILED', `${provider} did not answer as Scenario does: ${what}.`, {
    retryable: true,
    next: 'Check SCENARIO_BASE_URL, and run the command again.',
  });
}

const REACH = 'Check SCENARIO_BASE_URL and the network.';
const CREDITS = /\bcredits?\b|\b(creative|compute) units?\b|\bCUs?\b|\bquota\b|insufficient/i;
const MODERATION = /moderat|nsfw|\bsafety\b|content (policy|filter)|flagged|sensitive content|inappropriate/i;

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  BAD_PORT: 'its port is one that is kept from the web',
};

/** `reason` of most answers, `message` of some; HTML of gateways says nothing. */
function quote({ body, text }: Trouble): string {
  if (!isObject(body)) return text.trimStart().startsWith('<') || text.trim() === '' ? '' : `: ${shorten(text)}`;
  const said = [body['reason'], body['message'], body['error'], body['name']].map(textOf).find((words) => words !== '');
  return said === undefined ? '' : `: ${shorten(said)}`;
}

/** What services say may hold signed addresses, which are as good as keys. */
export function shorten(text: string): string {
  const line = text
    .replaceAll(/https?:\/\/\S+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
