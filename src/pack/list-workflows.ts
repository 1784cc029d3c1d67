import { ASSET_TYPES, type AssetType, type Pack, type WorkflowSettings } from './pack.ts';
import type { Fault, PackProblem } from './problem.ts';

/** The two files of a user's own workflow, as the pack writes them, and where it does so. */
export interface OwnWorkflowFiles {
  readonly file: string;
  readonly slots: string;
  readonly place: 'workflow' | AssetType;
}

export function listWorkflows({ workflow }: Pack, locate: (fault: Fault) => PackProblem) {
  const places = ['workflow', ...ASSET_TYPES] as const;
  const settingsAt = (place: (typeof places)[number]): WorkflowSettings | undefined =>
    place === 'workflow' ? workflow : workflow[place];
  return {
    workflows: places.flatMap((place): readonly OwnWorkflowFiles[] => {
      const { file, slots } = settingsAt(place) ?? {};
      return file === undefined || slots === undefined ? [] : [{ file, slots, place }];
    }),
    workflowProblem: ({ place }: OwnWorkflowFiles, which: 'file' | 'slots', message: string): PackProblem =>
      locate({ path: place === 'workflow' ? [place, which] : ['workflow', place, which], message }),
  };
}

/** Names the pair of files; the same pair may stand in several places. */
export function ownWorkflowKey({ file, slots }: Pick<OwnWorkflowFiles, 'file' | 'slots'>): string {
  return JSON.stringify([file, slots]);
}
