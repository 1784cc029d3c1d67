import type { Margins, SheetKind, SheetLayout } from '../pack/pack.ts';
import type { Rect } from '../raster/raster.ts';

/** `<id>.json` beside a sheet's PNG: where everything is, in pixels. */
export interface SheetMetadata {
  readonly id: string;
  readonly kind: SheetKind;
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly layout: SheetLayout;
  readonly entries: Readonly<Record<string, Rect>>;
  readonly animations?: Readonly<
    Record<string, { readonly frames: readonly string[]; readonly fps: number; readonly loop: boolean }>
  >;
  readonly groups?: Readonly<Record<string, { readonly order: readonly string[] }>>;
  readonly tileWidth?: number;
  readonly tileHeight?: number;
  readonly ninePatch?: Margins;
}

/** `<id>.json` beside a parallax set's layers. */
export interface ParallaxMetadata {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly loop: 'x' | 'none';
  readonly layers: readonly {
    readonly index: number;
    readonly name: string;
    readonly image: string;
    readonly depth: number;
    readonly speed: number;
  }[];
}
