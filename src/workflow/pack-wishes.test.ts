import { expect, test } from 'vitest';
import { ownWorkflowKey } from '../pack/list-workflows.ts';
import { compileWorkflow } from './compile.ts';
import { workflowWishes } from './pack-wishes.ts';

const OWN = compileWorkflow({ type: 'background', profile: 'sdxl', removal: 'none' });
const FILES = { file: 'mine.json', slots: 'slots.json' };
const own = new Map([[ownWorkflowKey(FILES), OWN]]);

test('a pack that wishes for nothing leaves everything to the endpoint', () => {
  expect(workflowWishes({})).toEqual({ assets: {} });
});

test('a type has its own settings over those of the pack', () => {
  const { assets } = workflowWishes({ profile: 'sdxl', steps: 20, sheet: { steps: 30, removal: 'none' } });
  expect(assets?.entity).toEqual({ profile: 'sdxl', options: { steps: 20 } });
  expect(assets?.sheet).toEqual({ profile: 'sdxl', removal: 'none', options: { steps: 30 } });
});

test('a workflow of one’s own stands alone', () => {
  const { assets } = workflowWishes({ profile: 'sdxl', steps: 20, background: FILES }, { own });
  expect(assets?.background).toEqual({ own: OWN });
  expect(assets?.entity).toEqual({ profile: 'sdxl', options: { steps: 20 } });
});

test('a type with settings of its own leaves the pack’s workflow for limner’s', () => {
  const { assets } = workflowWishes({ ...FILES, entity: { removal: 'native' } }, { own });
  expect(assets?.sheet).toEqual({ own: OWN });
  expect(assets?.entity).toEqual({ removal: 'native' });
});

test('a profile from outside beats the pack’s, and its workflows', () => {
  const spec = { profile: 'sdxl', steps: 20, background: FILES };
  const all = workflowWishes(spec, { own, profiles: { default: 'flux1-dev' } }).assets;
  expect(all?.entity).toEqual({ profile: 'flux1-dev', options: { steps: 20 } });
  expect(all?.background).toEqual({ profile: 'flux1-dev' });
  const one = workflowWishes(spec, { own, profiles: { sheet: 'flux1-dev' } }).assets;
  expect([one?.sheet?.profile, one?.entity?.profile]).toEqual(['flux1-dev', 'sdxl']);
});
