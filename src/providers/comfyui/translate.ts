import { isObject, textOf } from '../../workflow/answers/loose-json.ts';
import { sha256 } from '../../hash.ts';
import type { EndpointFit } from '../../workflow/fit-endpoint.ts';
import { secondsFor } from '../../workflow/makings.ts';
import type { ImageJob, Quote } from '../provider.ts';

/** The prompt's id is made from the call's, so that the server can be asked for it whatever became of the answer. A UUID, as servers want. */
export function promptIdOf(callId: string): string {
  const hex = sha256(new TextEncoder().encode(callId));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** New for every call: otherwise the server's cache gives back the file of an earlier one, which may be gone. */
export function prefixOf(callId: string): string {
  return `limner-${callId.replaceAll(/[^A-Za-z0-9]/g, '').slice(-24)}`;
}

export function quoteJob(job: ImageJob, fit: EndpointFit | undefined, usdPerSecond: number): Quote {
  const calls = job.composition.kind === 'layers' ? job.composition.layers.length : 1;
  const seconds = (fit ? secondsFor(job, fit) : 0) * calls;
  return { usd: seconds * usdPerSecond, seconds, calls };
}

/** How a server is doing, for people, from `GET /system_stats`: `answers; ComfyUI 0.33.0 on cuda:0 NVIDIA GeForce RTX 4090`. */
export function serverWords(stats: unknown): string {
  const { system, devices } = isObject(stats) ? stats : {};
  const version = isObject(system) ? textOf(system['comfyui_version']) : '';
  const device: unknown = Array.isArray(devices) ? devices[0] : undefined;
  const name = isObject(device) ? textOf(device['name']) : '';
  return `answers; ComfyUI${version === '' ? '' : ` ${version}`}${name === '' ? '' : ` on ${name}`}`;
}
