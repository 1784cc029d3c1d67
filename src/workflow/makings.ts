import { hashJson } from '../hash.ts';
import { ASSET_TYPES, type AssetType } from '../pack/pack.ts';
import type { Capabilities, ImageJob, Making } from '../providers/provider.ts';
import { WORKFLOW_FOR_ASSET } from './asset-workflow.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import type { AssetFit, EndpointFit } from './fit-endpoint.ts';
import type { WorkflowChoice } from './job-workflow.ts';
import { findProfile } from './profiles/index.ts';

/** Raised whenever our own workflows would make other pictures of the same job. */
const WORKFLOWS_VERSION = 1;

/** A canvas for types that nothing can be made of anyway. */
const ANY_CANVAS = { multipleOf: 16, minSide: 256, maxSide: 2048 } as const;

/** What an endpoint can do, in the words of a provider. */
export function capabilitiesOf(fit: EndpointFit): Omit<Capabilities, 'concurrency'> {
  const makings: { [type in AssetType]?: Making } = {};
  const cannot: { [type in AssetType]?: string } = {};
  for (const type of ASSET_TYPES) {
    const making = makingOf(type, fit.assets[type]);
    if (making) makings[type] = making;
    else cannot[type] = lackOf(fit.assets[type]);
  }
  const [first] = Object.values(makings);
  return {
    canvas: first?.canvas ?? ANY_CANVAS,
    alpha: first?.alpha ?? 'key-colour',
    layers: 'each',
    makings,
    cannot,
    version: hashJson(Object.values(makings).map(({ version }) => version)).slice(0, 16),
  };
}

/** With what the jobs of an asset type are made; undefined when they cannot be. */
export function choiceOf({ ok, profile, removal, ...fit }: AssetFit): WorkflowChoice | undefined {
  if (!ok || profile === undefined) return undefined;
  const { files, seamless, options, own } = fit;
  const choice = { profile, removal: removal ?? 'none', files, seamless };
  return { ...choice, ...(options ? { options } : {}), ...(own ? { own } : {}) };
}

/** Seconds of GPU for a job, warm: its profile's, by the area of its canvas and the steps that were asked for. */
export function secondsFor({ canvas, type }: ImageJob, fit: EndpointFit): number {
  const { own, options, profile: name = '' } = fit.assets[type];
  const profile = findProfile(name);
  if (!profile) return own ? OWN_SECONDS : 0;
  const usual = profile.canvas.targetPixels ?? 1024 * 1024;
  const effort = (options?.steps ?? profile.settings.steps) / profile.settings.steps;
  return profile.speed.seconds * effort * Math.max(0.25, (canvas.width * canvas.height) / usual);
}

/** Of a workflow that nobody knows: as long as the slower ones take. */
const OWN_SECONDS = 15;
const OWN_CANVAS = { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1_048_576 } as const;

function makingOf(type: AssetType, fit: AssetFit): Making | undefined {
  const choice = choiceOf(fit);
  if (choice?.own) return ownMaking(choice.own, choice.removal);
  const profile = choice && findProfile(choice.profile);
  if (!profile) return undefined;
  return {
    canvas: profile.canvas,
    alpha: choice.removal === 'none' ? 'key-colour' : 'removed',
    layers: 'each',
    version: `workflows-${WORKFLOWS_VERSION}-${hashJson(choice).slice(0, 16)}`,
    profile: profile.name,
    workflow: choice.removal === 'none' ? WORKFLOW_FOR_ASSET[type] : `${WORKFLOW_FOR_ASSET[type]}+${choice.removal}`,
    licence: profile.licence.name,
  };
}

/** The name of its file says nothing about its pictures. */
function ownMaking({ type, ...workflow }: CompiledWorkflow, removal: string): Making {
  return {
    canvas: OWN_CANVAS,
    alpha: removal === 'none' ? 'key-colour' : 'removed',
    layers: 'each',
    version: `workflow-${hashJson(workflow).slice(0, 16)}`,
    profile: workflow.profile,
    workflow: type,
  };
}

/** What keeps an endpoint from making it, in words. */
export function lackOf({ missing, reason }: AssetFit): string {
  if (reason !== undefined) return reason;
  const words = missing.map((part) => {
    if (part.kind === 'node') return `the node ${part.name}${part.pack === undefined ? '' : ` (${part.pack})`}`;
    const near = part.nearest === undefined ? '' : `; it has ${part.nearest}`;
    return `the model ${part.name} in ${part.folder}${near}`;
  });
  return words.length === 0 ? 'it has nothing to make it with' : `it lacks ${words.join(', ')}`;
}
