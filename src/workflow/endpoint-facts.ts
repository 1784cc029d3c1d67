import type { InputSpec, NodeCatalogue } from './node-catalogue.ts';

/** What is known of a ComfyUI endpoint, as plain JSON: kept from probe to probe. */
export interface EndpointFacts {
  readonly nodes: {
    readonly present: readonly string[];
    readonly absent: readonly string[];
    /** All classes are listed: what is not present is absent. */
    readonly complete: boolean;
  };
  /** By loader and input: `UNETLoader.unet_name`. */
  readonly models: { readonly [loaderInput: string]: ModelNames };
}

export interface ModelNames {
  readonly names: readonly string[];
  /** How many there are. Lists of more than 20 are not shown by a failed job: then `names` holds only those asked for by name. */
  readonly count: number;
}

/** Is the class there? Undefined: nobody has looked. */
export function hasNode({ nodes }: EndpointFacts, className: string): boolean | undefined {
  if (nodes.present.includes(className)) return true;
  return nodes.complete || nodes.absent.includes(className) ? false : undefined;
}

/** Facts from a whole `GET /object_info`. */
export function factsFromCatalogue(catalogue: NodeCatalogue): EndpointFacts {
  const models = Object.entries(catalogue).flatMap(([className, { input }]) =>
    Object.entries({ ...input.required, ...input.optional }).flatMap(([name, spec]): [string, ModelNames][] => {
      const names = choicesOf(spec);
      return names ? [[`${className}.${name}`, { names, count: names.length }]] : [];
    }),
  );
  return {
    nodes: { present: Object.keys(catalogue), absent: [], complete: true },
    models: Object.fromEntries(models),
  };
}

/** The texts of a combo of either generation; undefined for every other input. */
function choicesOf([type, options]: InputSpec): readonly string[] | undefined {
  const choices = typeof type === 'string' ? (type === 'COMBO' ? (options?.options ?? []) : undefined) : type;
  return choices?.filter((choice) => typeof choice === 'string');
}
