import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBody } from './build-body.ts';
import type { ModelInput, RemoteModel } from './remote-model.ts';

const model = (inputs: readonly ModelInput[]): RemoteModel => ({ id: 'm', name: 'Model', inputs, restrictions: 0 });

const FLUX = model([
  { name: 'prompt', type: 'string', isRequired: true, maxLength: 20 },
  { name: 'width', type: 'number', min: 128, max: 2048, step: 16 },
  { name: 'quality', type: 'string', allowedValues: ['low', 'high'] },
  { name: 'loras', type: 'model_array', maxLength: 2 },
  { name: 'lorasScale', type: 'number_array', min: 0, max: 2 },
  { name: 'references', type: 'file_array', maxLength: 3 },
  { name: 'goFast', type: 'boolean' },
]);

test('a single value for a list is wrapped: a scalar would be dropped without a word, and charged', () => {
  const { body } = buildBody(FLUX, { prompt: 'x', loras: 'model_a', lorasScale: 0.8, references: 'asset_1' });
  expect(body).toEqual({ prompt: 'x', loras: ['model_a'], lorasScale: [0.8], references: ['asset_1'] });
});

test('numbers come to the nearest step, with a word about it', () => {
  expect(buildBody(FLUX, { prompt: 'x', width: 1000 })).toEqual({
    body: { prompt: 'x', width: 1008 },
    warnings: ['Model takes no width of 1000; it was given 1008.'],
  });
  expect(buildBody(FLUX, { prompt: 'x', width: 1024 }).warnings).toEqual([]);
  expect(buildBody(FLUX, { prompt: 'x', width: 9999 }).body['width']).toBe(2048);
});

test('a prompt ends with a whole word', () => {
  const { body, warnings } = buildBody(FLUX, { prompt: 'a green slime, with large eyes' });
  expect(body['prompt']).toBe('a green slime, with');
  expect(warnings).toEqual(['Model takes a prompt of 20 characters; what was beyond them was left out.']);
});

describe('nothing is sent', () => {
  test.each([
    ['with a field that the model does not have', { prompt: 'x', numSamples: 1 }, 'it has no input "numSamples"'],
    ['with a dry run in the body, where it would be paid', { prompt: 'x', dryRun: true }, 'it has no input "dryRun"'],
    ['without what is required', { width: 512 }, 'its input "prompt" is required'],
    ['with a text for a number', { prompt: 'x', width: '512' }, 'takes a number, not "512"'],
    ['with a list for a single value', { prompt: ['x'] }, 'takes a string, not ["x"]'],
    ['with a value that is not on offer', { prompt: 'x', quality: 'best' }, 'is one of low, high, not best'],
    ['with too many items', { prompt: 'x', loras: ['a', 'b', 'c'] }, 'takes 2 at the most, not 3'],
    ['with a number that is none', { prompt: 'x', width: Number.NaN }, 'takes a number'],
  ])('%s', (_what, wishes, words) => {
    expect(() => buildBody(FLUX, wishes)).toThrow(
      expect.objectContaining({ refused: true, message: expect.stringContaining(words) as string }),
    );
  });

  test('with a field called dryRun, even by a model that has one', () => {
    const odd = model([{ name: 'dryRun', type: 'boolean' }]);
    expect(() => buildBody(odd, { dryRun: true })).toThrow('no input "dryRun"');
  });
});

const types = ['string', 'number', 'boolean', 'file', 'model'] as const;
const arbitraryInput: fc.Arbitrary<ModelInput> = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'image', 'seed'),
    item: fc.constantFrom(...types),
    isList: fc.boolean(),
    min: fc.option(fc.integer({ min: -50, max: 0 }), { nil: undefined }),
    max: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }),
    step: fc.option(fc.constantFrom(0.01, 0.25, 1, 8, 16), { nil: undefined }),
    maxLength: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  })
  .map(({ name, item, isList, min, max, step, maxLength }) => ({
    name,
    type: isList ? `${item}_array` : item,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(step === undefined ? {} : { step }),
    ...(maxLength === undefined ? {} : { maxLength }),
  }));

const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.integer());
const wishes = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd', 'image', 'seed', 'dryRun', 'other'),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 4 })),
);

const TYPE_OF = { string: 'string', number: 'number', boolean: 'boolean', file: 'string', model: 'string' } as const;

test('whatever is wished: a body has only what the model has, each in its type and within its bounds, or there is none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(arbitraryInput, { selector: ({ name }) => name }), wishes, (inputs, wished) => {
      let body: Readonly<Record<string, unknown>>;
      try {
        ({ body } = buildBody(model(inputs), wished));
      } catch (error) {
        expect(error).toMatchObject({ code: 'LIMNER_CAPABILITY_MISSING', refused: true });
        return;
      }
      expect(Object.keys(body).toSorted()).toEqual(Object.keys(wished).toSorted());
      for (const [name, value] of Object.entries(body)) {
        const input = inputs.find((each) => each.name === name);
        if (!input || name === 'dryRun') throw new Error(`${name} is not the model's`);
        expect(Array.isArray(value)).toBe(input.type.endsWith('_array'));
        for (const one of [value].flat()) {
          const item = types.find((type) => input.type.startsWith(type)) ?? 'string';
          expect(typeof one).toBe(TYPE_OF[item]);
          if (typeof one !== 'number') continue;
          expect(one).toBeGreaterThanOrEqual(input.min ?? -Infinity);
          expect(one).toBeLessThanOrEqual(input.max ?? Infinity);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
