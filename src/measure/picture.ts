import type { SheetKind } from '../pack/pack.ts';
import type { CellRole } from '../providers/provider.ts';
import type { Mask } from '../raster/mask.ts';
import type { Raster, Rect } from '../raster/raster.ts';

/** A finished picture with all that was asked of it. */
export interface MeasuredPicture {
  readonly raster: Raster;
  /** `any` is for sheets and for pictures that keep their background. */
  readonly alpha: 'cut-out' | 'opaque' | 'any';
  /** True for pixel art: hard steps are wanted there, and few colours. */
  readonly isPixelArt: boolean;
  /** Which edges join: those of a seamless tile, background or layer. */
  readonly loop: 'none' | 'x' | 'xy';
  /** The outline that the subject was asked to fill, in the picture's own pixels. */
  readonly silhouette?: Mask;
  /** The colours of the pack's own pictures, each `[red, green, blue]`. */
  readonly palette?: readonly (readonly [red: number, green: number, blue: number])[];
  /** The most colours that it may have. */
  readonly mostColours?: number;
  readonly sheet?: MeasuredSheet;
}

export interface MeasuredSheet {
  readonly kind: SheetKind;
  readonly cells: readonly MeasuredCell[];
}

export interface MeasuredCell extends CellRole {
  readonly key: string;
  /** The picture's own pixels. */
  readonly rect: Rect;
}
