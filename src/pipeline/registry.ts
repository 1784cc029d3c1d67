import type { AssetType } from '../pack/pack.ts';
import type { ProviderFamily } from '../providers/provider.ts';
import type { Stage } from './stage.ts';
import { check } from './stages/check.ts';
import { cutOut } from './stages/cut-out.ts';
import { guide } from './stages/draw-guide.ts';
import { decompose } from './stages/decompose.ts';
import { finishLayers } from './stages/finish-layers.ts';
import { finishPicture } from './stages/finish-picture.ts';
import { finishSheet } from './stages/finish-sheet.ts';
import { finishSubject } from './stages/finish-subject.ts';
import { paintLayers } from './stages/paint-layers.ts';
import { paintScene } from './stages/paint-scene.ts';
import { paint } from './stages/paint.ts';
import { removeBackground } from './stages/remove-background.ts';
import { store } from './stages/store.ts';

/**
 * How each family of providers makes each asset type: a visible list. `title_hero_with_background` is a title that keeps
 * what is behind it.
 */
export const pipelineRegistry: {
  readonly [family in ProviderFamily]: { readonly [type in PipelineName]: readonly Stage[] };
} = {
  painter: {
    entity: [guide, paint, finishSubject, check, store],
    background: [guide, paint, finishPicture, check, store],
    title_hero: [guide, paint, finishSubject, check, store],
    title_hero_with_background: [guide, paint, finishPicture, check, store],
    parallax: [guide, paint, finishLayers, check, store],
    sheet: [guide, paint, finishSheet, check, store],
  },
  comfyui: {
    entity: [guide, paint, cutOut, finishSubject, check, store],
    background: [guide, paint, finishPicture, check, store],
    title_hero: [guide, paint, cutOut, finishSubject, check, store],
    title_hero_with_background: [guide, paint, finishPicture, check, store],
    parallax: [paintLayers, cutOut, finishLayers, check, store],
    sheet: [guide, paint, cutOut, finishSheet, check, store],
  },
  // Its paint uploads the guide first, where there is one; paint, removeBackground and decompose each end with downloads.
  scenario: {
    entity: [guide, paint, removeBackground, finishSubject, check, store],
    background: [guide, paint, finishPicture, check, store],
    title_hero: [guide, paint, removeBackground, finishSubject, check, store],
    title_hero_with_background: [guide, paint, finishPicture, check, store],
    parallax: [paintScene, decompose, finishLayers, check, store],
    sheet: [guide, paint, removeBackground, finishSheet, check, store],
  },
};

export type PipelineName = AssetType | 'title_hero_with_background';
