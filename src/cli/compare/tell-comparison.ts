import { createHash } from 'node:crypto';
import type { Comparison } from '../../compare/comparison.ts';
import { comparePageChunks } from '../../compare/page/compare-html.ts';
import { METRICS } from '../../measure/metrics.ts';
import type { AssetStore } from '../../store/store.ts';
import { reportComparison } from '../print/comparison.ts';
import { printAside, printJson } from '../print/terminal.ts';
import { applyRoutes } from './apply-to-pack.ts';
import type { CompareFlags } from './flags.ts';

/** Writes the page, then `compare.json`: who sees the latter sees all. Says what came out, and puts the routes into the pack if told to. */
export async function tellComparison(
  comparison: Comparison,
  what: {
    /** The folder of the comparison, absolute, and a store of it. */
    readonly out: string;
    readonly store: AssetStore;
    readonly packFile: string;
    readonly flags: Pick<CompareFlags, 'apply' | 'json'>;
  },
): Promise<void> {
  const { out, store, packFile, flags } = what;
  const compared = new Map(comparison.samples.flatMap(({ files }) => files.map(({ path, sha256 }) => [path, sha256])));
  const lost = new Set<string>();
  const load = async (path: string): Promise<Uint8Array> => {
    const bytes = await store.get(path);
    if (bytes && hashOf(bytes) === compared.get(path)) return bytes;
    lost.add(path);
    return new Uint8Array();
  };
  await store.put('compare.html', comparePageChunks({ comparison, load, metrics: METRICS }), {
    contentType: 'text/html; charset=utf-8',
  });
  const text = `${JSON.stringify(comparison, undefined, 1)}\n`;
  await store.put('compare.json', new TextEncoder().encode(text), { contentType: 'application/json' });
  const applied = flags.apply ? await applyRoutes(comparison, packFile) : undefined;
  if (lost.size > 0) tellLost(lost, flags);
  if (flags.json) {
    const { pack, providers, groups, verdict } = comparison;
    const told = { pack, folder: out, providers, groups, verdict, ...(applied ? { applied } : {}) };
    printJson({ type: 'compare-done', at: comparison.finishedAt, ...told });
  } else reportComparison(comparison, { out, ...(applied ? { applied } : {}) });
}

/** What was measured is what the page shows, or nothing. */
function tellLost(paths: ReadonlySet<string>, { json }: Pick<CompareFlags, 'json'>): void {
  const [first = ''] = paths;
  const which = paths.size === 1 ? first : `${first} and ${paths.size - 1} more`;
  const message = `The page lacks pictures that are not there any more, or are others by now: ${which}. Run the comparison of the pack again to have them back.`;
  if (json) printJson({ type: 'warning', at: new Date().toISOString(), message });
  else printAside(message);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
