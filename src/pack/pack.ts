/** What a user writes, after checking and defaults. `schema.ts` turns a file into these types. */

export interface Pack {
  readonly pack: string;
  readonly theme: string;
  readonly style: Style;
  readonly seed: number;
  readonly providers: ProviderRoutes;
  /** Provider names, tried in order when the routed one cannot make an asset. */
  readonly fallback: readonly string[];
  /** How often an asset may be painted anew while a gate fails; 0 where nothing is said. */
  readonly retries?: number;
  /** US dollars; hard caps. */
  readonly budget: { readonly run?: number; readonly day?: number };
  readonly store: StoreSpec;
  /** Of providers that paint with ComfyUI. */
  readonly workflow: WorkflowSpec;
  readonly assets: readonly AssetSpec[];
}

export const ASSET_TYPES = ['entity', 'background', 'title_hero', 'parallax', 'sheet'] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

export const SHEET_KINDS = ['sprite', 'tile', 'variation', 'ui_component'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const STYLE_NAMES = ['pixel', 'cartoon', '3d', 'flat', 'painterly'] as const;
export type StyleName = (typeof STYLE_NAMES)[number];
export interface CustomStyle {
  readonly aesthetic: string;
  readonly palette?: string;
  readonly avoid?: string;
}
export type Style = StyleName | CustomStyle;

export const PROVIDER_NAMES = ['painter', 'comfyui-premade', 'comfyui-custom', 'comfyui-direct', 'scenario'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];
export type ProviderRoutes = { readonly [key in AssetType | 'default']?: ProviderName };

export type StoreSpec =
  | { readonly type: 'fs' }
  | { readonly type: 's3'; readonly bucket: string; readonly prefix?: string; readonly publicUrl?: string };

/** What to take instead of the best that a ComfyUI server has. */
export interface WorkflowSettings {
  readonly profile?: string;
  readonly removal?: string;
  readonly steps?: number;
  readonly cfg?: number;
  readonly sampler?: string;
  readonly scheduler?: string;
  readonly guidance?: number;
  readonly shift?: number;
  readonly loras?: readonly { readonly name: string; readonly strength?: number; readonly clipStrength?: number }[];
  readonly control?: boolean;
  readonly controlStrength?: number;
  /** A workflow of the user's own and the file that says where its slots are, as written; both or none. */
  readonly file?: string;
  readonly slots?: string;
}
/** For all types; `workflow-settings.ts` says what holds for one. */
export type WorkflowSpec = WorkflowSettings & { readonly [type in AssetType]?: WorkflowSettings };

interface AssetBase {
  readonly id: string;
  readonly description: string;
  /** Overrides the seed derived from the pack's seed and this id. */
  readonly seed?: number;
  /** Overrides the pack's. */
  readonly retries?: number;
}

export type AssetSpec = EntitySpec | BackgroundSpec | TitleHeroSpec | ParallaxSpec | SheetSpec;

export interface EntitySpec extends AssetBase {
  readonly type: 'entity';
  /** Absent: the provider may choose the outline; the guide is an ellipse. */
  readonly shape?: Shape;
  readonly width: number;
  readonly height: number;
  /** How far the model may leave the guide, 0..1 (img2img denoise). */
  readonly strength: number;
  /** Camera words, for example `side view` or `top-down`. */
  readonly view?: string;
}

/** Points are in 0..1 of the subject's box, y down. `image` carries the file's decoded PNG bytes by hash. */
export type Shape =
  | { readonly kind: 'box' | 'circle' | 'ellipse' | 'capsule' | 'triangle' | 'diamond' }
  | { readonly kind: 'polygon'; readonly points: readonly (readonly [number, number])[] }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'image'; readonly image: string };

export interface BackgroundSpec extends AssetBase {
  readonly type: 'background';
  readonly width: number;
  readonly height: number;
  readonly tile: 'none' | 'x' | 'xy';
}

export interface TitleHeroSpec extends AssetBase {
  readonly type: 'title_hero';
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly keepBackground: boolean;
}

export interface ParallaxSpec extends AssetBase {
  readonly type: 'parallax';
  readonly width: number;
  readonly height: number;
  readonly loop: 'x' | 'none';
  /** First is farthest. Names given by `layerCount` alone are `layer 0`, `layer 1`… */
  readonly layers: readonly LayerSpec[];
}

export interface LayerSpec {
  readonly name: string;
  readonly description?: string;
  /** 0 is the farthest, 1 the nearest. */
  readonly depth: number;
  /** Scroll speed relative to the camera: 0 stands still, 1 moves with the world. */
  readonly speed: number;
}

export type SheetSpec = SpriteSheetSpec | TileSheetSpec | VariationSheetSpec | UiSheetSpec;

interface SheetBase extends AssetBase {
  readonly type: 'sheet';
  readonly layout: SheetLayout;
  readonly promptConfig: {
    readonly basePrompt?: string;
    readonly commonModifiers?: string;
    readonly stylePreset?: string;
  };
  /** Extra words by entry key. */
  readonly entryOverrides: Readonly<Record<string, string>>;
}

export interface SpriteSheetSpec extends SheetBase {
  readonly kind: 'sprite';
  readonly animations: Readonly<Record<string, AnimationSpec>>;
}
export interface AnimationSpec {
  /** A count takes cells in order after the previous animation; a list names cells. */
  readonly frames: number | readonly number[];
  readonly fps: number;
  readonly loop: boolean;
}

export interface TileSheetSpec extends SheetBase {
  readonly kind: 'tile';
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly tileOverrides: Readonly<Record<string, string>>;
}

export interface VariationSheetSpec extends SheetBase {
  readonly kind: 'variation';
  readonly variants: readonly VariantSpec[];
}
export interface VariantSpec {
  readonly key: string;
  readonly description?: string;
  readonly promptOverride?: string;
}

export const UI_COMPONENTS = [
  'button',
  'checkbox',
  'radio',
  'slider',
  'panel',
  'progress_bar',
  'scroll_bar_h',
  'scroll_bar_v',
  'tab_bar',
  'list_item',
  'dropdown',
  'toggle_switch',
] as const;
export const UI_STATES = ['normal', 'hover', 'pressed', 'disabled', 'focus', 'selected', 'unselected'] as const;
export interface UiSheetSpec extends SheetBase {
  readonly kind: 'ui_component';
  readonly componentType: (typeof UI_COMPONENTS)[number];
  readonly states: readonly (typeof UI_STATES)[number][];
  readonly ninePatchMargins?: Margins;
  readonly baseResolution?: { readonly width: number; readonly height: number };
}
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whole pixels. `spacing` lies between cells, `margin` around them all. */
export type SheetLayout = GridLayout | StripLayout | ManualLayout;
export interface GridLayout {
  readonly type: 'grid';
  readonly columns: number;
  readonly rows: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly spacing: number;
  readonly margin: number;
}
export interface StripLayout {
  readonly type: 'strip';
  readonly direction: 'horizontal' | 'vertical';
  readonly frameCount: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly spacing: number;
  readonly margin: number;
}
export interface ManualLayout {
  readonly type: 'manual';
  readonly width: number;
  readonly height: number;
  readonly regions: readonly RegionSpec[];
}
export interface RegionSpec {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
