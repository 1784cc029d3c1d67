import type { WorkflowGraph } from '../../../workflow/graph.ts';

/** A prompt in the queue. */
export interface PromptItem {
  /** Lower ones run first. */
  readonly number: number;
  readonly promptId: string;
  readonly graph: WorkflowGraph;
  /** As it was sent, with `client_id` and `create_time` added by the server. */
  readonly extraData: Readonly<Record<string, unknown>>;
  readonly outputs: readonly string[];
  readonly clientId?: string;
}
