import { LimnerError } from '../../errors.ts';
import { isLocalNetwork, isLoopback } from '../network.ts';
import type { FitWishes } from '../../workflow/fit-endpoint.ts';

export interface ComfyuiOptions {
  /** How routes name it. */
  readonly name: string;
  /** Of the server, without a path; a user name and password in it are sent as such. */
  readonly url: string;
  /** What a second of the GPU costs in US dollars: nothing, unless it is rented. */
  readonly usdPerSecond?: number;
  readonly deadlines?: Partial<Deadlines>;
  /** Which profile and removal to take instead of the best. */
  readonly wishes?: FitWishes;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called with what the sampler has so far, a JPEG or PNG, while a job runs. */
  readonly onPreview?: (preview: Preview) => void;
}

export interface Preview {
  readonly remoteId: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface Deadlines {
  /** Until the server begins with a job; others may use it too. */
  readonly queueMs: number;
  /** From then on: a server whose worker thread has died shows the job as running for ever. */
  readonly runMs: number;
}

export const DEFAULT_DEADLINES: Deadlines = { queueMs: 60 * 60_000, runMs: 15 * 60_000 };

export interface ServerAddress {
  /** Without a slash at the end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The address of a server, checked: https, or http in the same house, where most run; a password goes over http to this machine alone.
 * @throws LIMNER_USAGE
 */
export function serverAddress(url: string): ServerAddress {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new LimnerError('LIMNER_USAGE', `"${withoutPassword(url)}" is no address of a ComfyUI server.`, {
      next: 'Set COMFYUI_URL to something like http://127.0.0.1:8188.',
    });
  }
  if (parsed.protocol === 'http:' && !isLocalNetwork(parsed)) {
    throw new LimnerError('LIMNER_USAGE', `Pictures and prompts would travel unprotected to ${parsed.host}.`, {
      next: 'Set COMFYUI_URL to an https address, or reach the server through a tunnel.',
    });
  }
  const base = `${parsed.protocol}//${parsed.host}${parsed.pathname.replace(/\/+$/, '')}`;
  const { username, password } = parsed;
  if (username === '' && password === '') return { base, headers: {} };
  if (parsed.protocol !== 'https:' && !isLoopback(parsed)) {
    throw new LimnerError('LIMNER_USAGE', `The password would travel unprotected to ${parsed.host}.`, {
      next: 'Set COMFYUI_URL to an https address.',
    });
  }
  const credentials = new TextEncoder().encode(`${decoded(username)}:${decoded(password)}`);
  return { base, headers: { authorization: `Basic ${btoa(String.fromCharCode(...credentials))}` } };
}

function withoutPassword(url: string): string {
  return url.replace(/^(.*\/)?[^/]*@/, '$1…@');
}

/** A percent sign that begins no code stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
