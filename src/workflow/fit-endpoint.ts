import { ASSET_TYPES, type AssetType } from '../pack/pack.ts';
import { WORKFLOW_FOR_ASSET } from './asset-workflow.ts';
import { type WorkflowType, catalogueEntry, hasRole } from './catalogue.ts';
import { choose, wished } from './choose.ts';
import { type Painter, choosePainter } from './choose-painter.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import { type EndpointFacts, hasNode } from './endpoint-facts.ts';
import { fitOwn } from './fit-own.ts';
import type { ChosenOptions } from './job-workflow.ts';
import { type Look, type Missing, lookForRemoval, lookForWorkflow } from './look-for.ts';
import { REMOVALS } from './removals/index.ts';
import { TILING_NODES } from './tiling.ts';

/** `A`: everything. `B`: pictures, but no background removal on the server. `C`: no pictures. */
export type Outcome = 'A' | 'B' | 'C';

export interface EndpointFit {
  readonly outcome: Outcome;
  /** The outcome in a sentence. */
  readonly words: string;
  readonly assets: { readonly [type in AssetType]: AssetFit };
}

export interface AssetFit {
  readonly ok: boolean;
  readonly outcome: Outcome;
  readonly profile?: string;
  readonly removal?: string;
  /** The endpoint's names of the model files, for `WorkflowOptions.files`. */
  readonly files: { readonly [key: string]: string };
  /** Can it make seamless edges? */
  readonly seamless: boolean;
  /** What keeps it from outcome A: of the nearest profile or removal. */
  readonly missing: readonly Missing[];
  /** Why nothing can be made of it although nothing is missing. */
  readonly reason?: string;
  /** What was wished for, with LoRAs as the endpoint calls them. */
  readonly options?: ChosenOptions;
  readonly own?: CompiledWorkflow;
}

/** What to take instead of the best: of all assets, or of one type; what stands for a type stands for all of it. */
export interface FitWishes extends FitWish {
  readonly assets?: { readonly [type in AssetType]?: FitWish };
}
export interface FitWish {
  readonly profile?: string;
  readonly removal?: string;
  readonly options?: ChosenOptions;
  /** A workflow of the user's takes the place of ours. */
  readonly own?: CompiledWorkflow;
}

/** Chooses, for each asset type, the best profile and removal that an endpoint has the nodes and files for. */
export function fitEndpoint(facts: EndpointFacts, wishes: FitWishes = {}): EndpointFit {
  const fitOf = (type: AssetType): AssetFit => fitAsset(type, facts, wishes.assets?.[type] ?? wishes);
  const assets = {
    entity: fitOf('entity'),
    background: fitOf('background'),
    title_hero: fitOf('title_hero'),
    parallax: fitOf('parallax'),
    sheet: fitOf('sheet'),
  };
  const outcomes = ASSET_TYPES.map((type) => assets[type].outcome);
  const outcome = outcomes.includes('C') ? 'C' : outcomes.includes('B') ? 'B' : 'A';
  return { outcome, words: WORDS[outcome], assets };
}

const WORDS: { readonly [outcome in Outcome]: string } = {
  A: 'This endpoint makes every type of asset, with backgrounds removed.',
  B: 'This endpoint makes pictures but cannot remove backgrounds: limner cuts them from a key colour itself.',
  C: 'This endpoint has not the models for some or all types of assets.',
};

function fitAsset(type: AssetType, facts: EndpointFacts, wish: FitWish): AssetFit {
  return wish.own ? fitOwn(type, wish.own, facts) : fitWorkflow(WORKFLOW_FOR_ASSET[type], facts, wish);
}

/** The best profile and removal for one of our workflows. Throws `LIMNER_WORKFLOW_INVALID` for a name that does not exist. */
export function fitWorkflow(type: WorkflowType, facts: EndpointFacts, wish: FitWish = {}): AssetFit {
  const entry = catalogueEntry(type);
  const seamless = TILING_NODES.every((name) => hasNode(facts, name) === true);
  const lacking = lookForWorkflow(entry, facts);
  if (lacking.length > 0) return { ok: false, outcome: 'C', files: {}, seamless, missing: lacking };
  const painter = hasRole(entry, 'Model') ? choosePainter(entry, facts, wish) : NO_PAINTER;
  if (!painter.ok) return { ok: false, outcome: 'C', files: {}, seamless, ...painter.lack };
  const cutter = hasRole(entry, 'RemoveBackground') ? chooseRemoval(facts, wish.removal) : NO_CUT;
  const { profile, options } = painter;
  const files = { ...painter.files, ...cutter.files };
  const { outcome, removal, missing } = cutter;
  return { ok: true, outcome, profile, removal, files, seamless, missing, ...(options ? { options } : {}) };
}

const NO_PAINTER: Painter = { ok: true, profile: 'none', files: {} };
const NO_CUT = { outcome: 'A', removal: 'none', files: {}, missing: [] } as const;

function chooseRemoval(
  facts: EndpointFacts,
  wish: string | undefined,
): Look & { readonly outcome: Outcome; readonly removal: string } {
  const cutters = wished(REMOVALS, wish, 'removal').filter(({ cut }) => cut !== undefined);
  if (cutters.length === 0) return { ...NO_CUT, outcome: 'B' };
  const { item, ...look } = choose(cutters, (removal) => lookForRemoval(removal, facts));
  if (look.missing.length === 0) return { ...look, outcome: 'A', removal: item.name };
  return { ...NO_CUT, outcome: 'B', missing: look.missing };
}
