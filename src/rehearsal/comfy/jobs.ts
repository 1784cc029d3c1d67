import type { HistoryEntry, NodeOutput } from './engine.ts';
import type { PromptItem } from './run/prompt-item.ts';

export type JobStatus = 'pending' | 'in_progress' | 'completed' | 'failed' | 'cancelled';

/** One entry of `GET /api/jobs`. */
export interface Job {
  readonly id: string;
  readonly status: JobStatus;
  readonly priority: number;
  readonly create_time: unknown;
  readonly [key: string]: unknown;
}

/** A job that has not ended yet. */
export function waitingJob(item: PromptItem, status: 'pending' | 'in_progress'): Job {
  return {
    id: item.promptId,
    status,
    priority: item.number,
    create_time: item.extraData['create_time'],
    outputs_count: 0,
    previewable_outputs_count: 0,
    ...workflowId(item.extraData),
  };
}

export function endedJob({ prompt, outputs, status }: HistoryEntry): Job {
  const [priority, id, , extraData] = prompt;
  const find = (type: string): Readonly<Record<string, unknown>> | undefined =>
    status.messages.find(([name]) => name === type)?.[1];
  const error = find('execution_error');
  const previews = Object.entries(outputs).flatMap(([node, output]) => mediaOf(node, output));
  const preview = previews.find(({ type }) => type === 'output') ?? previews[0];
  return {
    id,
    status: status.completed ? 'completed' : find('execution_interrupted') ? 'cancelled' : 'failed',
    priority,
    create_time: (extraData as Readonly<Record<string, unknown>>)['create_time'],
    execution_start_time: find('execution_start')?.['timestamp'],
    execution_end_time: status.messages.at(-1)?.[1]['timestamp'],
    ...(error ? { execution_error: error } : {}),
    outputs_count: previews.length,
    previewable_outputs_count: previews.filter(({ mediaType }) => mediaType === 'images').length,
    ...(preview ? { preview_output: preview } : {}),
    ...workflowId(extraData),
  };
}

/** What `GET /api/jobs/{id}` adds to the list's entry. */
export function jobDetail(entry: HistoryEntry): Job {
  return {
    ...endedJob(entry),
    outputs: entry.outputs,
    execution_status: entry.status,
    workflow: { prompt: entry.prompt[2], extra_data: entry.prompt[3] },
  };
}

function mediaOf(node: string, output: NodeOutput): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(output).flatMap(([mediaType, list]) =>
    Array.isArray(list) && mediaType !== 'animated'
      ? list.map((item: unknown) => ({
          ...(typeof item === 'object' ? item : { content: item }),
          nodeId: node,
          mediaType,
        }))
      : [],
  );
}

function workflowId(extraData: unknown): { workflow_id?: unknown } {
  const info = fieldOf(extraData, 'extra_pnginfo');
  const id = fieldOf(fieldOf(info, 'workflow'), 'id');
  return id === undefined ? {} : { workflow_id: id };
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
