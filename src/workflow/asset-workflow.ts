import type { AssetType } from '../pack/pack.ts';
import type { WorkflowType } from './catalogue.ts';
import { compileWorkflow } from './compile.ts';
import type { WorkflowOptions } from './compile-options.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import { profilesOf, removalsOf } from './list.ts';

/** Which workflow makes an asset. A parallax is one call a layer: its count, size and order are then ours to choose. */
export const WORKFLOW_FOR_ASSET: { readonly [type in AssetType]: WorkflowType } = {
  entity: 'entity',
  background: 'background',
  title_hero: 'title-hero',
  parallax: 'parallax-layer',
  sheet: 'sheet',
};

/**
 * The workflow for an asset type, with slots to fill; the preferred profile and removal unless others are named.
 * Throws `LIMNER_WORKFLOW_INVALID`.
 */
export function getWorkflowForAssetType(
  assetType: AssetType,
  choice: { readonly profile?: string; readonly removal?: string; readonly options?: WorkflowOptions } = {},
): CompiledWorkflow {
  const type = WORKFLOW_FOR_ASSET[assetType];
  const { profile = profilesOf(type)[0] ?? 'none', removal = removalsOf(type)[0] ?? 'none', options = {} } = choice;
  return compileWorkflow({ type, profile, removal, options });
}
