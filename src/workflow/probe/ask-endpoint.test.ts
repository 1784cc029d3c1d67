import { describe, expect, test } from 'vitest';
import { coreCatalogue } from '../../../test/comfyui-recordings.ts';
import { readRefusalBody } from '../answers/graph-refusal.ts';
import type { WorkflowGraph } from '../graph.ts';
import type { NodeCatalogue, NodeInfo } from '../node-catalogue.ts';
import { validateAsServer } from '../validate/validate-as-server.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { workflowQuestions } from './questions.ts';

/** Asks a server that can do this; what it was asked is kept, and whether any of it would have run. */
function scene(catalogue: NodeCatalogue) {
  const graphs: WorkflowGraph[] = [];
  let wouldRun = false;
  const ask = async (graph: WorkflowGraph) => {
    graphs.push(graph);
    const { status, body } = validateAsServer({ prompt: graph }, { catalogue });
    wouldRun ||= status === 200;
    return readRefusalBody(body);
  };
  return { ask, graphs, ran: () => wouldRun };
}

/** The recorded server with these files in one of its loaders. */
function withFiles(className: string, input: string, files: readonly string[]): NodeCatalogue {
  const info = coreCatalogue[className];
  if (!info) throw new Error(`no ${className}`);
  const changed: NodeInfo = { ...info, input: { required: { ...info.input.required, [input]: [files, {}] } } };
  return { ...coreCatalogue, [className]: changed };
}

const questions = workflowQuestions();

describe('an endpoint', () => {
  test('is asked once more for each class that it lacks, and nothing of it ever runs', async () => {
    const { ask, graphs, ran } = scene(coreCatalogue);
    const { nodes } = await askEndpoint(ask, questions);
    const missing = questions.classes.filter((name) => !(name in coreCatalogue));
    expect([...nodes.absent].toSorted()).toEqual([...missing].toSorted());
    expect(graphs).toHaveLength(missing.length + 1);
    expect(ran()).toBe(false);
  });

  test('tells the files of every loader', async () => {
    const catalogue = withFiles('CheckpointLoaderSimple', 'ckpt_name', ["it's.safetensors", 'b.safetensors']);
    const { models } = await askEndpoint(scene(catalogue).ask, questions);
    const { names, count } = models['CheckpointLoaderSimple.ckpt_name'] ?? {};
    expect([names, count]).toEqual([["it's.safetensors", 'b.safetensors'], 2]);
  });

  test('with more files than it lists is asked for ours by name', async () => {
    const ours = 'flux1-dev-fp8.safetensors';
    const many = Array.from({ length: 40 }, (_, index) => `other-${index}.safetensors`);
    for (const [files, found] of [
      [[...many, ours], [ours]],
      [many, []],
    ] as const) {
      const { ask, graphs, ran } = scene(withFiles('CheckpointLoaderSimple', 'ckpt_name', files));
      const { models, nodes } = await askEndpoint(ask, questions);
      expect(models['CheckpointLoaderSimple.ckpt_name']).toEqual({ names: found, count: files.length });
      expect(graphs).toHaveLength(nodes.absent.length + 2);
      expect(ran()).toBe(false);
    }
  });

  test('without any model has empty lists', async () => {
    const { models } = await askEndpoint(scene(withFiles('UNETLoader', 'unet_name', [])).ask, questions);
    expect(models['UNETLoader.unet_name']).toEqual({ names: [], count: 0 });
  });
});
