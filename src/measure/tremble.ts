/** How a number trembles from frame to frame. */
export interface Trembling {
  /** By frame; absent where it cannot be told. */
  readonly off: readonly (number | undefined)[];
  /** Root mean square. */
  readonly size: number;
  readonly count: number;
}

/** Noise of equal size in three frames makes their second difference larger by this. */
const NOISE_GAIN = Math.sqrt(1.5);

/** How far each frame's number lies from half way between those of the frames before and after. */
export function tremble(path: readonly number[], isLoop: boolean): Trembling {
  const off = path.map((_, index) => departure(path, index, isLoop));
  const counted = off.filter((value) => value !== undefined);
  const squares = counted.reduce((sum, value) => sum + value * value, 0);
  return { off, size: Math.sqrt(squares / Math.max(1, counted.length)), count: counted.length };
}

/** Of several numbers of one subject that which trembles least: limbs move one of them, the whole subject all. */
export function steadiest(frames: readonly (readonly [number, ...number[]])[], isLoop: boolean): Trembling {
  const all = (frames[0] ?? [0]).map((_, mark) =>
    tremble(
      frames.map((frame) => frame[mark] ?? 0),
      isLoop,
    ),
  );
  return all.reduce((least, next) => (next.size < least.size ? next : least));
}

/** The ends of what does not loop have none. */
function departure(path: readonly number[], index: number, isLoop: boolean): number | undefined {
  const count = path.length;
  const here = path[index];
  const before = path[isLoop ? (index + count - 1) % count : index - 1];
  const after = path[isLoop ? (index + 1) % count : index + 1];
  if (count < 2 || here === undefined || before === undefined || after === undefined) return undefined;
  return ((before + after) / 2 - here) / (count === 2 ? Math.SQRT2 : NOISE_GAIN);
}
