import type { AssetType, WorkflowSettings, WorkflowSpec } from './pack.ts';

/**
 * What holds for an asset type: its own settings over those for all types. One that has settings of its own but no file goes back to
 * limner's own workflows; one that has a file has nothing else.
 */
export function workflowSettings(spec: WorkflowSpec, type: AssetType): WorkflowSettings {
  const { entity, background, title_hero, parallax, sheet, ...all } = spec;
  const own = { entity, background, title_hero, parallax, sheet }[type];
  if (!own) return all;
  if (own.file !== undefined) return own;
  const { file: _file, slots: _slots, ...ours } = all;
  return { ...ours, ...own };
}
