import { bleed } from '../../finish/bleed.ts';
import { fitPicture } from '../../finish/fit-picture.ts';
import { flatten } from '../../finish/flatten.ts';
import { strengthen } from '../../finish/strengthen.ts';
import { layerFileName } from '../../pack/file-names.ts';
import type { ParallaxSpec } from '../../pack/pack.ts';
import type { ManifestFile } from '../../report/manifest.ts';
import { describeParallax } from '../../sheet/describe-parallax.ts';
import type { RunRecord } from '../record.ts';
import type { Stage, StageContext } from '../stage.ts';
import { keepJson, keepPicture } from './keep-file.ts';
import { paintedLayer } from './painted-rasters.ts';

/** Parallax layers: the farthest opaque, all others cut out, with the metadata that moves them. */
export const finishLayers: Stage = {
  name: 'finish',
  async run(record, context) {
    const { asset } = record.planned;
    if (asset.type !== 'parallax') throw new TypeError(`${asset.id} has no layers.`);
    const finished = await context.step.do('finish', async () => {
      const files: ManifestFile[] = [];
      for (const layer of asset.layers.keys()) files.push(await finishLayer(record, asset, layer, context));
      files.push(await keepJson(describeParallax(asset), `${asset.id}.json`, context));
      return { files };
    });
    return { finished };
  },
};

async function finishLayer(
  record: RunRecord,
  asset: ParallaxSpec,
  layer: number,
  context: StageContext,
): Promise<ManifestFile> {
  const { job, finish } = record.planned.request;
  const painted = await paintedLayer(record, layer, context);
  const fitted = fitPicture(painted, {
    canvas: job.canvas,
    width: asset.width,
    height: asset.height,
    resample: finish.resample,
  });
  const clean = finish.resample === 'smooth' ? bleed(fitted) : fitted;
  const finished = layer === 0 ? flatten(fitted) : strengthen(clean);
  return keepPicture(finished, layerFileName(asset.id, layer), context, layer);
}
