import { firstFrame } from '../picture/batch.ts';
import { createPlane, cropPlane, pastePlane } from '../picture/plane.ts';
import type { ImageValue } from '../values.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes that give or take lists of pictures. */
export const TILES: Readonly<Record<string, Kernel>> = {
  SplitImageToTileList(inputs) {
    const image = inputs.get('image', 'image');
    const { width, height } = firstFrame(image);
    const overlap = inputs.number('overlap');
    const across = starts(width, Math.min(width, inputs.number('tile_width')), overlap);
    const down = starts(height, Math.min(height, inputs.number('tile_height')), overlap);
    const size = { width: inputs.number('tile_width'), height: inputs.number('tile_height') };
    const tiles = down.flatMap((y) =>
      across.map((x): ImageValue => {
        return { kind: 'image', frames: image.frames.map((frame) => cropPlane(frame, { x, y, ...size })) };
      }),
    );
    return { values: [tiles] };
  },
  ImageMergeTileList(inputs) {
    const { frames } = inputs.get('image', 'image_list');
    const [width, height] = [inputs.number('final_width'), inputs.number('final_height')];
    const tile = frames[0] ?? createPlane({ width, height }, 3);
    const overlap = inputs.number('overlap');
    const places = starts(height, tile.height, overlap).flatMap((y) =>
      starts(width, tile.width, overlap).map((x) => [x, y] as const),
    );
    const merged = frames.reduce(
      (canvas, frame, index) => {
        const [x, y] = places[index] ?? [0, 0];
        return pastePlane(canvas, frame, x, y);
      },
      createPlane({ width, height }, tile.channels),
    );
    return give({ kind: 'image', frames: [merged] });
  },
  RebatchImages(inputs) {
    const { frames } = inputs.get('image', 'images');
    const size = Math.max(1, inputs.number('batch_size'));
    const batches = Array.from({ length: Math.ceil(frames.length / size) }, (_, index): ImageValue => {
      return { kind: 'image', frames: frames.slice(index * size, (index + 1) * size) };
    });
    return { values: [batches] };
  },
};

/** Where tiles begin along one side; the last one is moved back to end with the picture. */
function starts(length: number, tile: number, overlap: number): readonly number[] {
  const step = Math.max(1, tile - overlap);
  const count = Math.max(1, Math.ceil((length - overlap) / step));
  const all = Array.from({ length: count }, (_, index) => Math.max(0, Math.min(index * step, length - tile)));
  return [...new Set(all)];
}
