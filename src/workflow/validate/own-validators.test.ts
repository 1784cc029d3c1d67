import { expect, test } from 'vitest';
import factsText from '../../../test/fixtures/comfyui/comfyui-hidden-node-facts-0.33.0.json?raw';
import { CORE_FACTS, type HiddenFact, OWN_VALIDATORS } from './own-validators.ts';

const recorded = (JSON.parse(factsText) as { classes: Record<string, HiddenFact> }).classes;

test('every class with a validator of its own is known, with what it takes over', () => {
  const expected = Object.entries(recorded)
    .filter(([, { validate_args }]) => validate_args !== undefined)
    .map(([name, { validate_args, validate_kwargs, accept_all_inputs }]) => [
      name,
      {
        validate_args,
        ...(validate_kwargs ? { validate_kwargs } : {}),
        ...(accept_all_inputs ? { accept_all_inputs } : {}),
      },
    ]);
  expect(CORE_FACTS).toEqual(Object.fromEntries(expected));
  expect(Object.keys(CORE_FACTS)).toHaveLength(14);
});

test('what a validator needs is among what it takes over', () => {
  for (const [name, { needs }] of Object.entries(OWN_VALIDATORS))
    expect(CORE_FACTS[name]?.validate_args).toContain(needs);
});
