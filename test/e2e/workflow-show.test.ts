import { expect, test } from 'vitest';
import type { WorkflowGraph } from '../../src/workflow/graph.ts';
import { listWorkflows } from '../../src/workflow/list.ts';
import { graphFaults, recordedCatalogue } from '../recorded-catalogue.ts';
import { runLimner } from '../run-limner.ts';

test('lists every workflow there is', async () => {
  const { code, stdout } = await runLimner(['workflow', 'list', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(listWorkflows());
  expect((await runLimner(['workflow', 'list'])).stdout).toContain(
    'flux1-dev: Flux.1 dev. FLUX.1 [dev] Non-Commercial',
  );
});

test('shows a graph that a server takes as it is', async () => {
  const flags = ['--profile', 'flux2-klein-4b', '--removal', 'birefnet-rmbg', '--json'];
  const { code, stdout } = await runLimner(['workflow', 'show', 'title_hero', ...flags]);
  expect(code).toBe(0);
  expect(graphFaults(JSON.parse(stdout) as WorkflowGraph, recordedCatalogue())).toEqual([]);
});

test('shows slots, files and nodes for people', async () => {
  const { stdout } = await runLimner(['workflow', 'show', 'entity', '--profile', 'sdxl']);
  expect(stdout).toContain('entity · sdxl · removal native');
  expect(stdout).toContain('models/checkpoints/ sd_xl_base_1.0.safetensors');
  expect(stdout).toContain('latent_image: ← canvas 0');
});

test.each([
  [['entty'], 'Did you mean "entity"?'],
  [['entity', '--profile', 'sdx'], 'Did you mean "sdxl"?'],
  [['remove-background', '--removal', 'none'], 'Choose one with --removal.'],
])('refuses %j with what was meant', async (args, next) => {
  const { code, stderr } = await runLimner(['workflow', 'show', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(next);
});
