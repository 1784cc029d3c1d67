import type { InputSpec, NodeCatalogue, NodeInfo, NodeInputs } from '../workflow/node-catalogue.ts';
import { readCatalogueFile } from './read-catalogue.ts';

/**
 * Workers to rehearse with: `base` is the official image without a model, `flux1-dev-fp8` the official image with that one
 * checkpoint and nothing to remove backgrounds with, `custom` an image with all that the catalogue's workflows need.
 */
export const CAPABILITY_PRESETS = {
  base: () => officialImage([]),
  'flux1-dev-fp8': () => officialImage(['flux1-dev-fp8.safetensors']),
  custom: () => customImage(),
} as const satisfies { readonly [name: string]: () => NodeCatalogue };

export type CapabilityPreset = keyof typeof CAPABILITY_PRESETS;

/** What another server can do: its answer to `GET /object_info`, saved in a file. Throws `LIMNER_USAGE`. */
export function fromObjectInfo(file: string): NodeCatalogue {
  return readCatalogueFile(file);
}

/** The worker that was recorded is of a ComfyUI that removes backgrounds; the official images' is older. */
const REMOVAL_CLASSES = ['LoadBackgroundRemovalModel', 'RemoveBackground'];
const REMOVAL_PACKS = ['custom_nodes.ComfyUI-RMBG', 'custom_nodes.ComfyUI_BiRefNet_ll'];
/** Placeholders of the recording that no worker has. */
const PLACEHOLDERS = ['tiny_flux_random.safetensors', 'taef1', 'mask_l.png', 'ref_rgb.png', 'ref_rgba.png'];

function officialImage(models: readonly string[]): NodeCatalogue {
  const classes = Object.entries(recorded('core')).filter(([name]) => !REMOVAL_CLASSES.includes(name));
  return keepOptions(Object.fromEntries(classes), (option) => !isModelFile(option) || models.includes(option));
}

function customImage(): NodeCatalogue {
  const packs = Object.entries(recorded('packs')).filter(([, { python_module: module = '' }]) =>
    REMOVAL_PACKS.includes(module),
  );
  return keepOptions({ ...recorded('core'), ...Object.fromEntries(packs) }, () => true);
}

function recorded(name: 'core' | 'packs'): NodeCatalogue {
  return readCatalogueFile(new URL(`data/object-info-${name}.json.gz`, import.meta.url));
}

function isModelFile(option: string): boolean {
  return /\.(safetensors|pth|pt|ckpt|bin)$/.test(option);
}

/** The catalogue with only those options in its combos that `keeps` lets pass, and without placeholders. */
function keepOptions(catalogue: NodeCatalogue, keeps: (option: string) => boolean): NodeCatalogue {
  const isKept = (option: unknown): boolean =>
    typeof option !== 'string' || (!PLACEHOLDERS.includes(option) && keeps(option));
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, info]) => [name, { ...info, input: filterInput(info.input, isKept) }]),
  );
}

type Keep = (option: unknown) => boolean;

function filterInput(input: NodeInfo['input'], isKept: Keep): NodeInfo['input'] {
  return {
    ...input,
    ...(input.required ? { required: filterInputs(input.required, isKept) } : {}),
    ...(input.optional ? { optional: filterInputs(input.optional, isKept) } : {}),
  };
}

function filterInputs(inputs: NodeInputs, isKept: Keep): NodeInputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, spec]) => [name, filterSpec(spec, isKept)]));
}

/** Both generations of combos list their options in their own place. */
function filterSpec([type, options]: InputSpec, isKept: Keep): InputSpec {
  const kept = typeof type === 'string' ? type : type.filter(isKept);
  if (!options) return [kept];
  return [kept, options.options ? { ...options, options: options.options.filter(isKept) } : options];
}
