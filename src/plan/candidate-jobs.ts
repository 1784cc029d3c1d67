import type { AssetType } from '../pack/pack.ts';
import type { Capabilities, ImageJob } from '../providers/provider.ts';
import { type JobSources, buildJob } from './build-job.ts';

/** The jobs of a provider, were it given all that it can make of these types. */
export function* candidateJobs(
  types: ReadonlySet<AssetType>,
  capabilities: Capabilities,
  { only, ...sources }: JobSources & { readonly only?: ReadonlySet<string> },
): Iterable<ImageJob> {
  for (const asset of sources.pack.assets) {
    if (only && !only.has(asset.id)) continue;
    if (!types.has(asset.type) || capabilities.cannot[asset.type] !== undefined) continue;
    yield buildJob(asset, sources, { ...capabilities, ...capabilities.makings?.[asset.type] });
  }
}
