import { encodePng } from '../raster/png.ts';
import type { ParallaxMetadata, SheetMetadata } from '../sheet/metadata.ts';
import { reportChunks, type ReportInput } from './report-html.ts';
import type { Manifest, ManifestAsset, ManifestCandidate, ManifestFile } from './manifest.ts';

/** A finished run in memory, for this folder's tests: hostile texts, every kind of card, every status. */
export interface Sample {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metadata: ReadonlyMap<string, SheetMetadata | ParallaxMetadata>;
}

export const HOSTILE = `</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"> "quoted" 'words' & more`;

const WALK = ['walk_0', 'walk_1', 'walk_2', 'walk_3'];

export function makeSample(): Sample {
  const files = new Map<string, Uint8Array>();
  const paint = (path: string, width: number, height: number, hue: number): ManifestFile => {
    const bytes = discs(width, height, hue);
    files.set(path, bytes);
    return { path, role: 'image', width, height, bytes: bytes.length, sha256: 'ab'.repeat(32) };
  };
  const layer = (index: number): ManifestFile => ({
    ...paint(`forest-layer-${index}.png`, 480, 270, 90 * index),
    role: 'layer',
    layer: index,
  });
  const assets: ManifestAsset[] = [
    done('slime', { files: [paint('slime.png', 64, 64, 120)], gates: [WARNING] }),
    done('hero', { type: 'sheet', kind: 'sprite', files: [paint('hero.png', 256, 64, 30)] }),
    done('a-very-long-name-without-any-place-to-break-it-at-all', {
      cached: true,
      files: [paint('odd name #1.png', 96, 32, 200)],
    }),
    done('cave', {
      type: 'background',
      files: [paint('cave.png', 672, 384, 260)],
      cost: { usd: 0.0123 },
      candidates: [candidate(1, { gates: [BLANK], files: [NOT_CHOSEN] }), candidate(2, { chosen: true })],
    }),
    done('forest', { type: 'parallax', files: [layer(0), layer(1), layer(2)] }),
    done('dragon', { status: 'failed', files: [], error: FAILURE, prompt: HOSTILE }),
    done('logo', { type: 'title_hero', status: 'refused', files: [], error: { ...FAILURE, message: HOSTILE } }),
  ];
  const metadata = new Map<string, SheetMetadata | ParallaxMetadata>([
    ['hero', HERO],
    ['forest', FOREST],
  ]);
  return { manifest: { ...MANIFEST, assets }, files, metadata };
}

/** What a writer of the report would hand in. */
export function sampleInput({ manifest, files, metadata }: Sample): ReportInput {
  return {
    manifest,
    metadata: async (id) => metadata.get(id),
    load: async (path) => {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`no file ${path}`);
      return bytes;
    },
  };
}

export async function collectReport(input: ReportInput): Promise<string> {
  let page = '';
  for await (const chunk of reportChunks(input)) page += chunk;
  return page;
}

function done(id: string, overrides: Partial<ManifestAsset>): ManifestAsset {
  return { ...BASE, id, ...overrides };
}

const NOT_CHOSEN: ManifestFile = {
  path: 'candidates/cave/1/cave.png',
  role: 'image',
  width: 672,
  height: 384,
  bytes: 900,
  sha256: 'cd'.repeat(32),
};

function candidate(number: number, overrides: Partial<ManifestCandidate>): ManifestCandidate {
  return { number, seed: 7 + number, chosen: false, cost: { usd: 0.006 }, gates: [], files: [], ...overrides };
}

const MANIFEST = {
  limner: '0.1.0',
  pack: HOSTILE,
  run: 'run-1',
  startedAt: '2026-01-02T03:04:05.000Z',
  finishedAt: '2026-01-02T03:04:17.500Z',
  cost: { usd: 0.0123 },
  calls: 5,
};

const BASE: Omit<ManifestAsset, 'id'> = {
  type: 'entity',
  status: 'done',
  cached: false,
  provider: 'painter',
  seed: 7,
  prompt: 'a cute green slime monster, side view, pixel art',
  negativePrompt: 'blurry, text',
  attempts: 1,
  calls: 1,
  polls: 0,
  cost: { usd: 0 },
  timings: { generateMs: 12, finishMs: 3 },
  gates: [{ name: 'size', status: 'pass', message: '64 × 64 as asked' }],
  files: [],
};

const WARNING = { name: 'margin', status: 'warn', message: 'The subject touches the left edge.' } as const;
const BLANK = {
  name: 'blank',
  status: 'fail',
  message: 'The picture is blank: every pixel has the same colour.',
} as const;
const FAILURE = {
  code: 'LIMNER_CALL_FAILED',
  message: 'The endpoint ran out of memory.',
  next: 'Run the command again: only what is missing is made.',
} as const;

const HERO: SheetMetadata = {
  id: 'hero',
  kind: 'sprite',
  image: 'hero.png',
  width: 256,
  height: 64,
  layout: {
    type: 'strip',
    direction: 'horizontal',
    frameCount: 4,
    cellWidth: 64,
    cellHeight: 64,
    spacing: 0,
    margin: 0,
  },
  entries: Object.fromEntries(WALK.map((key, index) => [key, { x: index * 64, y: 0, width: 64, height: 64 }])),
  animations: {
    walk: { frames: WALK, fps: 12, loop: true },
    [HOSTILE]: { frames: WALK.slice(2), fps: 4, loop: false },
  },
};

const FOREST: ParallaxMetadata = {
  id: 'forest',
  width: 480,
  height: 270,
  loop: 'x',
  layers: ['sky', 'pines', 'ferns'].map((name, index) => ({
    index,
    name,
    image: `forest-layer-${index}.png`,
    depth: index / 2,
    speed: index / 2,
  })),
};

/** Discs that differ from cell to cell, on transparency: enough to see a frame change. */
function discs(width: number, height: number, hue: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const cell = Math.floor(x / 64);
      const isInside = Math.hypot((x % 64) - 32, (y % 64) - 32) < 18 + 4 * (cell % 4);
      if (isInside)
        rgba.set([(hue + cell * 40) % 256, (90 + hue * 3) % 256, (220 - hue) & 255, 255], (y * width + x) * 4);
    }
  }
  return encodePng({ width, height, rgba });
}
