import { nearest } from '../pack/nearest.ts';
import type { AssetType } from '../pack/pack.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import { type EndpointFacts, hasNode } from './endpoint-facts.ts';
import type { AssetFit } from './fit-endpoint.ts';
import type { Missing } from './look-for.ts';
import { packOf } from './node-packs.ts';
import { PROFILES } from './profiles/index.ts';

/** Painted over a picture of ours; all others start from words. */
const GUIDED: readonly AssetType[] = ['entity', 'sheet'];

/** Whether an endpoint has what a user's own workflow names, as far as it has told. */
export function fitOwn(type: AssetType, own: CompiledWorkflow, facts: EndpointFacts): AssetFit {
  const base = { files: {}, seamless: false, own } as const;
  const loads = own.slots.some(({ name, required }) => name === 'inputImage' && required);
  if (loads && !GUIDED.includes(type)) {
    const reason = `the workflow ${own.type} loads a picture, but a ${type} is painted from words alone`;
    return { ...base, ok: false, outcome: 'C', missing: [], reason };
  }
  const missing = Object.values(own.graph).flatMap((node) => missingOf(node, facts));
  if (missing.length > 0) return { ...base, ok: false, outcome: 'C', missing };
  const isCut = own.outputs.every(({ rgba }) => rgba);
  return {
    ...base,
    ok: true,
    outcome: isCut ? 'A' : 'B',
    profile: own.profile,
    removal: isCut ? own.removal : 'none',
    missing,
  };
}

function missingOf(
  { class_type: name, inputs }: CompiledWorkflow['graph'][string],
  facts: EndpointFacts,
): readonly Missing[] {
  if (hasNode(facts, name) === false) {
    const pack = packOf(name);
    return [{ kind: 'node', name, ...pack }];
  }
  return Object.entries(inputs).flatMap(([input, value]): readonly Missing[] => {
    const listed = facts.models[`${name}.${input}`];
    if (typeof value !== 'string' || !listed || !isFile(value)) return [];
    if (listed.names.includes(value) || listed.names.length < listed.count) return [];
    const near = nearest(value, listed.names);
    return [
      { kind: 'model', name: value, folder: folderOf(name, input), ...(near === undefined ? {} : { nearest: near }) },
    ];
  });
}

/** Other choices are the validator's to judge; pictures are put there with the job. */
function isFile(value: string): boolean {
  return /\.(safetensors|sft|gguf|ckpt|pth?|bin|onnx)$/i.test(value);
}

function folderOf(loader: string, input: string): string {
  const files = PROFILES.flatMap((profile) => [
    ...Object.values(profile.files),
    ...Object.values(profile.control?.files ?? {}),
  ]);
  const known = files.find((file) => file.loader === loader && file.input === input);
  if (known) return known.folder;
  return input === 'lora_name' ? 'loras' : `the folder of ${loader}`;
}
