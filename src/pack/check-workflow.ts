import { checkOptions } from '../workflow/compile-options.ts';
import { findProfile } from '../workflow/profiles/index.ts';
import { NO_REMOVAL } from '../workflow/removals/index.ts';
import { ASSET_TYPES, type AssetType, type WorkflowSettings, type WorkflowSpec } from './pack.ts';
import type { Fault } from './problem.ts';
import type { PathPart } from './source-node.ts';
import { workflowSettings } from './workflow-settings.ts';

/** What no single setting can tell: settings that need or exclude each other, or that the profile does not have. */
export function checkWorkflow(spec: WorkflowSpec): readonly Fault[] {
  const all = checkSettings(spec, spec, ['workflow']);
  const types = ASSET_TYPES.flatMap((type) => {
    const own = spec[type];
    if (!own) return [];
    const path = ['workflow', type];
    return [...checkSettings(own, workflowSettings(spec, type), path), ...checkType(own, type, path)];
  });
  return [...all, ...types];
}

/** `own` is what stands there, `whole` what follows from it. */
function checkSettings(own: WorkflowSettings, whole: WorkflowSettings, path: readonly PathPart[]): readonly Fault[] {
  return [...checkFile(own, path), ...checkProfile(own, whole, path)];
}

function checkFile(own: WorkflowSettings, path: readonly PathPart[]): readonly Fault[] {
  const { file, slots } = own;
  if (file === undefined && slots === undefined) return [];
  if (slots === undefined) return [{ path: [...path, 'file'], point: 'key', message: 'file needs "slots" beside it' }];
  if (file === undefined) return [{ path: [...path, 'slots'], point: 'key', message: 'slots needs "file" beside it' }];
  return OURS.filter((name) => own[name] !== undefined).map((name) => ({
    path: [...path, name],
    point: 'key',
    message: `${name} has no effect beside file: that workflow brings models and settings of its own`,
  }));
}

const SAMPLING = ['steps', 'cfg', 'sampler', 'scheduler', 'guidance', 'shift', 'loras', 'controlStrength'] as const;
const OURS = ['profile', 'removal', 'control', ...SAMPLING] as const;

function checkProfile(own: WorkflowSettings, whole: WorkflowSettings, path: readonly PathPart[]): readonly Fault[] {
  if (own.controlStrength !== undefined && whole.control !== true && whole.file === undefined) {
    const message = 'controlStrength needs "control: true" beside it';
    return [{ path: [...path, 'controlStrength'], point: 'key', message }];
  }
  const profile = whole.file === undefined ? findProfile(whole.profile ?? '') : undefined;
  if (!profile) return [];
  return (['guidance', 'shift', 'control'] as const).flatMap((name): readonly Fault[] => {
    if (own[name] === undefined) return [];
    const wrong = optionFault({ [name]: own[name] }, profile);
    return wrong === undefined ? [] : [{ path: [...path, name], point: 'key', message: wrong }];
  });
}

function optionFault(options: WorkflowSettings, profile: NonNullable<ReturnType<typeof findProfile>>) {
  try {
    checkOptions(options, { profile, removal: NO_REMOVAL });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^The/, 'the').replace(/\.$/, '') : String(error);
  }
}

/** Settings of a single type that could have no effect on it. */
function checkType(own: WorkflowSettings, type: AssetType, path: readonly PathPart[]): readonly Fault[] {
  const faults: Fault[] = [];
  if (type === 'background' && own.removal !== undefined)
    faults.push({
      path: [...path, 'removal'],
      point: 'key',
      message: 'removal has no effect: a background is never cut out',
    });
  if (own.control && type !== 'entity' && type !== 'sheet')
    faults.push({
      path: [...path, 'control'],
      point: 'key',
      message: `control has no effect: a ${type} has no guide to follow`,
    });
  return faults;
}
