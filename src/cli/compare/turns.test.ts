import { expect, test } from 'vitest';
import { listTurns, readProviders } from './turns.ts';

test('all providers have their first turn before any has its second, and turns of one number share a seed', () => {
  const turns = listTurns({ providers: ['scenario', 'painter'], runs: 2, seed: 2 ** 31 - 1, out: '/x' });
  expect(turns.map(({ provider, number, seed, folder }) => [provider, number, seed, folder])).toEqual([
    ['scenario', 1, 2 ** 31 - 1, 'scenario/run-1'],
    ['painter', 1, 2 ** 31 - 1, 'painter/run-1'],
    ['scenario', 2, 0, 'scenario/run-2'],
    ['painter', 2, 0, 'painter/run-2'],
  ]);
});

test('providers are read in their order', () => {
  expect(readProviders(' scenario, comfyui-custom ')).toEqual(['scenario', 'comfyui-custom']);
});

test.each([[undefined], [''], ['scenario'], ['painter,painter'], ['scenario,runpod'], ['scenari,painter']])(
  'refuses %j with a way out',
  (text) => {
    expect(() => readProviders(text)).toThrow(expect.objectContaining({ code: 'LIMNER_USAGE' }));
  },
);
