import background from './catalogue/background.json' with { type: 'json' };
import entity from './catalogue/entity.json' with { type: 'json' };
import img2img from './catalogue/img2img.json' with { type: 'json' };
import parallaxLayer from './catalogue/parallax-layer.json' with { type: 'json' };
import parallaxSplitText from './catalogue/parallax-split-text.json' with { type: 'json' };
import parallaxSplit from './catalogue/parallax-split.json' with { type: 'json' };
import removeBackground from './catalogue/remove-background.json' with { type: 'json' };
import sheet from './catalogue/sheet.json' with { type: 'json' };
import titleHero from './catalogue/title-hero.json' with { type: 'json' };
import txt2img from './catalogue/txt2img.json' with { type: 'json' };
import type { WorkflowGraph } from './graph.ts';

/**
 * One workflow before it is compiled: ComfyUI's API format, in which `{"$slot": name}` stands for what a caller fills in and
 * a class `limner/…` for a part that differs from profile to profile (`roles.ts`).
 */
export interface CatalogueEntry {
  readonly about: string;
  /** `pictures`, or the `layers` that only a layered model makes. */
  readonly makes: string;
  readonly defaults?: { readonly denoise?: number };
  /** The workflow that takes its place when there is no picture to start from. */
  readonly withoutGuide?: string;
  readonly graph: WorkflowGraph;
}

export const CATALOGUE = {
  txt2img,
  img2img,
  'remove-background': removeBackground,
  entity,
  background,
  'title-hero': titleHero,
  sheet,
  'parallax-layer': parallaxLayer,
  'parallax-split': parallaxSplit,
  'parallax-split-text': parallaxSplitText,
} as const satisfies Record<string, CatalogueEntry>;

export type WorkflowType = keyof typeof CATALOGUE;

export const WORKFLOW_TYPES = Object.keys(CATALOGUE).filter(isWorkflowType);

export function isWorkflowType(name: string): name is WorkflowType {
  return Object.hasOwn(CATALOGUE, name);
}

/** The entry itself, or the one that stands in for it where there is no guide. */
export function catalogueEntry(type: WorkflowType, hasGuide = true): CatalogueEntry {
  const entry: CatalogueEntry = CATALOGUE[type];
  const { withoutGuide } = entry;
  return !hasGuide && withoutGuide !== undefined && isWorkflowType(withoutGuide) ? CATALOGUE[withoutGuide] : entry;
}

/** Does the workflow hold this role: `Model`, `Control`, `RemoveBackground`…? */
export function hasRole(entry: CatalogueEntry, role: string): boolean {
  return Object.values(entry.graph).some(({ class_type }) => class_type === `limner/${role}`);
}
