import { readFileSync } from 'node:fs';
import type { WorkflowGraph } from '../src/workflow/graph.ts';
import type { NodeCatalogue } from '../src/workflow/node-catalogue.ts';
import { findFaults } from '../src/workflow/validate/faults/find-faults.ts';
import { validateAsServer } from '../src/workflow/validate/validate-as-server.ts';
import { type Figure, medianMs, ms } from './figure.ts';

const recording = (name: string): string =>
  readFileSync(new URL(`../test/fixtures/comfyui/comfyui-${name}.json`, import.meta.url), 'utf8');

/** Both checks of a workflow of 20 nodes against a server of 633 classes, beside reading what the server tells. */
export async function measureWorkflow(): Promise<readonly Figure[]> {
  const dump = recording('object_info-core-0.33.0');
  const catalogue = JSON.parse(dump) as NodeCatalogue;
  const graph = twentyNodes();
  const answer = validateAsServer({ prompt: graph }, { catalogue });
  if (answer.status !== 200 || findFaults(graph, catalogue).length > 0) throw new Error('The workflow is not good.');
  const ours = await medianMs(201, () => [
    findFaults(graph, catalogue),
    validateAsServer({ prompt: graph }, { catalogue }),
  ]);
  const reading = await medianMs(31, () => JSON.parse(dump) as unknown);
  return [
    {
      subject: 'workflow of 20 nodes checked strictly and as a server, beside JSON.parse of the 633 node classes',
      measured: `${ms(ours)} beside ${ms(reading)}: × ${(ours / reading).toFixed(2)}`,
      target: '5 ms',
      met: ours <= 5,
    },
  ];
}

/** The largest recorded workflow of core nodes has 19; a second SaveImage makes 20. */
function twentyNodes(): WorkflowGraph {
  const { workflows } = JSON.parse(recording('workflows-api')) as {
    workflows: { [name: string]: { prompt: WorkflowGraph } };
  };
  const graph = workflows['flux2_klein_4b_distilled_edit']?.prompt ?? {};
  const save = Object.values(graph).find(({ class_type }) => class_type === 'SaveImage');
  if (!save) throw new Error('The recorded workflow is not there.');
  return { ...graph, twentieth: save };
}
