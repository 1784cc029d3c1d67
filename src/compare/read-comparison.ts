import * as z from 'zod';
import { ASSET_TYPES, SHEET_KINDS } from '../pack/pack.ts';
import type { ManifestFile } from '../report/manifest.ts';
import type { Comparison, Sample } from './comparison.ts';

/** As much of a comparison as those need who judge its pictures. */
export interface JudgedComparison extends Pick<Comparison, 'pack' | 'packFile' | 'state' | 'background'> {
  readonly providers: readonly { readonly name: string }[];
  readonly samples: readonly JudgedSample[];
}

export interface JudgedSample extends Pick<Sample, 'id' | 'type' | 'kind' | 'provider' | 'number' | 'status'> {
  readonly files: readonly Pick<ManifestFile, 'path' | 'role' | 'layer' | 'width' | 'height' | 'sha256'>[];
}

/** The text of a `compare.json`. Lenient with what is not needed; undefined when it is no comparison at all. */
export function readComparison(text: string): JudgedComparison | undefined {
  const found = JUDGED_COMPARISON.safeParse(parsed(text));
  return found.success ? found.data : undefined;
}

/** Undefined for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const size = () => z.int().positive().exactOptional();

export const JUDGED_FILE = z.object({
  path: z.string(),
  role: z.enum(['image', 'layer', 'metadata']),
  layer: z.int().exactOptional(),
  width: size(),
  height: size(),
  sha256: z.string(),
});

export const JUDGED_SAMPLE = z.object({
  id: z.string(),
  type: z.enum(ASSET_TYPES),
  kind: z.enum(SHEET_KINDS).exactOptional(),
  provider: z.string(),
  number: z.int(),
  status: z.enum(['done', 'failed', 'refused']),
  files: z.array(JUDGED_FILE),
});

export const JUDGED_COMPARISON = z.object({
  pack: z.string().min(1),
  packFile: z.string(),
  state: z.string(),
  background: z.string().exactOptional(),
  providers: z.array(z.object({ name: z.string() })).min(1),
  samples: z.array(JUDGED_SAMPLE),
});
