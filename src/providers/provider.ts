import type { ErrorCode } from '../errors.ts';
import type { Canvas, CanvasPolicy } from '../guide/canvas.ts';
import type { GuideSpec } from '../guide/guide.ts';
import type { AssetType, Margins, SheetKind, StyleName } from '../pack/pack.ts';
import type { Rect, Rgba } from '../raster/raster.ts';

/**
 * A service that makes pictures. "I cannot" is data, not a missing method; only `appraise` is for services that tell prices.
 * Nothing here knows packs, ledgers or files: a job goes in, a ticket comes back, bytes come out.
 */
export interface ImageProvider {
  readonly name: string;
  /** It calls `beforeSend` when a submission is about to leave, and not before: until then nothing can have been taken. */
  readonly announcesSending?: true;
  /** Which pipelines of `pipeline/registry.ts` this provider runs. */
  readonly family: ProviderFamily;
  /** What it can do at this moment. May ask the service; never spends. */
  probe(context: WaitContext): Promise<Capabilities>;
  /** Learns from the service what such jobs cost, so that `quote` knows. Never spends. */
  appraise?(jobs: () => Iterable<ImageJob>, context: WaitContext): Promise<void>;
  /** What a job will cost and take with all that its pipeline asks for, before anything is spent. */
  quote(job: ImageJob): Quote;
  /**
   * Sends one job. Throws a `LimnerError` that is `refused` when the service surely did not take the job; any other
   * throw leaves it unknown whether the job runs and costs.
   */
  submit(job: ImageJob, context: SubmitContext): Promise<Ticket>;
  /** The truth about a job. Called by any process that holds the ticket, any number of times. */
  poll(ticket: Ticket, context: PollContext): Promise<JobState>;
  /** Asks the service to stop, and says what that really did. */
  cancel(ticket: Ticket, context: WaitContext): Promise<CancelOutcome>;
  /** What became of a submission whose answer was lost. */
  reconcile(job: ImageJob, context: SubmitContext): Promise<Reconciliation>;
}

export type ProviderFamily = 'painter' | 'comfyui' | 'scenario';

export interface Capabilities {
  readonly canvas: CanvasPolicy;
  /**
   * How a transparent subject comes back: painted on nothing (`native`), painted on a plain ground that the service removes
   * itself (`removed`), or on a key colour that is cut out here.
   */
  readonly alpha: AlphaSource;
  /** Parallax layers come all from one job, unless each has to be asked for alone. */
  readonly layers?: 'together' | 'each';
  /** The asset types it cannot make, each with the reason in words. Absent means it can. */
  readonly cannot: { readonly [type in AssetType]?: string };
  /** Where it differs by asset type: what stands here comes before the above. */
  readonly makings?: { readonly [type in AssetType]?: Making };
  /** Jobs that may be under way at once. */
  readonly concurrency: number;
  /** Part of the cache key: the same job on another version is another picture. */
  readonly version: string;
}

/** How one asset type is made. */
export interface Making {
  readonly canvas: CanvasPolicy;
  readonly alpha: AlphaSource;
  readonly layers?: 'together' | 'each';
  /** Of this type alone: what changes for another does not make its pictures anew. */
  readonly version: string;
  /** For the manifest and for people. */
  readonly profile: string;
  readonly workflow: string;
  /** Of the model's weights. */
  readonly licence?: string;
}

export type AlphaSource = 'native' | 'removed' | 'key-colour';

export interface Quote {
  readonly usd: number;
  /** Of `usd`, where the picture takes several paid calls: what each kind of call costs. */
  readonly parts?: { readonly [kind in 'paint' | Operation['kind']]?: number };
  /** The most that it can be charged, where that is more than `usd`: so much is held back from the budgets meanwhile. */
  readonly mostUsd?: number;
  /** The least that it needs held back: the provider keeps to what `SubmitContext.mostUsd` says. Absent: `mostUsd`. */
  readonly leastUsd?: number;
  /** What the dollars go by; an assumption unless told. */
  readonly basis?: 'live' | 'history' | 'assumption';
  /** What the dollars take for granted all the same, as a whole sentence: the price of a unit that the service counts in, say. */
  readonly assumes?: string;
  /** What is billed beside the jobs: for each of so many machines, its start and the time that it waits before it stops. */
  readonly standby?: { readonly machines: number; readonly usdEach: number };
  readonly seconds: number;
  readonly calls: number;
  /** Why the provider cannot take this very job, although it makes others of its type. */
  readonly refusal?: { readonly code: ErrorCode; readonly reason: string };
}

/** How many seconds jobs of this making took at this provider before; undefined when nobody knows. See `JobState`. */
export type TimingHistory = (provider: string, making: string) => number | undefined;

/** All that affects the pixels, as plain JSON: hashed, it is the identity of a paid call. */
export interface ImageJob {
  readonly type: AssetType;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed: number;
  readonly canvas: Canvas;
  /** `custom` styles carry all they mean in `words`. */
  readonly style: { readonly name: StyleName | 'custom'; readonly words: string };
  readonly theme: string;
  /** The subject's own words, without style, theme or background sentences. */
  readonly subject: string;
  /** The picture needs true transparency around its subject. */
  readonly transparent: boolean;
  /** `#rrggbb` of the ground that the prompt asks for, where the subject is to be cut from it afterwards. */
  readonly keyColour?: string;
  readonly guide?: GuideSpec;
  /** img2img denoise, 0..1; only with a guide. */
  readonly strength?: number;
  readonly composition: Composition;
  /** Absent: a picture is painted. */
  readonly operation?: Operation;
}

/** What is done to a picture that was painted before, named by the sha256 of its bytes. */
export type Operation =
  | { readonly kind: 'remove-background'; readonly source: string }
  /** Parts it into the composition's layers. */
  | { readonly kind: 'decompose'; readonly source: string };

/** What the picture is made of. */
export type Composition =
  | { readonly kind: 'subject'; readonly view?: string }
  | { readonly kind: 'scene'; readonly tile: 'none' | 'x' | 'xy' }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'layers'; readonly loop: 'x' | 'none'; readonly layers: readonly LayerIntent[] }
  | { readonly kind: 'cells'; readonly sheet: SheetKind; readonly cells: readonly CellIntent[] };

/** One parallax layer; the first is farthest and opaque, all others are cut out. */
export interface LayerIntent {
  readonly name: string;
  readonly words: string;
  readonly depth: number;
  /** What to ask for where each layer is painted alone. */
  readonly alone?: { readonly prompt: string; readonly negativePrompt: string; readonly keyColour?: string };
}

/** What a picture is to its sheet, by the kind of sheet; at most one of the three. */
export interface CellRole {
  /** Which moment of which animation. */
  readonly frame?: {
    readonly animation: string;
    readonly index: number;
    readonly count: number;
    readonly loop: boolean;
  };
  readonly tile?: { readonly index: number; readonly count: number };
  readonly component?: { readonly type: string; readonly state: string; readonly ninePatch?: Margins };
}

/** One cell of a sheet. */
export interface CellIntent extends CellRole {
  readonly key: string;
  /** Canvas pixels. */
  readonly rect: Rect;
  /** This cell's own words: the variant, the tile, the override. */
  readonly words: string;
  readonly tint?: Rgba;
}

/** A submitted job as plain JSON: saved in the ledger, it can be polled by another process. */
export interface Ticket {
  readonly remoteId: string;
  /** US dollars that the job costs, where the service said so when it took it; counts for the budgets from then on, instead of what was held back. */
  readonly usd?: number;
  /** Whatever else the provider needs to poll; plain JSON. */
  readonly data?: unknown;
}

export type JobState =
  | {
      readonly phase: 'queued' | 'starting' | 'running';
      readonly progress?: Progress;
      readonly pollAfterMs: number;
      /** How many jobs the service would take at once by now, where it has changed. */
      readonly concurrency?: number;
    }
  | {
      readonly phase: 'done';
      readonly images: readonly PaintedImage[];
      readonly usd: number;
      /** Requests that carried pictures, beside the submission; polls and repeated ones are not counted. */
      readonly transfers?: Transfers;
      readonly timing?: JobTiming;
      /** What the pictures do not show as it was asked, and what to do about it: whole sentences for the user. */
      readonly warnings?: readonly string[];
    }
  | { readonly phase: 'failed'; readonly error: Error; readonly usd: number };

/** What the service tells of how it worked on a job. */
export interface JobTiming {
  /** At work. */
  readonly seconds: number;
  /** Jobs of the same making take about as long: remembered for later quotes. */
  readonly making?: string;
  /** Waiting for a machine that was there, and for one to start. */
  readonly queueMs?: number;
  readonly coldMs?: number;
  /** Of what the job costs: for its machine to start and to wait. */
  readonly standbyUsd?: number;
}

export interface Transfers {
  readonly uploads: number;
  readonly downloads: number;
}

export interface Progress {
  readonly step: number;
  readonly total: number;
}

export interface PaintedImage {
  readonly role: 'image' | 'layer';
  /** For layers: 0 is the farthest. */
  readonly layer?: number;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** What the service itself calls the picture, where it can be named in a later job. */
  readonly remote?: string;
}

export type CancelOutcome = 'cancelled' | 'already-finished' | 'cannot-cancel';

export type Reconciliation =
  | { readonly outcome: 'found'; readonly ticket: Ticket }
  | { readonly outcome: 'never-arrived' }
  /** It may have run and cost, but by now its result cannot be had any more. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'cannot-tell' };

export interface WaitContext {
  readonly signal: AbortSignal;
}
export interface SubmitContext extends WaitContext {
  /** When the call was claimed, in milliseconds since 1970: long ago for one that is asked after. */
  readonly claimedAt: number;
  /** See `announcesSending`. Throws, refused, when the call has been given to somebody else meanwhile: then nothing must be sent. */
  readonly beforeSend?: () => Promise<void>;
  /** Our own id of the call; send it along where the service keeps such things. */
  readonly callId: string;
  /** What is held back for the job: more it must not cost, so a service that bills by time has to stop it by then. */
  readonly mostUsd?: number;
  /** sha256 of the guide's PNG in the blob store. */
  readonly guide?: string;
  /** What the service calls the picture that the job's operation is about, where it has it still. */
  readonly remoteSource?: string;
  readBlob(sha256: string): Promise<Uint8Array>;
}
export interface PollContext extends WaitContext {
  readBlob(sha256: string): Promise<Uint8Array>;
}
