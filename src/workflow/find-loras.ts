import type { Lora } from './compile-options.ts';
import type { EndpointFacts } from './endpoint-facts.ts';
import { type MissingModel, findFiles } from './find-files.ts';

const LOADERS = ['LoraLoaderModelOnly', 'LoraLoader'] as const;

export interface FoundLoras {
  /** As the endpoint calls them. */
  readonly loras: readonly Lora[];
  readonly missing: readonly MissingModel[];
}

/** Looks for LoRAs among those the endpoint lists. One that has more than it lists is believed to have them. */
export function findLoras(wanted: readonly Lora[], facts: EndpointFacts): FoundLoras {
  const loader = LOADERS.find((name) => facts.models[`${name}.lora_name`]) ?? LOADERS[0];
  const { names = [], count = 0 } = facts.models[`${loader}.lora_name`] ?? {};
  if (count > names.length) return { loras: wanted, missing: [] };
  const found = wanted.map((lora) => {
    const file = { loader, input: 'lora_name', folder: 'loras', name: lora.name, alternatives: [] };
    return { lora, ...findFiles({ lora: file }, facts) };
  });
  return {
    loras: found.map(({ lora, files }) => ({ ...lora, name: files['lora'] ?? lora.name })),
    missing: found.flatMap(({ missing }) => missing),
  };
}
