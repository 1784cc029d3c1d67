import { LimnerError } from '../errors.ts';
import { createComfyui } from '../providers/comfyui/index.ts';
import type { GraphProvider } from '../providers/graph-provider.ts';
import type { ProbeCache } from '../providers/probe-cache.ts';
import { createRunpod } from '../providers/runpod/index.ts';

export interface ClientOptions {
  /**
   * `https://api.runpod.ai/v2/<id>`, the id alone, or the address of a ComfyUI server. A rehearsal's `http://127.0.0.1:8190/v2/<id>` is
   * taken for RunPod.
   */
  readonly endpoint: string;
  /** Of RunPod; a rehearsal wants none. */
  readonly apiKey?: string;
  /** The part before `/<id>`, where `endpoint` is an id alone; RunPod's own unless told. */
  readonly baseUrl?: string;
  /** Keeps what is found out about the endpoint; unless told, for as long as the client lives. */
  readonly cache?: ProbeCache;
  /** RunPod: the worker puts its pictures into a bucket, so that no answer is too large. */
  readonly resultsInBucket?: boolean;
  readonly fetch?: typeof fetch;
}

/**
 * The provider behind an address.
 * @throws LIMNER_USAGE for what is no address, LIMNER_KEY_REFUSED where a key is missing
 */
export function connect({ endpoint, apiKey, baseUrl, ...options }: ClientOptions): GraphProvider {
  const place = readPlace(endpoint, baseUrl);
  if (place.kind === 'comfyui') return createComfyui({ name: `ComfyUI at ${place.host}`, url: place.url, ...options });
  if (!apiKey && !place.isLocal) {
    throw new LimnerError('LIMNER_KEY_REFUSED', `The RunPod endpoint ${place.endpointId} wants an API key.`, {
      next: 'Give the client an apiKey, such as the value of RUNPOD_API_KEY.',
    });
  }
  return createRunpod({
    name: `RunPod endpoint ${place.endpointId}`,
    endpointId: place.endpointId,
    apiKey: apiKey || 'rehearsal',
    ...(place.baseUrl === undefined ? {} : { baseUrl: place.baseUrl }),
    ...options,
  });
}

type Place =
  | { readonly kind: 'comfyui'; readonly url: string; readonly host: string }
  | { readonly kind: 'runpod'; readonly endpointId: string; readonly baseUrl?: string; readonly isLocal: boolean };

function readPlace(endpoint: unknown, baseUrl: string | undefined): Place {
  const text = typeof endpoint === 'string' ? endpoint.trim() : '';
  if (/^[\w-]+$/.test(text)) {
    return { kind: 'runpod', endpointId: text, isLocal: isLocal(baseUrl), ...(baseUrl ? { baseUrl } : {}) };
  }
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw wrongEndpoint(text);
  const job = /^(.*\/v2)\/([\w-]+)(?:\/(?:run|runsync|health))?\/*$/.exec(url.pathname);
  const [, path, endpointId] = job ?? [];
  if (path !== undefined && endpointId !== undefined) {
    return { kind: 'runpod', endpointId, baseUrl: `${url.origin}${path}`, isLocal: isLocal(text) };
  }
  if (/(^|\.)runpod\.(ai|io)$/.test(url.hostname)) throw wrongEndpoint(text);
  return { kind: 'comfyui', url: text, host: url.host };
}

function isLocal(address = ''): boolean {
  return /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/.test(address);
}

function wrongEndpoint(text: string): LimnerError {
  const message = text === '' ? 'The client was given no endpoint.' : `"${text}" is no endpoint.`;
  return new LimnerError('LIMNER_USAGE', message, {
    next: 'Give https://api.runpod.ai/v2/<id>, the id alone, or the address of a ComfyUI server, such as http://127.0.0.1:8188.',
  });
}
