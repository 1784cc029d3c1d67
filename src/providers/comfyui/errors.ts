import { LimnerError } from '../../errors.ts';
import { neverStood } from '../network.ts';

const SHOWN = 200;

/** A server that answers with an error that is no refusal of a graph. */
export function httpFailure(provider: string, status: number, body: string): LimnerError {
  const line = body.trimStart().startsWith('<') ? '' : body.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN);
  const said = line === '' ? '' : `: ${line}`;
  if (status === 401 || status === 403) {
    return new LimnerError('LIMNER_KEY_REFUSED', `${provider} does not let us in (${status})${said}.`, {
      refused: true,
      next: 'Put the user name and password into COMFYUI_URL, or ask who runs the server.',
    });
  }
  if (status === 413) {
    return new LimnerError('LIMNER_TOO_LARGE', `The request is larger than ${provider} takes${said}.`, {
      refused: true,
      next: 'Start the server with a larger --max-upload-size.',
    });
  }
  return new LimnerError('LIMNER_CALL_FAILED', `${provider} answered ${status}${said}.`, {
    refused: status >= 400 && status < 500,
    retryable: status >= 500 || status === 429,
  });
}

/** What answers is something else: a login page, another service. */
export function noComfyui(provider: string, route: string): LimnerError {
  return new LimnerError(
    'LIMNER_ENDPOINT_NOT_FOUND',
    `What answers at the address of ${provider} is no ComfyUI (${route}).`,
    {
      retryable: true,
      next: 'Set COMFYUI_URL to the address of a ComfyUI server.',
    },
  );
}

export function networkFailure(provider: string, cause: unknown): LimnerError {
  if (neverStood(cause) === undefined) {
    return new LimnerError('LIMNER_CALL_FAILED', `The connection to ${provider} broke off.`, {
      cause,
      retryable: true,
    });
  }
  return new LimnerError('LIMNER_ENDPOINT_NOT_FOUND', `Nothing answers at the address of ${provider}.`, {
    cause,
    retryable: true,
    refused: true,
    next: 'Start ComfyUI, or correct COMFYUI_URL.',
  });
}
