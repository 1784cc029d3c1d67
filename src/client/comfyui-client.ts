import { LimnerError } from '../errors.ts';
import type { GraphProvider, GraphRequest, Save } from '../providers/graph-provider.ts';
import type { PaintedImage } from '../providers/provider.ts';
import type { EndpointFacts } from '../workflow/endpoint-facts.ts';
import { type InputImages, adoptGraph } from './adopt-graph.ts';
import { type AssetRef, type Finish, readAssetId, writeAssetId } from './asset-id.ts';
import { type ClientOptions, connect } from './connect.ts';
import { type FinishedImage, finishImage } from './finish-image.ts';
import type { GenerateRequest, WorkflowId } from './generate-request.ts';
import { type KeptImages, keepImages } from './kept-images.ts';
import { planGraph } from './plan-graph.ts';
import { sendOnce, waitForGraph } from './wait-for-graph.ts';

export interface GeneratedAsset {
  /** A text that any process with a client for the same endpoint can download by, for as long as the endpoint keeps its results. */
  readonly assetId: string;
  readonly seed: number;
  readonly workflow: string;
  readonly profile: string;
  readonly removal: string;
}

export interface DownloadedImage {
  /** A `Buffer` where the host has one. */
  readonly buffer: Uint8Array;
  /** Without a dot. */
  readonly extension: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

const MOST_DOWNLOADS = 3;

/**
 * One workflow, one call: pictures from a RunPod endpoint or a ComfyUI server, without packs, ledgers or files. What is paid for is sent
 * once and never blindly repeated; what is thrown is a `LimnerError` that says what to do.
 */
export class ComfyUIClient {
  readonly #provider: GraphProvider;
  readonly #kept: KeptImages = keepImages();
  #facts: Promise<EndpointFacts> | undefined;

  constructor(options: ClientOptions) {
    this.#provider = connect(options);
  }

  /** Makes one picture with the workflow of an asset type. Resolves when it is made, and was found whole and of the asked size. */
  async unifiedGenerate(request: GenerateRequest): Promise<GeneratedAsset> {
    const { signal = new AbortController().signal, seed = anySeed() } = request;
    const facts = await this.#look(signal);
    const callId = newCallId();
    const context = { provider: this.#provider.name, facts, seed, prefix: `limner-${callId}` };
    const { workflow, finish, save, ...sending } = planGraph(request, context);
    const [assetId = ''] = await this.#execute({ callId, ...sending }, { saves: [save], finish }, signal);
    const { type, profile, removal } = workflow;
    return { assetId, seed, workflow: type, profile, removal };
  }

  /** `unifiedGenerate` and `downloadImage` in one. */
  async generateAsset(
    request: GenerateRequest | (Omit<GenerateRequest, 'workflowId'> & { readonly assetType: WorkflowId }),
  ): Promise<GeneratedAsset & DownloadedImage> {
    const workflowId = 'assetType' in request ? request.assetType : request.workflowId;
    const { signal } = request;
    const made = await this.unifiedGenerate({ ...request, workflowId });
    return { ...made, ...(await this.downloadImage(made.assetId, signal ? { signal } : {})) };
  }

  /**
   * Runs a workflow of your own, in API format: an id for each picture that its SaveImage nodes save, node by node. `images` are put where
   * it loads pictures of those names.
   */
  async executeWorkflow(
    workflow: unknown,
    options: CallOptions & { readonly images?: InputImages } = {},
  ): Promise<{ readonly assetId: string; readonly assetIds: readonly string[] }> {
    const { signal = new AbortController().signal, images = {} } = options;
    const callId = newCallId();
    const { graph, saves, uploads } = adoptGraph(workflow, images, `limner-${callId}`);
    const assetIds = await this.#execute({ callId, graph, uploads }, { saves }, signal);
    return { assetId: assetIds[0] ?? '', assetIds };
  }

  /** The picture behind an id. One that was made elsewhere or long ago is fetched from the endpoint, if that still has it. */
  async downloadImage(
    assetId: string,
    { signal = new AbortController().signal }: CallOptions = {},
  ): Promise<DownloadedImage> {
    const ref = readAssetId(assetId, this.#provider.place);
    const { bytes, extension } = this.#kept.get(assetId) ?? (await this.#fetch(ref, signal));
    return { buffer: toBuffer(bytes), extension };
  }

  async #execute(
    request: GraphRequest,
    { saves, finish }: { readonly saves: readonly Save[]; readonly finish?: Finish | undefined },
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    try {
      const remoteId = await sendOnce(this.#provider, request, signal);
      const job = { remoteId, submittedAt: Date.now() };
      const found = await this.#collect({ ...job, saves }, finish, signal);
      return found.map(({ image, save, index }) => {
        const id = writeAssetId({ ...job, save, index, ...(finish ? { finish } : {}) }, this.#provider.place);
        this.#kept.put(id, image);
        return id;
      });
    } catch (error) {
      // An answer that contradicts what was found out: the next call asks anew.
      const isStale = error instanceof LimnerError && /^LIMNER_(MODEL|NODE)_MISSING$/.test(error.code);
      if (isStale) this.#facts = undefined;
      throw error;
    }
  }

  async #fetch({ remoteId, submittedAt, save, index, finish }: AssetRef, signal: AbortSignal): Promise<FinishedImage> {
    const found = await this.#collect({ remoteId, submittedAt, saves: [save] }, finish, signal);
    const image = found.find((candidate) => candidate.index === index)?.image;
    if (image) return image;
    throw new LimnerError('LIMNER_RESULT_GONE', `${this.#provider.name} has no such picture any more.`);
  }

  /** A broken download says nothing about the picture: it is fetched again before it is given up. */
  async #collect(
    sent: { readonly remoteId: string; readonly submittedAt: number; readonly saves: readonly Save[] },
    finish: Finish | undefined,
    signal: AbortSignal,
  ) {
    for (let tries = 1; ; tries += 1) {
      const images = await waitForGraph(this.#provider, sent, signal);
      try {
        return inBatches(images, sent.saves).map((found) => ({ ...found, image: finishImage(found.bytes, finish) }));
      } catch (error) {
        if (tries >= MOST_DOWNLOADS) throw unusable(error, this.#provider.name);
      }
    }
  }

  #look(signal: AbortSignal): Promise<EndpointFacts> {
    this.#facts ??= this.#provider.look({ fresh: false, signal }).then(
      ({ facts }) => facts,
      (error: unknown) => {
        this.#facts = undefined;
        throw error;
      },
    );
    return this.#facts;
  }
}

/** Each picture with the node that saved it, and its place in that node's batch. */
function inBatches(images: readonly PaintedImage[], saves: readonly Save[]) {
  return saves.flatMap((save, layer) =>
    images.filter((image) => image.layer === layer).map(({ bytes }, index) => ({ save, index, bytes })),
  );
}

function unusable(error: unknown, provider: string): unknown {
  if (!(error instanceof LimnerError)) return error;
  return new LimnerError('LIMNER_PICTURE_INVALID', `What ${provider} brought cannot be used: ${error.message}`, {
    cause: error,
    retryable: true,
    next: 'Ask for the picture again, with another seed if it happens again.',
  });
}

/** Goes into names of files on the server: letters and digits alone. */
function newCallId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 24);
}

function anySeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Programs for Node expect what they know; elsewhere the bytes are what there is. */
function toBuffer(bytes: Uint8Array): Uint8Array {
  const host: object & { readonly Buffer?: { from(bytes: Uint8Array): Uint8Array } } = globalThis;
  return host.Buffer?.from(bytes) ?? bytes.slice();
}
