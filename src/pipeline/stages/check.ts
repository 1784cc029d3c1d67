import { checkPainted, checkPicture } from '../../check/index.ts';
import { decodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import type { GateResult, ManifestFile } from '../../report/manifest.ts';
import { expectedPicture } from '../expected-picture.ts';
import { readGuideImages } from '../guide-images.ts';
import type { RunRecord } from '../record.ts';
import { type Stage, type StageContext, need } from '../stage.ts';
import { paintedPicture } from './painted-rasters.ts';

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
  const { asset, request } = record.planned;
  const raster = await readRaster(file.sha256, context);
  const images = await readGuideImages(request.job.guide, context.ports);
  const picture = expectedPicture(record.planned, { file, raster, images });
  const gates = checkPicture(picture);
  if (asset.type === 'parallax') return gates.map((gate) => ({ ...gate, message: `${file.path}: ${gate.message}` }));
  return picture.free ? withPainted(gates, checkPainted(await paintedPicture(record, context), picture)) : gates;
}

/** Framing moves a subject that was cut while it was painted away from the border, and makes shreds large; so both are looked for there as well. */
function withPainted(gates: readonly GateResult[], painted: readonly GateResult[]): readonly GateResult[] {
  const before = new Map(painted.map((gate) => [gate.name, gate]));
  return gates.map((gate) => (gate.status === 'pass' ? (before.get(gate.name) ?? gate) : gate));
}

async function readRaster(sha256: string, context: StageContext): Promise<Raster> {
  return context.rasters.get(sha256) ?? decodePng(await context.ports.blobs.get(sha256));
}
