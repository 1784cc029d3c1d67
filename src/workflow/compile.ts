import { type CatalogueEntry, WORKFLOW_TYPES, type WorkflowType, catalogueEntry, hasRole } from './catalogue.ts';
import { type WorkflowOptions, checkOptions, invalid, unknownName } from './compile-options.ts';
import type { CompiledWorkflow, WorkflowOutput } from './compiled-workflow.ts';
import { expandRoles } from './expand.ts';
import { findSlots } from './find-slots.ts';
import type { ModelFile, Profile } from './profile.ts';
import { PROFILES, findProfile } from './profiles/index.ts';
import type { Removal } from './removal.ts';
import { NO_REMOVAL, REMOVALS, findRemoval } from './removals/index.ts';
import { keepGuide } from './keep-guide.ts';
import { isSlotName } from './slots.ts';
import { asMark } from './marks.ts';

export interface WorkflowWish {
  readonly type: WorkflowType;
  /** A name of `PROFILES`; without meaning where nothing is painted. */
  readonly profile: string;
  /** A name of `REMOVALS`; without meaning where nothing is cut out. */
  readonly removal: string;
  readonly options?: WorkflowOptions;
}

/**
 * Fills the roles of a catalogue workflow with the nodes of a profile and of a removal. Pure: the same wish gives the same graph,
 * and loaders with the same files are equal to the letter, so that a server keeps them in memory from asset to asset.
 * Throws `LIMNER_WORKFLOW_INVALID` for a wish that cannot be.
 */
export function compileWorkflow({
  type,
  profile: profileName,
  removal: removalName,
  options: asked = {},
}: WorkflowWish): CompiledWorkflow {
  if (!WORKFLOW_TYPES.includes(type)) throw unknownName('workflow', type, WORKFLOW_TYPES);
  const entry = catalogueEntry(type, asked.guide ?? true);
  const options = hasRole(entry, 'Control') ? asked : { ...asked, control: false };
  const profile = hasRole(entry, 'Model') ? profileFor(entry, type, profileName) : undefined;
  const wished = removalFor(removalName);
  const removal = hasRole(entry, 'RemoveBackground') && options.transparent !== false ? wished : NO_REMOVAL;
  checkOptions(options, { profile, removal: wished });
  if (!profile && removal.cut === undefined) throw invalid(`${type} needs a removal.`, 'Choose one with --removal.');
  const models = modelsOf(profile, removal, options);
  const settings = { ...profile?.settings, ...profile?.control?.settings, ...chosen(options) };
  const graph = expandRoles(
    entry.graph,
    { profile, removal, options },
    { settings, files: Object.fromEntries(Object.entries(models).map(([key, { name }]) => [key, name])) },
  );
  const denoise = keepGuide(entry.defaults?.denoise ?? 0.9, settings.steps ?? 1);
  const slots = findSlots(graph, { denoise });
  const possible = findSlots(entry.graph, {});
  return {
    type,
    profile: profile?.name ?? 'none',
    removal: removal.name,
    graph,
    slots,
    ignored: possible.map(({ name }) => name).filter((name) => !slots.some((slot) => slot.name === name)),
    outputs: outputsOf(entry, type, removal),
    models: Object.values(models),
  };
}

function profileFor(entry: CatalogueEntry, type: string, name: string): Profile {
  const able = PROFILES.filter(({ makes }) => makes === entry.makes);
  const profile = findProfile(name);
  if (!profile)
    throw unknownName(
      'profile',
      name,
      able.map((candidate) => candidate.name),
    );
  if (profile.makes === entry.makes) return profile;
  throw invalid(
    `The profile ${name} cannot make ${type}.`,
    `Choose one of ${able.map((candidate) => candidate.name).join(', ')}.`,
  );
}

function removalFor(name: string): Removal {
  const removal = findRemoval(name);
  if (!removal)
    throw unknownName(
      'removal',
      name,
      REMOVALS.map((candidate) => candidate.name),
    );
  return removal;
}

function modelsOf(
  profile: Profile | undefined,
  removal: Removal,
  { files = {}, control }: WorkflowOptions,
): { readonly [key: string]: ModelFile } {
  const needed = { ...profile?.files, ...(control ? profile?.control?.files : {}), ...removal.files };
  return Object.fromEntries(
    Object.entries(needed).map(([key, file]) => [key, { ...file, name: files[key] ?? file.name }]),
  );
}

/** The options that are settings of the sampler or the ControlNet. */
function chosen(options: WorkflowOptions): Partial<Profile['settings']> {
  const names = ['steps', 'cfg', 'sampler', 'scheduler', 'guidance', 'shift', 'controlStrength'] as const;
  return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}

function outputsOf(entry: CatalogueEntry, type: string, removal: Removal): readonly WorkflowOutput[] {
  return Object.entries(entry.graph).flatMap(([node, { class_type, inputs }]): readonly WorkflowOutput[] => {
    const mark = asMark(inputs['filename_prefix']);
    if (class_type !== 'SaveImage' || !mark || !isSlotName(mark.name)) return [];
    const role = entry.makes === 'layers' ? 'layers' : type === 'parallax-layer' ? 'layer' : 'image';
    return [{ name: node, node, prefixSlot: mark.name, role, rgba: role === 'layers' || removal.cut !== undefined }];
  });
}
