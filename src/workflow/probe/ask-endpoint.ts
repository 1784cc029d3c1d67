import type { GraphRefusal } from '../answers/graph-refusal.ts';
import type { EndpointFacts, ModelNames } from '../endpoint-facts.ts';
import type { WorkflowGraph } from '../graph.ts';
import { type FileQuestion, canAskForFile, fileGraph, probeGraph } from './probe-graph.ts';
import type { Questions } from './questions.ts';
import { hasFile, readProbe } from './read-probe.ts';

/** Sends a graph that cannot run, and gives what the server had to say against it. */
export type AskInVain = (graph: WorkflowGraph) => Promise<GraphRefusal>;

/**
 * Finds out what an endpoint has by graphs that it refuses: one for all loaders and nodes; it is sent again without each class that the
 * endpoint turns out to lack, because a server names only the first; and one more where a folder holds more files than are listed.
 */
export async function askEndpoint(ask: AskInVain, { classes, loaders, files }: Questions): Promise<EndpointFacts> {
  const absent: string[] = [];
  for (;;) {
    const present = classes.filter((name) => !absent.includes(name));
    const asked = loaders.filter(({ className }) => present.includes(className));
    const { missingClass, options } = readProbe(await ask(probeGraph(present, asked)), asked);
    if (missingClass !== undefined && present.includes(missingClass)) {
      absent.push(missingClass);
      continue;
    }
    const models = new Map([...options].map(([key, found]) => [key, namesOf(found)]));
    const hidden = asked.flatMap((loader): FileQuestion[] => {
      const isHidden = loader.fileInputs.some((input) => isCut(models.get(`${loader.className}.${input}`)));
      if (!isHidden || !canAskForFile(loader)) return [];
      const wanted = files.filter(({ loader: name }) => name === loader.className);
      return [...new Set(wanted.flatMap(({ name, alternatives }) => [name, ...alternatives]))].map((file) => ({
        ...loader,
        file,
      }));
    });
    if (hidden.length > 0) await askForFiles(ask, hidden, models);
    return { nodes: { present, absent, complete: false }, models: Object.fromEntries(models) };
  }
}

async function askForFiles(
  ask: AskInVain,
  questions: readonly FileQuestion[],
  models: Map<string, ModelNames>,
): Promise<void> {
  const refusal = await ask(fileGraph(questions));
  for (const [index, question] of questions.entries()) {
    if (!hasFile(refusal, index, question)) continue;
    for (const input of question.fileInputs) {
      const key = `${question.className}.${input}`;
      const { names, count } = models.get(key) ?? { names: [], count: 0 };
      models.set(key, { names: [...names, question.file], count });
    }
  }
}

function namesOf(found: readonly string[] | number): ModelNames {
  return typeof found === 'number' ? { names: [], count: found } : { names: found, count: found.length };
}

function isCut(names: ModelNames | undefined): boolean {
  return names !== undefined && names.names.length < names.count;
}
