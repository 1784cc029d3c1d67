import * as z from 'zod';

/** What of a picture moves: animations of a sheet, by the corners of their frames, or layers that scroll. */
export type Motion =
  | { readonly kind: 'frames'; readonly animations: readonly Animation[] }
  | { readonly kind: 'layers'; readonly loop: 'x' | 'none'; readonly speeds: readonly number[] };

interface Animation {
  readonly name: string;
  readonly fps: number;
  readonly loop: boolean;
  /** `[x, y, width, height]` in pixels of the sheet. */
  readonly frames: readonly (readonly number[])[];
}

/** From the metadata file of a sheet or a parallax; undefined where nothing moves. */
export function readMotion(metadata: unknown): Motion | undefined {
  const sheet = SHEET.safeParse(metadata);
  if (sheet.success) return { kind: 'frames', animations: animationsOf(sheet.data) };
  const parallax = PARALLAX.safeParse(metadata);
  if (!parallax.success) return undefined;
  const { loop, layers } = parallax.data;
  return { kind: 'layers', loop, speeds: layers.toSorted((a, b) => a.index - b.index).map(({ speed }) => speed) };
}

const SHEET = z.object({
  entries: z.record(z.string(), z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
  animations: z.record(
    z.string(),
    z.object({ frames: z.array(z.string()).min(1), fps: z.number().positive(), loop: z.boolean() }),
  ),
});

const PARALLAX = z.object({
  loop: z.enum(['x', 'none']),
  layers: z.array(z.object({ index: z.number(), speed: z.number() })).min(1),
});

function animationsOf({ entries, animations }: z.infer<typeof SHEET>): readonly Animation[] {
  return Object.entries(animations).map(([name, { frames, fps, loop }]) => ({
    name,
    fps,
    loop,
    frames: frames.flatMap((key) => {
      const rect = entries[key];
      return rect ? [[rect.x, rect.y, rect.width, rect.height]] : [];
    }),
  }));
}
