import * as z from 'zod';
import { listOf, mapping, named, oneOf, text } from './fields.ts';
import { PROVIDER_NAMES, STYLE_NAMES } from './pack.ts';
import { Asset } from './schema-asset.ts';
import { name, retries, seed } from './schema-base.ts';
import { Workflow } from './schema-workflow.ts';
import { bucketFault, prefixFault, publicUrlFault } from './store-names.ts';

const CustomStyle = mapping('a style of your own', {
  aesthetic: text(500).describe('How everything looks, such as `ink and watercolour`.'),
  palette: text(500).exactOptional().describe('Colours to keep to.'),
  avoid: text(500).exactOptional().describe('What must not appear.'),
});

const provider = () => oneOf(PROVIDER_NAMES);
const routed = (what: string) => provider().exactOptional().describe(`Provider for ${what}.`);
const Providers = mapping('a mapping of asset types to providers', {
  default: routed('all types that are not named here'),
  entity: routed('entities'),
  background: routed('backgrounds'),
  title_hero: routed('title heroes'),
  parallax: routed('parallax sets'),
  sheet: routed('sheets'),
});

/** One word is short for a mapping that sends everything to that provider. */
const AnyProviders = z.union(
  [
    provider()
      .transform((chosen) => ({ default: chosen }))
      .describe('Provider for everything.'),
    Providers,
  ],
  { error: 'must be a mapping of asset types to providers, or the name of one for all' },
);

const dollars = () => z.number({ error: 'must be an amount in US dollars, 0 or more' }).min(0).max(1_000_000);
const Budget = mapping('a budget', {
  run: dollars().exactOptional().describe('Most that one run may cost, in US dollars.'),
  day: dollars().exactOptional().describe('Most that one day may cost, in US dollars.'),
});

const FileStore = mapping('a folder store', {
  type: z.literal('fs').describe('Files go to the folder that --out names.'),
});
const S3Store = mapping('an S3 store', {
  type: z.literal('s3').describe('Files go to a bucket that speaks S3, such as R2.'),
  bucket: named(bucketFault, 'must be the name of a bucket').describe('Name of the bucket.'),
  prefix: named(prefixFault, 'must be the first part of the keys').exactOptional().describe('First part of every key.'),
  publicUrl: named(publicUrlFault, 'must be an https address')
    .exactOptional()
    .describe('Where everybody can read the bucket, prefix not included.'),
});

const fields = {
  $schema: z.string({ error: 'must be text' }).exactOptional().describe('For editors: where the schema of packs is.'),
  pack: name().describe('Name of the pack; files go to out/<name> by default.'),
  theme: text(2000).exactOptional().describe('What the world of the game is; goes into every prompt.'),
  style: z
    .union([oneOf(STYLE_NAMES), CustomStyle], { error: 'must be the name of a style, or a style of your own' })
    .default('cartoon')
    .describe('One look for all pictures: a name, or words of your own.'),
  seed: seed().default(0).describe('The same pack with the same seed asks for the same pictures.'),
  providers: AnyProviders.default({}).describe('Who makes which type of asset, or one name for all.'),
  fallback: listOf(provider(), 'providers', { min: 0, max: PROVIDER_NAMES.length })
    .default([])
    .describe('Providers to try in order when the chosen one cannot make an asset, or fails to.'),
  retries: retries()
    .exactOptional()
    .describe('How often an asset is painted anew, and paid for, while a gate fails; not at all unless told.'),
  budget: Budget.default({}).describe('Hard caps; what would exceed them is not sent.'),
  store: z
    .discriminatedUnion('type', [FileStore, S3Store], { error: 'must be a mapping with `type: fs` or `type: s3`' })
    .default({ type: 'fs' })
    .describe('Where finished files go.'),
  workflow: Workflow.default({}).describe('How providers that paint with ComfyUI make the pictures.'),
};

export const MAX_ASSETS = 20_000;
const MANY_ASSETS = { min: 1, max: MAX_ASSETS };

/** A whole pack as the user writes it: the source of the JSON Schema for editors. */
export const PackFile = mapping('a pack', {
  ...fields,
  assets: listOf(Asset, 'assets', MANY_ASSETS).describe('The pictures the game needs.'),
});

/** The same with unchecked assets, so that one broken asset does not hide the faults of another. */
export const PackHead = mapping('a pack', { ...fields, assets: listOf(z.unknown(), 'assets', MANY_ASSETS) });
