import { ownWorkflowKey } from '../pack/list-workflows.ts';
import { ASSET_TYPES, type AssetType, type WorkflowSettings, type WorkflowSpec } from '../pack/pack.ts';
import { workflowSettings } from '../pack/workflow-settings.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import type { FitWish, FitWishes } from './fit-endpoint.ts';

export interface WishSources {
  /** The workflows that the pack names, by `ownWorkflowKey`. */
  readonly own?: ReadonlyMap<string, CompiledWorkflow>;
  /** Profiles that beat the pack's, by type; `default` for all others. */
  readonly profiles?: { readonly [type in AssetType | 'default']?: string };
}

/** What a pack wishes of the servers that paint for it, as plain JSON for the `wishes` of their providers. */
export function workflowWishes(spec: WorkflowSpec, { own = new Map(), profiles = {} }: WishSources = {}): FitWishes {
  const assets = ASSET_TYPES.map((type) => {
    const settings = workflowSettings(spec, type);
    const profile = profiles[type] ?? profiles.default;
    return [type, profile === undefined ? wishOf(settings, own) : wishOf(withProfile(settings, profile), own)] as const;
  });
  return { assets: Object.fromEntries(assets.filter(([, wish]) => Object.keys(wish).length > 0)) };
}

/** Another profile takes the place of the pack's, and of a workflow of the user's own. */
function withProfile({ file: _file, slots: _slots, ...settings }: WorkflowSettings, profile: string): WorkflowSettings {
  return { ...settings, profile };
}

function wishOf(settings: WorkflowSettings, own: ReadonlyMap<string, CompiledWorkflow>): FitWish {
  const { profile, removal, file, slots, ...options } = settings;
  if (file !== undefined && slots !== undefined) {
    const workflow = own.get(ownWorkflowKey({ file, slots }));
    if (!workflow) throw new TypeError(`The workflow ${file} was not read.`);
    return { own: workflow };
  }
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(removal === undefined ? {} : { removal }),
    ...(Object.keys(options).length > 0 ? { options } : {}),
  };
}
