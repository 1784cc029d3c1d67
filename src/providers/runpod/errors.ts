import { LimnerError } from '../../errors.ts';
import { neverStood } from '../network.ts';
import { isObject, parseLoosely, textOf } from '../../workflow/answers/loose-json.ts';

/** An answer that is not a job. */
export interface Trouble {
  readonly status: number;
  readonly body: string;
  /** From `Retry-After`, if it was there. */
  readonly retryAfterMs?: number;
}

const SHOWN = 200;

/** A service that answers with an error, in our words. What it said is quoted, shortened. */
export function httpFailure(provider: string, { status, body }: Trouble): LimnerError {
  const said = quote(body);
  switch (status) {
    case 401:
      return new LimnerError('LIMNER_KEY_REFUSED', `${provider} does not accept the API key${said}.`, {
        refused: true,
        next: 'Set RUNPOD_API_KEY to a key that is valid for this endpoint.',
      });
    case 403:
      return new LimnerError('LIMNER_KEY_REFUSED', `The API key may not use the endpoint of ${provider}${said}.`, {
        refused: true,
        next: 'Give the key of RUNPOD_API_KEY read and write access to this endpoint.',
      });
    case 404:
      return new LimnerError('LIMNER_ENDPOINT_NOT_FOUND', `${provider} knows no such endpoint${said}.`, {
        refused: true,
        next: 'Check RUNPOD_COMFYUI_ENDPOINT_ID, RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID and RUNPOD_ENDPOINT_BASE_URL.',
      });
    case 413:
      return new LimnerError('LIMNER_TOO_LARGE', `The request is larger than ${provider} takes${said}.`, {
        refused: true,
      });
    case 429:
      return new LimnerError('LIMNER_CALL_FAILED', `${provider} has too many requests at the moment${said}.`, {
        refused: true,
        retryable: true,
        next: 'Run the command again in a minute, or with a smaller --concurrency.',
      });
    default:
      return new LimnerError('LIMNER_CALL_FAILED', `${provider} answered ${status}${said}.`, {
        refused: status >= 400 && status < 500,
        retryable: status >= 500,
      });
  }
}

/** A bucket that does not hand a result out has nothing to do with the API key. The job has run: this is no refusal of it. */
export function bucketFailure(provider: string, status: number): LimnerError {
  return new LimnerError(
    'LIMNER_CALL_FAILED',
    `The bucket of ${provider} answered ${status} to the download of a result.`,
    {
      retryable: status >= 500 || status === 429,
      next: 'Check the bucket of the endpoint and how long it keeps files, then run the command again: it fetches the result.',
    },
  );
}

/** What the connection itself failed with: only a connection that never stood is a refusal for certain. */
export function networkFailure(provider: string, cause: unknown): LimnerError {
  const code = neverStood(cause);
  const words = (code === undefined ? undefined : WORDS[code]) ?? 'the connection broke off';
  return new LimnerError(
    code === undefined ? 'LIMNER_CALL_FAILED' : 'LIMNER_ENDPOINT_NOT_FOUND',
    `${provider} cannot be reached: ${words}.`,
    {
      cause,
      retryable: true,
      refused: code !== undefined,
    },
  );
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  BAD_PORT: 'its port is one that is kept from the web',
};

/** Bodies are JSON of several shapes, JSON within a string, HTML or nothing. */
function quote(body: string): string {
  const parsed = parseLoosely(body);
  const json = typeof parsed === 'string' ? (parseLoosely(parsed) ?? parsed) : parsed;
  const text = isObject(json) ? firstText(json['error'], json['message'], json['detail'], json['title']) : textOf(json);
  const words = text === '' && !body.trimStart().startsWith('<') && json === undefined ? body : text;
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line === '' ? '' : `: ${line.slice(0, SHOWN)}`;
}

function firstText(...values: readonly unknown[]): string {
  for (const value of values) {
    const text = isObject(value) ? textOf(value['message']) : textOf(value);
    if (text !== '') return text;
  }
  return '';
}
