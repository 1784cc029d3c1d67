import { hashJson } from '../../hash.ts';
import { LimnerError } from '../../errors.ts';
import type { CanvasPolicy } from '../../guide/canvas.ts';
import { ASSET_TYPES, type AssetType } from '../../pack/pack.ts';
import type { Capabilities, Making } from '../provider.ts';
import type { ScenarioApi } from './api.ts';
import type { Models } from './models.ts';
import type { ScenarioSettings } from './options.ts';
import { type RemoteModel, findInput } from './remote-model.ts';
import { legacyModel } from './legacy.ts';
import { WORKFLOW_WORDS, startOf } from './translate.ts';

/** Raised whenever the same job would be another request. */
const REQUESTS_VERSION = 1;

/** What the account has of the models that are asked for: each model, or why it cannot be used. */
export interface ModelFindings {
  readonly paint: Finding;
  readonly removal: Finding;
  readonly layers: Finding;
}

export type Finding = RemoteModel | { readonly lack: string };

/** Which models the keys open. Asks, and spends nothing. @throws when the account itself cannot be asked */
export async function findModels(
  {
    api,
    models,
    settings,
  }: { readonly api: ScenarioApi; readonly models: Models; readonly settings: ScenarioSettings },
  signal: AbortSignal,
): Promise<ModelFindings> {
  await api.greet(signal);
  const find = async (id: string): Promise<Finding> => {
    try {
      return await models.read(id, signal);
    } catch (error) {
      if (error instanceof LimnerError && MISSING.has(error.code)) return { lack: error.message.replace(/\.$/, '') };
      throw error;
    }
  };
  const { paint, removal, layers } = settings.models;
  if (settings.isLegacy) {
    return { paint: legacyModel('img2img'), removal: legacyModel('remove-background'), layers: await find(layers) };
  }
  const [painter, remover, decomposer] = await Promise.all([find(paint), find(removal), find(layers)]);
  return { paint: painter, removal: remover, layers: decomposer };
}

/** The account works, as it has greeted: what it does not give is this one model. */
const MISSING: ReadonlySet<string> = new Set(['LIMNER_CAPABILITY_MISSING', 'LIMNER_KEY_REFUSED']);

/** What the account can do, in the words of a provider. */
export function capabilitiesOf(found: ModelFindings, settings: ScenarioSettings): Omit<Capabilities, 'concurrency'> {
  const sides = 'lack' in found.paint ? ANY_CANVAS : canvasOf(found.paint);
  const canvas = { ...sides, targetPixels: settings.targetPixels };
  const cannot: { [type in AssetType]?: string } = {};
  const makings: { [type in AssetType]?: Making } = {};
  for (const type of ASSET_TYPES) {
    const lack = lackOf(type, found);
    if (lack === undefined) makings[type] = makingOf(type, canvas, settings);
    else cannot[type] = lack;
  }
  return {
    canvas,
    alpha: 'removed',
    layers: 'together',
    cannot,
    makings,
    version: versionOf(settings, ['paint', 'removal', 'layers']),
  };
}

type Role = keyof ModelFindings;

/** Which models a type takes, and whether it starts from a guide. */
const NEEDS: { readonly [type in AssetType]: { readonly roles: readonly Role[]; readonly guided: boolean } } = {
  entity: { roles: ['paint', 'removal'], guided: true },
  background: { roles: ['paint'], guided: false },
  title_hero: { roles: ['paint', 'removal'], guided: false },
  parallax: { roles: ['paint', 'layers'], guided: false },
  sheet: { roles: ['paint', 'removal'], guided: true },
};

function lackOf(type: AssetType, found: ModelFindings): string | undefined {
  const { roles, guided } = NEEDS[type];
  for (const role of roles) {
    const finding = found[role];
    if ('lack' in finding) return finding.lack;
    const field =
      role === 'paint' ? ['prompt', 'width', 'height'].find((name) => !findInput(finding, name)) : undefined;
    if (field !== undefined) return `${finding.name} takes no ${field}, which limner cannot paint without`;
    if (role !== 'paint' && startOf(finding) === undefined) return `${finding.name} takes no picture`;
    if (role === 'layers' && !findInput(finding, 'numLayers')) return `${finding.name} takes no number of layers`;
    if (role === 'paint' && guided && startOf(finding) === undefined)
      return `${finding.name} takes no picture to start from, and shapes and cells are told by one`;
  }
  return undefined;
}

const ANY_CANVAS: CanvasPolicy = { multipleOf: 16, minSide: 128, maxSide: 2048 };

/** What both sides of a model's canvas allow. */
function canvasOf(model: RemoteModel): CanvasPolicy {
  const sides = ['width', 'height'].map((name) => findInput(model, name));
  const multipleOf = Math.max(1, ...sides.map((side) => side?.step ?? 1));
  const minSide = Math.max(multipleOf, ...sides.map((side) => side?.min ?? ANY_CANVAS.minSide));
  const maxSide = Math.min(...sides.map((side) => side?.max ?? ANY_CANVAS.maxSide));
  return { multipleOf, minSide, maxSide };
}

function makingOf(type: AssetType, canvas: CanvasPolicy, settings: ScenarioSettings): Making {
  const { roles } = NEEDS[type];
  const others = roles.filter((role) => role !== 'paint').map((role) => settings.models[role]);
  const profile = [settings.models.paint, ...settings.loras.map(({ id }) => id), ...others].join(' + ');
  const version = versionOf(settings, roles);
  return { canvas, alpha: 'removed', layers: 'together', version, profile, workflow: WORKFLOW_WORDS[type] };
}

/** What decides the pixels, prices and names aside. */
function versionOf({ models, loras, inputs, isLegacy }: ScenarioSettings, roles: readonly Role[]): string {
  const used = roles.map((role) => models[role]);
  return hashJson({ requests: REQUESTS_VERSION, used, loras, inputs, isLegacy }).slice(0, 16);
}
