import type { Fragment } from '../fragment.ts';
import type { WorkflowNode } from '../graph.ts';

const positive = encode('text', 'Prompt');

/** For cfg 1: a negative prompt would have no effect, but the sampler's input must be linked. */
export const withoutNegative: Fragment = {
  nodes: { positive, negative: zeroed('positive') },
  outputs: { positive: ['positive', 0], negative: ['negative', 0] },
};

/** Flux.1 dev is steered by a guidance that was distilled into it, not by cfg. */
export const guided: Fragment = {
  nodes: {
    positive,
    guidance: {
      class_type: 'FluxGuidance',
      inputs: { conditioning: ['positive', 0], guidance: { $set: 'guidance' } },
      _meta: { title: 'Guidance' },
    },
    negative: zeroed('positive'),
  },
  outputs: { positive: ['guidance', 0], negative: ['negative', 0] },
};

export const withNegative: Fragment = {
  nodes: { positive, negative: encode('negative', 'Negative prompt') },
  outputs: { positive: ['positive', 0], negative: ['negative', 0] },
};

function encode(wire: string, title: string): WorkflowNode {
  return {
    class_type: 'CLIPTextEncode',
    inputs: { text: { $in: wire }, clip: { $in: 'clip' } },
    _meta: { title },
  };
}

function zeroed(id: string): WorkflowNode {
  return {
    class_type: 'ConditioningZeroOut',
    inputs: { conditioning: [id, 0] },
    _meta: { title: 'No negative prompt' },
  };
}
