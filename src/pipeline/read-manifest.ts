import { z } from 'zod';
import type { Manifest, ManifestAsset } from '../report/manifest.ts';

const Gate = z.looseObject({ name: z.string(), status: z.string(), message: z.string() });
const File = z.looseObject({ path: z.string(), role: z.string(), bytes: z.number(), sha256: z.string() });
const Candidate = z.looseObject({
  number: z.number(),
  seed: z.number(),
  chosen: z.boolean(),
  gates: z.array(Gate),
  files: z.array(File),
});

/** What this code relies on; the rest of an entry is carried over as it stands. */
const Entry = z.looseObject({
  id: z.string(),
  type: z.string(),
  status: z.literal('done'),
  provider: z.string(),
  prompt: z.string(),
  negativePrompt: z.string(),
  seed: z.number(),
  calls: z.number(),
  polls: z.number(),
  cost: z.looseObject({ usd: z.number() }),
  timings: z.record(z.string(), z.number()),
  gates: z.array(Gate),
  candidates: z.array(Candidate).optional(),
  files: z.array(File),
});

/** The manifest that stands in a store, without entries that are not whole; undefined when it is none of ours. */
export function readManifest(bytes: Uint8Array | undefined): Pick<Manifest, 'pack' | 'assets'> | undefined {
  if (!bytes) return undefined;
  try {
    const { pack, assets } = z
      .looseObject({ pack: z.string(), assets: z.array(z.unknown()) })
      .parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { pack, assets: assets.filter((entry): entry is ManifestAsset => Entry.safeParse(entry).success) };
  } catch {
    return undefined;
  }
}
