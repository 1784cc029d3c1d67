import { checkPicture, checkSeam, checkSheet } from '../../check/index.ts';
import type { MeasuredPicture } from '../../measure/picture.ts';
import type { AssetSpec } from '../../pack/pack.ts';
import { decodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import type { GateResult, ManifestFile } from '../../report/manifest.ts';
import { sheetEntries } from '../../sheet/entries.ts';
import type { RunRecord } from '../record.ts';
import { type Stage, type StageContext, need } from '../stage.ts';
import { assetSize } from '../../plan/asset-size.ts';

/** Looks at the finished pictures and writes down what it finds; a warning never costs a paid picture. */
export const check: Stage = {
  name: 'check',
  async run(record, context) {
    const { asset } = record.planned;
    const checked = await context.step.do('check', async () => {
      const warnings = [...(need(record.painted, 'painted').warnings ?? []), ...(record.cut?.warnings ?? [])];
      const gates = warnings.map((message): GateResult => ({ name: 'provider', status: 'warn', message }));
      for (const file of need(record.finished, 'finished').files)
        gates.push(...(await checkFile(file, record, context)));
      return { gates };
    });
    for (const gate of checked.gates) {
      if (gate.status !== 'pass') context.emit({ type: 'warning', id: asset.id, message: gate.message });
    }
    return { checked };
  },
};

async function checkFile(file: ManifestFile, record: RunRecord, context: StageContext): Promise<readonly GateResult[]> {
  if (file.role === 'metadata') return [];
  const { asset } = record.planned;
  const raster = await readRaster(file.sha256, context);
  const expected = { ...assetSize(asset), alpha: expectedAlpha(record, file) };
  const measured = measuredPicture(record, raster, expected.alpha);
  const gates = [...checkPicture(raster, expected), ...checkSeam(measured), ...checkSheet(measured)];
  return asset.type === 'parallax'
    ? gates.map((gate) => ({ ...gate, message: `${file.path}: ${gate.message}` }))
    : gates;
}

function measuredPicture(record: RunRecord, raster: Raster, alpha: MeasuredPicture['alpha']): MeasuredPicture {
  const { asset, request } = record.planned;
  const picture = { raster, alpha, isPixelArt: request.job.style.name === 'pixel', loop: loopOf(asset) };
  if (asset.type !== 'sheet' || request.job.composition.kind !== 'cells') return picture;
  return { ...picture, sheet: { kind: asset.kind, cells: sheetEntries(asset) } };
}

function loopOf(asset: AssetSpec): MeasuredPicture['loop'] {
  if (asset.type === 'background') return asset.tile;
  return asset.type === 'parallax' ? asset.loop : 'none';
}

function expectedAlpha(record: RunRecord, file: ManifestFile): 'cut-out' | 'opaque' | 'any' {
  const { asset, request } = record.planned;
  if (asset.type === 'sheet') return 'any';
  if (file.role === 'layer') return file.layer === 0 ? 'opaque' : 'cut-out';
  return request.job.transparent ? 'cut-out' : 'opaque';
}

async function readRaster(sha256: string, context: StageContext): Promise<Raster> {
  return context.rasters.get(sha256) ?? decodePng(await context.ports.blobs.get(sha256));
}
