import { figures } from './figures.ts';
import { packs } from './packs.ts';
import { scenes } from './scenes.ts';
import type { Section } from './section.ts';
import { words } from './words.ts';

/** The chapters of `docs/painter.md`, in their order. */
export const SECTIONS: readonly Section[] = [figures, scenes, ...packs, words];
