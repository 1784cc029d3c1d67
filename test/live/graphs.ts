import type { WorkflowGraph } from '../../src/workflow/graph.ts';

/** Graphs of nodes that every ComfyUI has, with no model: a plain picture, scaled. `colour` keeps it out of the cache. */
export function plainGraph(prefix: string, colour: number): WorkflowGraph {
  return {
    make: {
      class_type: 'EmptyImage',
      inputs: { width: 64, height: 48, batch_size: 1, color: colour },
      _meta: { title: 'Make' },
    },
    scale: {
      class_type: 'ImageScale',
      inputs: { image: ['make', 0], upscale_method: 'nearest-exact', width: 128, height: 96, crop: 'disabled' },
      _meta: { title: 'Scale' },
    },
    save: {
      class_type: 'SaveImage',
      inputs: { images: ['scale', 0], filename_prefix: prefix },
      _meta: { title: 'Save' },
    },
  };
}

/** The same from an uploaded file. */
export function loadingGraph(prefix: string, file: string): WorkflowGraph {
  const load = { class_type: 'LoadImage', inputs: { image: file }, _meta: { title: 'Load' } };
  return { ...plainGraph(prefix, 0), make: load };
}

/** A graph that is busy for a while: each node is a place where it can be interrupted. */
export function longGraph(prefix: string, colour: number, nodes = 40): WorkflowGraph {
  const { make, scale, save, ...none } = plainGraph(prefix, colour);
  if (!make || !scale || !save) throw new Error('The plain graph has other nodes.');
  const scaled = (from: string, side: number) => ({
    ...scale,
    inputs: { ...scale.inputs, image: [from, 0] as const, upscale_method: 'lanczos', width: side, height: side },
  });
  const chain = Array.from(
    { length: nodes },
    (_, i) => [`scale${i}`, scaled(i === 0 ? 'make' : `scale${i - 1}`, 1024 + (i % 2) * 512)] as const,
  );
  const end = { ...save, inputs: { ...save.inputs, images: [`scale${nodes - 1}`, 0] as const } };
  return { ...none, make, ...Object.fromEntries(chain), save: end };
}

/**
 * What servers refuse, each in another way, and two graphs that they take. None of them harms a server: a link from an unknown input into
 * nowhere, which kills its worker, is not among them.
 */
export function doubtfulGraphs(prefix: string, colour: number): Readonly<Record<string, unknown>> {
  const good = plainGraph(prefix, colour);
  const scaleWith = (inputs: object): object => ({
    ...good,
    scale: { ...good['scale'], inputs: { ...good['scale']?.inputs, ...inputs } },
  });
  const makeWith = (inputs: object): object => ({
    ...good,
    make: { ...good['make'], inputs: { ...good['make']?.inputs, ...inputs } },
  });
  const { save: _save, ...unsaved } = good;
  return {
    'a good graph': good,
    'numbers as texts': makeWith({ width: '64', height: 48.9 }),
    'an empty graph': {},
    'no output': unsaved,
    'an unknown class': { ...good, extra: { class_type: 'NoSuchNode', inputs: {}, _meta: { title: 'Extra' } } },
    'no class': { ...good, extra: { inputs: {}, _meta: { title: 'Extra' } } },
    'a missing input': { ...good, scale: { ...good['scale'], inputs: { image: ['make', 0] } } },
    'a link of three': scaleWith({ image: ['make', 0, 0] }),
    'a link of the wrong type': scaleWith({ width: ['make', 0] }),
    'too large a number': makeWith({ width: 1_000_000 }),
    'too small a number': makeWith({ width: 0 }),
    'no number': makeWith({ width: 'wide' }),
    'an unknown choice': scaleWith({ upscale_method: 'magic' }),
    'a circle': scaleWith({ image: ['scale', 0] }),
    'one good output and one bad': { ...good, other: { ...good['save'], inputs: { filename_prefix: prefix } } },
  };
}
