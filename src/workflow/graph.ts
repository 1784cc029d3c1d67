/**
 * A ComfyUI graph in API format, as `POST /prompt` takes it: node id → node. Ids are strings of any kind; JSON numbers in
 * links are refused by the server.
 */
export type WorkflowGraph = { readonly [id: string]: WorkflowNode };

export interface WorkflowNode {
  readonly class_type: string;
  readonly inputs: { readonly [name: string]: InputValue };
  /** Always sent: the server names nodes by their title, and rewrites removed classes only where it is there. */
  readonly _meta?: { readonly title: string };
}

/** What another node gives: `[node id, output slot]`. Every JSON array is taken for one. */
export type Link = readonly [string, number];

/** A widget's value, or a link. A list literal is wrapped as `{__value__: […]}`. */
export type InputValue =
  | string
  | number
  | boolean
  | null
  | Link
  | readonly InputValue[]
  | { readonly [key: string]: InputValue };
