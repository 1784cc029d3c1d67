import { describe, expect, it } from 'vitest';
import { entryWords } from './entry-words.ts';
import { layerWords, writeLayerWords } from './parallax.ts';
import { SAMPLES } from './prompt-samples.ts';

describe('entryWords', () => {
  it('gives each entry its own words', () => {
    expect(entryWords(SAMPLES.variation, 'deep_blue')).toBe('deep blue, with a star inside');
    expect(entryWords(SAMPLES.variation, 'odd')).toBe('a cracked grey pebble');
    expect(entryWords(SAMPLES.tile, 'tile_0')).toBe('plain stone');
    expect(entryWords(SAMPLES.tile, 'tile_3')).toBe('a puddle');
    expect(entryWords(SAMPLES.ui, 'hover')).toBe('hover, with a firefly');
    expect(entryWords(SAMPLES.sprite, 'walk_1')).toBe('left foot up');
  });

  it('is empty for entries without words, and for names every object has', () => {
    expect(entryWords(SAMPLES.sprite, 'walk_0')).toBe('');
    expect(entryWords(SAMPLES.tile, 'constructor')).toBe('');
  });
});

describe('layerWords', () => {
  it('prefers the description to the name', () => {
    expect(SAMPLES.parallax.layers.map(layerWords)).toEqual(['sky', 'layer 1', 'near ferns, dewy']);
  });

  it('knows the scene, and speaks of depth where a layer has no name of its own', () => {
    const words = SAMPLES.parallax.layers.map((layer) => writeLayerWords(SAMPLES.parallax, layer));
    expect(words[1]).toBe('middle distance, a misty pine forest at dawn');
  });
});
