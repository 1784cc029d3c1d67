import type { InputValue } from '../../workflow/graph.ts';
import type { Plane } from './picture/plane.ts';

/** What flows through a link: pictures as numbers, models and the like as symbols that remember how they were made. */
export type Value =
  | ImageValue
  | MaskValue
  | LatentValue
  | ConditioningValue
  | VaeValue
  | SigmasValue
  | NoiseValue
  | GuiderValue
  | SymbolValue
  | InputValue
  | undefined;

/** A batch of pictures of one size, 3 or 4 channels, 0..1. */
export interface ImageValue {
  readonly kind: 'image';
  readonly frames: readonly Plane[];
  /** What is subject in pictures that our painter made; a real model would have to find out by looking. */
  readonly mattes?: readonly Plane[];
}

/** A batch of one-channel planes. */
export interface MaskValue {
  readonly kind: 'mask';
  readonly frames: readonly Plane[];
}

/** A picture yet to be decoded: `factor` pixels a cell. Without `pictures` it is empty. */
export interface LatentValue {
  readonly kind: 'latent';
  readonly factor: number;
  readonly columns: number;
  readonly rows: number;
  readonly batch: number;
  /** Pictures along the time axis for each of the batch; layered models use it for their layers. */
  readonly depth: number;
  /** `batch * depth` pictures of `columns * factor` by `rows * factor`. */
  readonly pictures?: ImageValue;
  /** 1 where a sampler may repaint. */
  readonly noiseMask?: MaskValue;
}

export interface ConditioningValue {
  readonly kind: 'conditioning';
  readonly text: string;
  /** Pictures the model shall keep to: reference latents and images, first named first. */
  readonly references: readonly ImageValue[];
  /** Pictures of ControlNets with their strength. */
  readonly controls: readonly { readonly image: ImageValue; readonly strength: number }[];
}

export interface VaeValue {
  readonly kind: 'vae';
  readonly factor: number;
  /** The VAE that only shifts numbers: it loses the last bit of some. */
  readonly isPixelSpace: boolean;
}

export interface SigmasValue {
  readonly kind: 'sigmas';
  readonly steps: number;
  readonly denoise: number;
}

export interface NoiseValue {
  readonly kind: 'noise';
  /** Undefined for no noise at all. */
  readonly seed: number | undefined;
}

export interface GuiderValue {
  readonly kind: 'guider';
  readonly positive: ConditioningValue;
}

/** Anything that only has to be passed on: MODEL, CLIP, CONTROL_NET, SAMPLER, … */
export interface SymbolValue {
  readonly kind: 'symbol';
  readonly type: string;
  /** The file it was loaded from, or what was chosen. */
  readonly name: string;
}
