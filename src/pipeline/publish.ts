import { LimnerError } from '../errors.ts';
import type { RunRow } from '../ledger/ledger.ts';
import type { Plan } from '../plan/plan.ts';
import type { Manifest, ManifestAsset, ManifestFile } from '../report/manifest.ts';
import { reportChunks } from '../report/report-html.ts';
import type { ParallaxMetadata, SheetMetadata } from '../sheet/metadata.ts';
import { tally } from './events.ts';
import { readEntries } from './open-run.ts';
import type { Ports } from './ports.ts';
import { readManifest } from './read-manifest.ts';

const MANIFEST = 'manifest.json';

/** Writes the report, then the manifest: who sees the manifest sees everything it names. */
export async function publish(
  what: { readonly plan: Plan; readonly run: RunRow; readonly limner: string },
  ports: Ports,
): Promise<void> {
  const { plan, run, limner } = what;
  const made = new Map<string, ManifestAsset>();
  for await (const { entry } of readEntries(run.id, ports)) made.set(entry.id, entry);
  const { calls, cost } = await tally(made.values());
  const manifest: Manifest = {
    limner,
    pack: plan.pack.pack,
    run: run.id,
    startedAt: new Date(run.startedAt).toISOString(),
    finishedAt: new Date(ports.clock.now()).toISOString(),
    cost,
    calls,
    assets: (await wholePack(plan, made, ports)).map((entry) => withUrls(entry, ports)),
  };
  await ports.store.put('report.html', writeReport(manifest, ports), { contentType: 'text/html; charset=utf-8' });
  await ports.store.put(MANIFEST, manifestText(manifest), { contentType: 'application/json' });
}

/** A run of some assets leaves the others as they stand, so their entries are carried over while their files are there. */
async function wholePack(
  plan: Plan,
  made: ReadonlyMap<string, ManifestAsset>,
  ports: Ports,
): Promise<readonly ManifestAsset[]> {
  const isPartial = plan.assets.length < plan.pack.assets.length;
  const before = isPartial ? readManifest(await ports.store.get(MANIFEST)) : undefined;
  const known = new Map(before?.pack === plan.pack.pack ? before.assets.map((entry) => [entry.id, entry]) : []);
  const whole: ManifestAsset[] = [];
  for (const { id } of plan.pack.assets) {
    const entry = made.get(id) ?? known.get(id);
    if (entry && (made.has(id) || (await stillStands(entry, ports)))) whole.push(entry);
  }
  return whole;
}

async function stillStands(entry: ManifestAsset, { store }: Ports): Promise<boolean> {
  for (const { path, sha256 } of entry.files) {
    const there = await store.head(path);
    if (there?.sha256 !== sha256) return false;
  }
  return true;
}

/** Of where the files stand now, whatever an earlier manifest said. */
function withUrls(entry: ManifestAsset, { store }: Ports): ManifestAsset {
  const located = (files: readonly ManifestFile[]): readonly ManifestFile[] =>
    files.map(({ url: _old, path, ...file }) => {
      const url = store.publicUrl?.(path);
      return { path, ...(url === undefined ? {} : { url }), ...file };
    });
  const candidates = entry.candidates?.map((candidate) => ({ ...candidate, files: located(candidate.files) }));
  return { ...entry, ...(candidates ? { candidates } : {}), files: located(entry.files) };
}

function writeReport(manifest: Manifest, ports: Ports): AsyncGenerator<string> {
  const hashes = new Map(manifest.assets.flatMap(({ files }) => files.map(({ path, sha256 }) => [path, sha256])));
  const load = async (path: string): Promise<Uint8Array> => {
    const bytes = (await kept(hashes.get(path), ports)) ?? (await ports.store.get(path));
    if (bytes) return bytes;
    throw new LimnerError('LIMNER_STORE_FAILED', `${path} has left the output while it was being written.`);
  };
  return reportChunks({
    manifest,
    load,
    metadata: async (id) => {
      const path = `${id}.json`;
      if (!hashes.has(path)) return undefined;
      return JSON.parse(new TextDecoder().decode(await load(path))) as SheetMetadata | ParallaxMetadata;
    },
  });
}

/** The store may be far away, and most files were just made here. */
async function kept(sha256: string | undefined, { blobs }: Ports): Promise<Uint8Array | undefined> {
  if (sha256 === undefined || !(await blobs.has(sha256))) return undefined;
  // One that was damaged here stands whole in the store.
  return blobs.get(sha256).catch(() => undefined);
}

/** The same text as `JSON.stringify(manifest, null, 2)`, an asset at a time. */
async function* manifestText({ assets, ...head }: Manifest): AsyncGenerator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "assets": [`;
  for (const [index, asset] of assets.entries()) {
    const text = JSON.stringify(asset, null, 2).replaceAll('\n', '\n    ');
    yield `${index === 0 ? '' : ','}\n    ${text}`;
  }
  yield assets.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}
