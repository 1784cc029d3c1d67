import type { Mask } from '../../../raster/mask.ts';
import type { Raster } from '../../../raster/raster.ts';
import { pasteAll, type Piece } from '../../../raster/paste.ts';
import type { ImageJob } from '../../provider.ts';
import { paintSheet } from './cells/sheet.ts';
import { paintTerrain } from './cells/terrain.ts';
import { paintTitle } from './lettering/title.ts';
import { paintParallax } from './scenery/parallax.ts';
import { paintScene } from './scenery/scene.ts';
import { isPlainSurface } from './scenery/unknown.ts';
import { fromHue } from './colour.ts';
import { reduceColours } from './few-colours.ts';
import { neverEmpty } from './last-resort.ts';
import { SCENE_ROWS } from './pixel-grid.ts';
import { readSubject } from './subject.ts';
import { paintSubject } from './subject-picture.ts';
import { copyOver } from './surface.ts';
import type { World } from './world.ts';

/** A job in the painter's own terms. */
export interface Commission {
  readonly job: ImageJob;
  readonly world: World;
  /** The outline that the user chose, over the whole canvas. */
  readonly outline?: Mask;
}

/** The job's pictures, each of the canvas' size: one, or one a layer from far to near. */
export function paintJob({ job, world, outline }: Commission): readonly Raster[] {
  const { canvas, composition, seed, subject } = job;
  const place = { seed, box: canvas.content, ...(job.transparent ? {} : { rows: SCENE_ROWS }) };
  switch (composition.kind) {
    case 'subject': {
      const wish = { ...place, subject: readSubject(subject), ...(outline ? { outline } : {}) };
      return [onCanvas(job, neverEmpty(paintSubject(world, wish), fromHue((seed & 1023) / 1024, 0.62, 0.55)), world)];
    }
    case 'scene':
      return [
        composition.tile === 'xy' || isPlainSurface(subject)
          ? paintField(world, job)
          : paintScene(world, { text: subject, seed, canvas }),
      ];
    case 'title':
      return [onCanvas(job, paintTitle(world, { ...place, title: composition.title, subject }), world)];
    case 'layers':
      return paintParallax(world, { text: subject, seed, canvas }, composition.layers);
    case 'cells':
      return [paintSheet(world, job, composition)];
  }
}

/** The picture in its place on the canvas, on a scene unless the rest is to be transparent. */
function onCanvas(job: ImageJob, picture: Raster, world: World): Raster {
  const { canvas } = job;
  if (job.transparent) return pasteAll(canvas, [{ raster: picture, x: canvas.content.x, y: canvas.content.y }]);
  const scene = paintScene(world, { text: job.subject, seed: job.seed, canvas });
  copyOver(scene, picture, canvas.content);
  if (world.look.grid) reduceColours(scene);
  return scene;
}

/** A ground that repeats in both directions, with the content's size as its period. */
function paintField(world: World, job: ImageJob): Raster {
  const { canvas } = job;
  const { content } = canvas;
  const field = paintTerrain(world, { texts: [job.subject], seed: job.seed, index: 0, box: content, reach: 5 });
  const pieces: Piece[] = [];
  for (let y = (content.y % content.height) - content.height; y < canvas.height; y += content.height)
    for (let x = (content.x % content.width) - content.width; x < canvas.width; x += content.width)
      pieces.push({ raster: field, x, y });
  return pasteAll(canvas, pieces);
}
