import type { WorkflowGraph } from '../../workflow/graph.ts';

/** What shall go wrong inside an engine. */
export type EngineFault =
  | {
      readonly kind: 'exception';
      /** As Python names it, like `torch.OutOfMemoryError`. */
      readonly type: string;
      readonly message: string;
      /** Raised by the first node of this class; by the first sampler or saver when absent. */
      readonly classType?: string;
    }
  /** The worker thread dies: the prompt stays running and nothing after it starts. */
  | { readonly kind: 'worker-death' };

/** Asked once for each prompt that is about to run. */
export type FaultPlan = (prompt: {
  readonly promptId: string;
  readonly graph: WorkflowGraph;
}) => EngineFault | undefined;

export const OUT_OF_MEMORY: EngineFault = {
  kind: 'exception',
  type: 'torch.OutOfMemoryError',
  message:
    'CUDA out of memory. Tried to allocate 2.53 GiB. GPU 0 has a total capacity of 23.53 GiB of which 1.12 GiB is free.',
};
