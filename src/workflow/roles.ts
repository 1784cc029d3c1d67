import type { Lora, WorkflowOptions } from './compile-options.ts';
import type { Fragment, Wires } from './fragment.ts';
import type { Profile } from './profile.ts';
import type { Removal } from './removal.ts';
import { plainDecode, tiledDecode, tiledModel } from './tiling.ts';

/** All that decides how a role is filled. */
export interface RoleContext {
  /** Absent in a workflow that paints nothing. */
  readonly profile: Profile | undefined;
  readonly removal: Removal;
  readonly options: WorkflowOptions;
}

interface Role {
  /** What it gives, by output slot. */
  readonly outputs: readonly string[];
  /** The fragments behind it; none: what comes in goes out. */
  fragments(context: RoleContext, wires: Wires): readonly Fragment[];
}

/** The classes `limner/…` of the catalogue. */
export const ROLES: { readonly [name: string]: Role } = {
  Model: { outputs: ['model', 'clip', 'vae'], fragments: (context) => modelFragments(context) },
  Prompt: { outputs: ['positive', 'negative'], fragments: (context) => [profileOf(context).prompt] },
  EmptyLatent: { outputs: ['latent'], fragments: (context) => [profileOf(context).latent] },
  Control: {
    outputs: ['model', 'positive', 'negative'],
    fragments: ({ profile, options }) => (options.control && profile?.control ? [profile.control.apply] : []),
  },
  Sample: {
    outputs: ['latent'],
    fragments: (context, { denoise }) => [denoise === 1 ? profileOf(context).sample : profileOf(context).resample],
  },
  Decode: {
    outputs: ['image'],
    fragments: ({ options: { tiling = 'none' } }) => [tiling === 'none' ? plainDecode : tiledDecode(tiling)],
  },
  RemoveBackground: {
    outputs: ['image'],
    fragments: ({ removal, options }) => (removal.cut && options.transparent !== false ? [removal.cut] : []),
  },
};

function modelFragments(context: RoleContext): readonly Fragment[] {
  const profile = profileOf(context);
  const { loras = [], tiling = 'none' } = context.options;
  return [
    profile.load,
    ...loras.map((lora, index) => loraFragment(lora, index, profile.loras)),
    ...(profile.patch ? [profile.patch] : []),
    ...(tiling === 'none' ? [] : [tiledModel(tiling)]),
  ];
}

function loraFragment(
  { name, strength = 1, clipStrength = strength }: Lora,
  index: number,
  kind: Profile['loras'],
): Fragment {
  const id = `lora${index + 1}`;
  const meta = { title: `LoRA ${index + 1}` };
  const inputs = { model: { $in: 'model' }, lora_name: name, strength_model: strength };
  return kind === 'model'
    ? { nodes: { [id]: { class_type: 'LoraLoaderModelOnly', inputs, _meta: meta } }, outputs: { model: [id, 0] } }
    : {
        nodes: {
          [id]: {
            class_type: 'LoraLoader',
            inputs: { ...inputs, clip: { $in: 'clip' }, strength_clip: clipStrength },
            _meta: meta,
          },
        },
        outputs: { model: [id, 0], clip: [id, 1] },
      };
}

function profileOf({ profile }: RoleContext): Profile {
  if (!profile) throw new TypeError('A workflow that paints needs a profile.');
  return profile;
}
