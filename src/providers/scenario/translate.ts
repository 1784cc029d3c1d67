import { LimnerError } from '../../errors.ts';
import type { AssetType } from '../../pack/pack.ts';
import type { ImageJob } from '../provider.ts';
import { type BuiltBody, buildBody } from './build-body.ts';
import { legacyModel } from './legacy.ts';
import type { ScenarioSettings } from './options.ts';
import { type RemoteModel, findInput } from './remote-model.ts';

/** One paid request, as far as it is known before its picture is at Scenario. */
export interface Order {
  readonly kind: OrderKind;
  /** The id that prices and errors go by. */
  readonly model: string;
  readonly path: string;
  /** The picture that the request starts from is still to be named. */
  readonly takesImage: boolean;
}

export type OrderKind = 'paint' | 'remove-background' | 'decompose';

type Orders = Pick<ScenarioSettings, 'models' | 'isLegacy' | 'inputs' | 'loras'>;

/** What a decomposing model makes of one picture. */
export const LEAST_LAYERS = 2;
export const MOST_LAYERS = 8;

/** The request that a job is: of its painting, or of what is to be done with a picture. */
export function orderFor(job: ImageJob, { models, isLegacy }: Orders): Order {
  const kind = job.operation?.kind ?? 'paint';
  const takesImage = job.operation !== undefined || job.guide !== undefined;
  const model = { paint: models.paint, 'remove-background': models.removal, decompose: models.layers }[kind];
  if (!isLegacy || kind === 'decompose') return { kind, model, path: `/generate/custom/${model}`, takesImage };
  const route = kind === 'remove-background' ? kind : takesImage ? 'img2img' : 'txt2img';
  return { kind, model: kind === 'paint' ? model : route, path: `/generate/${route}`, takesImage };
}

/** All requests that an asset's job comes to with what follows on it, in their order. */
export function ordersFor(job: ImageJob): readonly ImageJob[] {
  const { composition, guide: _guide, strength: _strength, ...rest } = job;
  const source = 'a picture to come';
  if (composition.kind === 'layers') {
    const scene: ImageJob = { ...rest, transparent: false, composition: { kind: 'scene', tile: composition.loop } };
    const parting: ImageJob = { ...rest, composition, operation: { kind: 'decompose', source } };
    return composition.layers.length > 1 ? [scene, parting] : [scene];
  }
  return job.transparent ? [job, { ...rest, composition, operation: { kind: 'remove-background', source } }] : [job];
}

/** What the typed endpoints take is known, what models take is asked. */
export function schemaFor({ path, kind, takesImage }: Order, model: RemoteModel | undefined): RemoteModel {
  if (model) return model;
  if (path.startsWith('/generate/custom/')) throw new TypeError('The inputs of a custom model have to be read first.');
  return legacyModel(kind === 'remove-background' ? kind : takesImage ? 'img2img' : 'txt2img');
}

/**
 * The body of a request. Without `image`, of one that wants it, what else it would say.
 * @throws LIMNER_CAPABILITY_MISSING, refused, for whatever the model does not take
 */
export function bodyFor(job: ImageJob, schema: RemoteModel, orders: Orders, image: string | undefined): BuiltBody {
  const wishes = job.operation ? operationWishes(job, schema, orders) : paintWishes(job, schema, orders);
  const start = image === undefined ? {} : startWith(image, job, schema);
  return buildBody(schema, { ...wishes, ...start });
}

function paintWishes(job: ImageJob, schema: RemoteModel, { models, isLegacy, loras, inputs }: Orders) {
  const { prompt, negativePrompt, canvas, seed } = job;
  const named =
    loras.length === 0 ? {} : { loras: loras.map(({ id }) => id), lorasScale: loras.map(({ scale = 1 }) => scale) };
  return {
    ...(isLegacy ? { modelId: models.paint } : {}),
    prompt,
    width: canvas.width,
    height: canvas.height,
    ...whereTaken(schema, {
      numOutputs: 1,
      numSamples: 1,
      seed: seedFor(schema, seed),
      ...(negativePrompt === '' ? {} : { negativePrompt }),
    }),
    ...named,
    ...inputs,
  };
}

function operationWishes({ operation, composition, seed }: ImageJob, schema: RemoteModel, { isLegacy }: Orders) {
  if (operation?.kind === 'remove-background') return isLegacy ? { format: 'png' } : {};
  if (composition.kind !== 'layers') throw new TypeError('Only a parallax is parted into layers.');
  const count = composition.layers.length;
  const fault = layersFault(count);
  if (fault !== undefined) throw new LimnerError('LIMNER_CAPABILITY_MISSING', `${fault}.`, { refused: true });
  return { numLayers: count, ...whereTaken(schema, { seed: seedFor(schema, seed) }) };
}

/** Why a picture is not parted into that many layers. */
export function layersFault(count: number): string | undefined {
  if (count >= LEAST_LAYERS && count <= MOST_LAYERS) return undefined;
  return `Scenario parts a picture into ${LEAST_LAYERS} to ${MOST_LAYERS} layers, not ${count}`;
}

function startWith(image: string, { strength, operation }: ImageJob, schema: RemoteModel) {
  const field = startOf(schema);
  if (field === undefined) return { image };
  const wished = operation === undefined && strength !== undefined ? whereTaken(schema, { strength }) : {};
  return { [field]: image, ...wished };
}

/** The input that takes the picture to start from. */
export function startOf(schema: RemoteModel): 'image' | 'referenceImages' | undefined {
  return (['image', 'referenceImages'] as const).find((name) => findInput(schema, name));
}

/** Those of the wishes that not every model knows. */
function whereTaken(schema: RemoteModel, wishes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(wishes).filter(([name]) => findInput(schema, name)));
}

/** The typed endpoints want it as a text; models have ranges of their own, within which every seed is as good as another. */
function seedFor(schema: RemoteModel, seed: number): number | string {
  const input = findInput(schema, 'seed');
  if (input?.type === 'string') return String(seed);
  const { min = 0, max } = input ?? {};
  return max === undefined || seed <= max ? Math.max(min, seed) : min + (seed % (max - min + 1));
}

/** What is told of how an asset type is made. */
export const WORKFLOW_WORDS: { readonly [type in AssetType]: string } = {
  entity: 'img2img → remove background',
  background: 'txt2img',
  title_hero: 'txt2img → remove background',
  parallax: 'txt2img → decompose',
  sheet: 'img2img → remove background',
};
