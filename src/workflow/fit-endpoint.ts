import { ASSET_TYPES, type AssetType } from '../pack/pack.ts';
import { WORKFLOW_FOR_ASSET } from './asset-workflow.ts';
import { catalogueEntry, hasRole } from './catalogue.ts';
import { unknownName } from './compile-options.ts';
import { type EndpointFacts, hasNode } from './endpoint-facts.ts';
import { type Look, type Missing, lookForProfile, lookForRemoval } from './look-for.ts';
import { PROFILES } from './profiles/index.ts';
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
}

/** What to take instead of the best: of all assets, or of one type. */
export interface FitWishes extends FitWish {
  readonly assets?: { readonly [type in AssetType]?: FitWish };
}
export interface FitWish {
  readonly profile?: string;
  readonly removal?: string;
}

/** Chooses, for each asset type, the best profile and removal that an endpoint has the nodes and files for. */
export function fitEndpoint(facts: EndpointFacts, wishes: FitWishes = {}): EndpointFit {
  const fitOf = (type: AssetType): AssetFit => fitAsset(type, facts, { ...wishes, ...wishes.assets?.[type] });
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
  const entry = catalogueEntry(WORKFLOW_FOR_ASSET[type]);
  const able = PROFILES.filter(({ makes }) => makes === entry.makes);
  const painter = choose(wished(able, wish.profile, 'profile'), (profile) => lookForProfile(profile, facts));
  const seamless = TILING_NODES.every((name) => hasNode(facts, name) === true);
  if (painter.missing.length > 0) return { ok: false, outcome: 'C', files: {}, seamless, missing: painter.missing };
  const fit = { ok: true, profile: painter.item.name, seamless } as const;
  const cutter = hasRole(entry, 'RemoveBackground') ? chooseRemoval(facts, wish.removal) : NO_CUT;
  const missing = cutter.missing;
  const files = { ...painter.files, ...cutter.files };
  return { ...fit, outcome: cutter.outcome, removal: cutter.removal, files, missing };
}

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

function wished<Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string | undefined,
  what: string,
): readonly Item[] {
  if (name === undefined) return items;
  const found = items.filter((item) => item.name === name);
  if (found.length > 0) return found;
  throw unknownName(
    what,
    name,
    items.map((item) => item.name),
  );
}

/** The first with nothing missing, or else the one that lacks least. */
function choose<Item>(items: readonly Item[], look: (item: Item) => Look): Look & { readonly item: Item } {
  const [best] = items.map((item) => ({ item, ...look(item) })).toSorted((a, b) => a.missing.length - b.missing.length);
  if (!best) throw new TypeError('There is nothing to choose from.');
  return best;
}
