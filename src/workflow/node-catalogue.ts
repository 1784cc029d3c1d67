/** What a ComfyUI server can do: its answer to `GET /object_info`, class name → node. */
export type NodeCatalogue = { readonly [className: string]: NodeInfo };

/** One node class. Both generations of nodes stand side by side; keys that do not bear on validation are left out here. */
export interface NodeInfo {
  readonly input: {
    readonly required?: NodeInputs;
    readonly optional?: NodeInputs;
    readonly hidden?: { readonly [name: string]: unknown };
  };
  /** Output types by slot; an old-style combo output is the list of its options. */
  readonly output: readonly (string | readonly unknown[])[];
  readonly output_node: boolean;
  readonly display_name?: string | null;
  readonly python_module?: string;
}

export type NodeInputs = { readonly [name: string]: InputSpec };

/** `[TYPE, options?]`; an old-style combo has its list of values in place of the type. */
export type InputSpec = readonly [string | readonly unknown[], InputOptions?];

export interface InputOptions {
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly multiselect?: boolean;
  /** New-style combos list strings; dynamic combos list `{key, inputs}`. */
  readonly options?: readonly unknown[];
  readonly template?: unknown;
  readonly [key: string]: unknown;
}
