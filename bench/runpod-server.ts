import { createRaster } from '../src/raster/raster.ts';
import { encodePng } from '../src/raster/png.ts';
import type { ComfyEngine, HistoryEntry } from '../src/rehearsal/comfy/engine.ts';
import { CAPABILITY_PRESETS } from '../src/rehearsal/presets.ts';
import { startRunpodServer } from '../src/rehearsal/runpod/server.ts';
import { validateAsServer } from '../src/workflow/validate/validate-as-server.ts';

/**
 * A process of its own with one rehearsed endpoint, whose workers take exactly as long as they are told: what is measured is the
 * client. Its pictures are one and the same disc on grey. Prints its address.
 */
const [workers = 20, executionMs = 2000] = process.argv.slice(2).map(Number);
const catalogue = CAPABILITY_PRESETS.custom();
const picture = encodePng(disc(1024));

const server = await startRunpodServer({
  endpoints: {
    custom: {
      makeEngine: quickEngine,
      catalogue,
      workersMax: workers,
      workersMin: workers,
      coldStartMs: 1,
      executionMs,
    },
  },
});
console.log(server.baseUrl);
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));

/** Checks graphs as ComfyUI does, and paints nothing. */
function quickEngine(): ComfyEngine {
  let last: HistoryEntry | undefined;
  return {
    upload: ({ name }) => ({ filename: name, subfolder: '', type: 'input' }),
    prompt(body) {
      const {
        status,
        body: answer,
        graph = {},
        outputs = [],
      } = validateAsServer(body, { catalogue, inputFiles: () => true });
      const images = outputs.map((id) => {
        const filename = `${graph[id]?.inputs['filename_prefix'] as string}_00001_.png`;
        return [id, { images: [{ filename, subfolder: '', type: 'output' as const }] }] as const;
      });
      last = {
        prompt: [0, 'bench', graph, {}, outputs],
        outputs: Object.fromEntries(images),
        status: { status_str: 'success', completed: true, messages: [] },
        meta: {},
      };
      return { status, body: answer };
    },
    async finished() {
      if (!last) throw new TypeError('Nothing was queued.');
      return last;
    },
    view: () => picture,
    stop: () => undefined,
  };
}

function disc(size: number) {
  const raster = createRaster(size, size);
  for (let place = 0; place < size * size; place += 1) {
    const isInside = Math.hypot((place % size) - size / 2, Math.floor(place / size) - size / 2) < size * 0.45;
    if (isInside) raster.rgba.set([90, 180, 70, 255], place * 4);
  }
  return raster;
}
