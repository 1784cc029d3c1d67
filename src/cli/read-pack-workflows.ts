import { LimnerError } from '../errors.ts';
import { ownWorkflowKey } from '../pack/list-workflows.ts';
import type { ParsedPack } from '../pack/parse-pack.ts';
import type { PackProblem } from '../pack/problem.ts';
import type { CompiledWorkflow } from '../workflow/compiled-workflow.ts';
import { readOwnWorkflow } from '../workflow/own-workflow.ts';
import { readGraph } from '../workflow/read-graph.ts';
import { readPackFile } from './read-pack-file.ts';

const MAX_BYTES = 4 * 1024 * 1024;

export interface PackWorkflows {
  /** By `ownWorkflowKey`. */
  readonly workflows: ReadonlyMap<string, CompiledWorkflow>;
  readonly problems: readonly PackProblem[];
}

/** Reads every workflow of the user's own that a pack names, or says at the line that names it why it cannot serve. */
export async function readPackWorkflows(folder: string, parsed: ParsedPack & { ok: true }): Promise<PackWorkflows> {
  const workflows = new Map<string, CompiledWorkflow>();
  const problems: PackProblem[] = [];
  for (const files of parsed.workflows) {
    const [graph, slots] = await Promise.all([readJson(folder, files.file), readJson(folder, files.slots)]);
    const wrongFile = 'fault' in graph ? graph.fault : attempt(() => readGraph(graph.json)).fault;
    const wrongSlots = 'fault' in slots ? slots.fault : undefined;
    if (wrongFile !== undefined)
      problems.push(parsed.workflowProblem(files, 'file', `the workflow ${JSON.stringify(files.file)} ${wrongFile}`));
    if (wrongSlots !== undefined)
      problems.push(
        parsed.workflowProblem(files, 'slots', `the slots file ${JSON.stringify(files.slots)} ${wrongSlots}`),
      );
    if ('fault' in graph || 'fault' in slots || wrongFile !== undefined) continue;
    const read = attempt(() => readOwnWorkflow(graph.json, slots.json));
    if (read.fault !== undefined)
      problems.push(
        parsed.workflowProblem(files, 'slots', `the slots file ${JSON.stringify(files.slots)} ${read.fault}`),
      );
    else workflows.set(ownWorkflowKey(files), { ...read.value, type: files.file });
  }
  return { workflows, problems };
}

type Json = { readonly json: unknown } | { readonly fault: string };

async function readJson(folder: string, path: string): Promise<Json> {
  const bytes = await readPackFile(folder, path, MAX_BYTES);
  if (typeof bytes === 'string') return { fault: bytes };
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return { fault: 'is not JSON' };
  }
}

type Attempt<T> = { readonly value: T; readonly fault?: never } | { readonly value?: never; readonly fault: string };

function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof LimnerError) return { fault: `cannot be used: ${error.message} ${error.next}` };
    throw error;
  }
}
