import { type WorkflowType, WORKFLOW_TYPES, catalogueEntry, hasRole } from './catalogue.ts';
import { PROFILES } from './profiles/index.ts';
import { REMOVALS } from './removals/index.ts';

export interface WorkflowName {
  readonly type: WorkflowType;
  /** `none` where nothing is painted. */
  readonly profile: string;
  /** `none` where the background stays, or is cut away by limner itself. */
  readonly removal: string;
}

/** Every workflow there is: type × profile × removal, the preferred ones first. */
export function listWorkflows(): readonly WorkflowName[] {
  return WORKFLOW_TYPES.flatMap((type) =>
    profilesOf(type).flatMap((profile) => removalsOf(type).map((removal) => ({ type, profile, removal }))),
  );
}

/** The profiles a workflow can be compiled for, the preferred one first. */
export function profilesOf(type: WorkflowType): readonly string[] {
  const entry = catalogueEntry(type);
  if (!hasRole(entry, 'Model')) return ['none'];
  return PROFILES.filter(({ makes }) => makes === entry.makes).map(({ name }) => name);
}

export function removalsOf(type: WorkflowType): readonly string[] {
  const entry = catalogueEntry(type);
  if (!hasRole(entry, 'RemoveBackground')) return ['none'];
  return REMOVALS.filter(({ cut }) => cut !== undefined || hasRole(entry, 'Model')).map(({ name }) => name);
}
