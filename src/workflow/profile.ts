import type { CanvasPolicy } from '../guide/canvas.ts';
import type { Fragment } from './fragment.ts';

/** A model family and how its pictures are made: pure data, so that a new family is one more file. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly makes: 'pictures' | 'layers';
  readonly licence: Licence;
  readonly speed: Speed;
  readonly canvas: CanvasPolicy;
  /** False where cfg 1 leaves the negative prompt without effect. */
  readonly honoursNegative: boolean;
  readonly files: ModelFiles;
  readonly settings: SamplerSettings;
  /** → model, clip, vae. */
  readonly load: Fragment;
  /** model → model, after the LoRAs. */
  readonly patch?: Fragment;
  /** clip, text, negative → positive, negative. */
  readonly prompt: Fragment;
  /** width, height (, layers) → latent. */
  readonly latent: Fragment;
  /** From noise alone: model, positive, negative, latent, seed, width, height → latent. */
  readonly sample: Fragment;
  /** Over a picture: as `sample`, and denoise. */
  readonly resample: Fragment;
  /** Do LoRAs change the text encoder, too? */
  readonly loras: 'model-and-clip' | 'model';
  readonly control?: Control;
}

export interface Licence {
  /** Of the weights. */
  readonly name: string;
  /** May a business run the weights on its own servers without asking for another licence? */
  readonly hosting: 'free' | 'non-commercial';
  readonly note: string;
}

export interface Speed {
  /** Per picture of the wished-for area, warm, on a card of the RTX 4090's class. */
  readonly seconds: number;
  readonly source: string;
}

export type ModelFiles = { readonly [key: string]: ModelFile };

/** A file some loader must have. Servers list it under its name, with its subfolder in front where it has one. */
export interface ModelFile {
  readonly loader: string;
  readonly input: string;
  /** Below `models/`. */
  readonly folder: string;
  readonly name: string;
  /** Other names under which the same weights, or a smaller form of them, are about; the best first. */
  readonly alternatives: readonly string[];
}

export interface SamplerSettings {
  readonly steps: number;
  readonly cfg: number;
  readonly sampler: string;
  readonly scheduler: string;
  readonly guidance?: number;
  readonly shift?: number;
}

/** A ControlNet that follows the guide's lines. */
export interface Control {
  readonly title: string;
  readonly files: ModelFiles;
  readonly settings: { readonly controlStrength: number; readonly controlStart?: number; readonly controlEnd?: number };
  /** model, positive, negative, vae, image → model, positive, negative. */
  readonly apply: Fragment;
}
