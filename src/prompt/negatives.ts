/** What no picture of ours should have. */
export const ALWAYS = ['watermark', 'signature', 'low quality', 'jpeg artefacts'] as const;

export const NO_TEXT = ['text', 'letters'] as const;

/** Scenery would be cut away with the background, and leaves its edges behind. */
export const NO_SCENERY = ['scenery', 'ground', 'cast shadow', 'vignette', 'frame'] as const;

export const ONE_SUBJECT = ['several subjects', 'cropped', 'cut off'] as const;

export const NO_SHEET_DECORATION = ['borders', 'grid lines', 'labels', 'numbers', 'text', 'overlapping cells'] as const;
