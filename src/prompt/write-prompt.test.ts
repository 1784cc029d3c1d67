import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STYLE_NAMES, type AssetSpec, type SheetLayout, type Style } from '../pack/pack.ts';
import { MAX_PROMPT_LENGTH } from './draft.ts';
import { SAMPLES } from './prompt-samples.ts';
import { isCutOut, writeLayerPrompt, writePrompt, type PromptOptions } from './write-prompt.ts';

const OPTIONS = { theme: 'a damp kingdom', style: 'pixel', alpha: 'key-colour' } as const satisfies PromptOptions;
const assets: readonly AssetSpec[] = Object.values(SAMPLES);

describe('writePrompt', () => {
  it('says subject, view, theme, style and background of an entity, in this order', () => {
    const { prompt, subject } = writePrompt(SAMPLES.entity, OPTIONS);
    const order = ['a cute green slime monster', 'side view', 'a damp kingdom', 'pixel art', '#ff00ff magenta'];
    const places = order.map((words) => prompt.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(subject).toBe('a cute green slime monster');
  });

  it.each(['entity', 'titleHero', 'sprite', 'variation', 'ui'] as const)('isolates the subject of %s', (name) => {
    expect(writePrompt(SAMPLES[name], OPTIONS).prompt).toMatch(/isolated on a plain flat #[0-9a-f]{6} \w+ background/);
    const native = writePrompt(SAMPLES[name], { ...OPTIONS, alpha: 'native' });
    expect(native.prompt).toContain('isolated subject, transparent background');
    expect(native).not.toHaveProperty('keyColour');
  });

  it.each(['background', 'parallax', 'tile'] as const)('never asks for a background to cut away in %s', (name) => {
    const text = JSON.stringify([
      writePrompt(SAMPLES[name], OPTIONS),
      writePrompt(SAMPLES[name], { ...OPTIONS, alpha: 'native' }),
    ]);
    expect(text).not.toMatch(/isolated|transparent|#[0-9a-f]{6}/);
    expect(isCutOut(SAMPLES[name])).toBe(false);
  });

  it('keeps the background of a title that asks for it', () => {
    expect(writePrompt({ ...SAMPLES.titleHero, keepBackground: true }, OPTIONS).prompt).not.toContain('isolated');
  });

  it('names the title but does not count it as the subject', () => {
    const { prompt, subject } = writePrompt(SAMPLES.titleHero, OPTIONS);
    expect(prompt).toContain('the words "Slime Quest"');
    expect(subject).toBe('dripping lettering');
  });

  it.each(['sprite', 'tile', 'variation', 'ui'] as const)('describes the arrangement of the %s sheet', (name) => {
    const { prompt, negativePrompt } = writePrompt(SAMPLES[name], OPTIONS);
    expect(prompt).toContain('in 4 columns and 2 rows');
    expect(prompt).toContain('no borders, no grid lines, no labels');
    expect(negativePrompt).toContain('grid lines');
  });

  it('names the entries of a sheet in order, with their words', () => {
    const variants = writePrompt(SAMPLES.variation, OPTIONS).prompt;
    expect(variants).toContain('red; deep blue, with a star inside; a cracked grey pebble');
    expect(writePrompt(SAMPLES.tile, OPTIONS).prompt).toContain('tile 1 plain stone; tile 4 a puddle');
    expect(writePrompt(SAMPLES.ui, OPTIONS).prompt).toContain('hover slightly brighter, with a firefly; pressed');
    const sprite = writePrompt(SAMPLES.sprite, OPTIONS).prompt;
    expect(sprite).toContain('walk in 4 frames as a loop (frame 2 left foot up); jump in 2 frames in cells 5 and 6');
    expect(sprite).toContain('a sheet of 6 pictures in 4 columns and 2 rows');
    expect(sprite).toContain('the last 2 cells empty');
  });

  it('summarises a sheet with hundreds of entries', () => {
    const variants = Array.from({ length: 400 }, (_, index) => ({ key: `variant_number_${index}` }));
    const layout: SheetLayout = { ...SAMPLES.variation.layout, columns: 20, rows: 20 };
    const { prompt } = writePrompt({ ...SAMPLES.variation, layout, variants }, OPTIONS);
    expect(prompt).toMatch(/variant number 0; .*; and \d+ more/);
    expect(prompt.length).toBeLessThanOrEqual(MAX_PROMPT_LENGTH);
  });

  it('lets a style preset that names a style replace the pack style, and adds other presets as words', () => {
    const flat = { ...SAMPLES.variation, promptConfig: { stylePreset: 'Flat' } };
    expect(writePrompt(flat, OPTIONS).prompt).toContain('flat vector illustration');
    expect(writePrompt(flat, OPTIONS).prompt).not.toContain('pixel art');
    const words = { ...SAMPLES.variation, promptConfig: { stylePreset: 'stained glass', commonModifiers: 'shiny' } };
    expect(writePrompt(words, OPTIONS).prompt).toMatch(/shiny.*stained glass, pixel art/);
  });

  it('writes a custom style as its aesthetic, palette and what to avoid', () => {
    const style: Style = { aesthetic: 'ink wash', palette: 'bone and rust', avoid: 'neon, chrome' };
    const { prompt, negativePrompt } = writePrompt(SAMPLES.background, { ...OPTIONS, style });
    expect(prompt).toContain('ink wash, colour palette of bone and rust');
    expect(negativePrompt).toMatch(/^neon, chrome, /);
  });

  it('does not forbid what the description asks for', () => {
    const framed = { ...SAMPLES.entity, description: 'a gilded picture frame' };
    expect(writePrompt(framed, OPTIONS).negativePrompt.split(', ')).not.toContain('frame');
    expect(writePrompt(SAMPLES.entity, OPTIONS).negativePrompt.split(', ')).toContain('frame');
  });

  it('leaves the wording to the dialect it is given', () => {
    const shout = {
      name: 'shout',
      write: (intent: { subject: string }) => ({ prompt: intent.subject.toUpperCase(), negativePrompt: '' }),
    };
    expect(writePrompt(SAMPLES.entity, { ...OPTIONS, dialect: shout }).prompt).toBe('A CUTE GREEN SLIME MONSTER');
  });

  it.each(assets)('stays bounded for $id when every text is far too long', (asset) => {
    for (const words of ['dragon egg, '.repeat(400), 'x'.repeat(5000), '🐸'.repeat(3000)]) {
      const style = { aesthetic: words, palette: words, avoid: words };
      const { prompt, negativePrompt } = writePrompt(saturate(asset, words), { ...OPTIONS, theme: words, style });
      expectTidy(prompt);
      expectTidy(negativePrompt);
    }
  });

  it('is tidy and repeatable whatever the user writes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(',', ' ', '.', '"', '\n', 'a', '🐸', ';', '-'), maxLength: 1500 }),
      fc.lorem({ maxCount: 600 }),
    );
    const style = fc.oneof(fc.constantFrom(...STYLE_NAMES), fc.record({ aesthetic: text, palette: text, avoid: text }));
    const alpha = fc.constantFrom('native', 'key-colour');
    fc.assert(
      fc.property(fc.constantFrom(...assets), text, text, style, alpha, (asset, words, theme, packStyle, kind) => {
        const options: PromptOptions = { theme, style: packStyle, alpha: kind };
        const written = writePrompt(saturate(asset, words), options);
        expectTidy(written.prompt);
        expectTidy(written.negativePrompt);
        expect(writePrompt(saturate(asset, words), options)).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });
});

describe('writeLayerPrompt', () => {
  it('paints the farthest layer opaque and the others cut out, each with its own words', () => {
    const prompts = SAMPLES.parallax.layers.map((layer) => writeLayerPrompt(SAMPLES.parallax, layer, OPTIONS).prompt);
    expect(prompts[0]).toMatch(/^sky, a misty pine forest at dawn, farthest distance layer/);
    expect(prompts[0]).not.toContain('isolated');
    expect(prompts[1]).toMatch(/^middle distance, a misty pine forest/);
    expect(prompts[2]).toMatch(/^near ferns, dewy, a misty pine forest at dawn.*isolated on a plain flat #ff00ff/);
  });
});

/** The same asset with these words wherever a user may write some. */
function saturate(asset: AssetSpec, words: string): AssetSpec {
  const described = { ...asset, description: words };
  if (described.type === 'entity') return { ...described, view: words };
  if (described.type === 'title_hero') return { ...described, title: words };
  if (described.type === 'parallax') return { ...described, layers: [{ name: words, depth: 0, speed: 0 }] };
  if (described.type !== 'sheet') return described;
  const keys = ['walk_0', 'tile_1', 'red', 'normal'];
  return {
    ...described,
    promptConfig: { basePrompt: words, commonModifiers: words, stylePreset: words },
    entryOverrides: Object.fromEntries(keys.map((key) => [key, words])),
  };
}

function expectTidy(text: string): void {
  expect(text.length).toBeLessThanOrEqual(MAX_PROMPT_LENGTH);
  expect(text).not.toMatch(/\s{2}|^\s|\s$|\s,|[\n\r\t]/u);
  for (const clause of text.split(',')) expect(clause.trim()).not.toBe('');
  expect(text.isWellFormed()).toBe(true);
}
