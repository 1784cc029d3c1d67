import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import type { FaultName } from './faults.ts';
import { crashReport } from './worker/crash.ts';
import { type Posted, executionError, failure } from './worker/handler.ts';
import { readPromptAnswer } from './worker/queue-workflow.ts';

/** The last words of a worker whose ComfyUI was killed in the middle of a job. */
export const COMFYUI_DIED: Posted = {
  error: 'WebSocket communication error: ComfyUI HTTP unreachable during websocket reconnect',
};

/** What every later job on such a worker gets. */
export const NOT_REACHABLE: Posted = {
  error: 'ComfyUI server (127.0.0.1:8188) not reachable after multiple retries.',
};

interface Scene {
  readonly catalogue: NodeCatalogue;
  readonly workerId: string;
}

const FAILURES: { readonly [name in FaultName]?: (scene: Scene) => Posted } = {
  'failed-validation': ({ catalogue }) => missingCheckpoint(catalogue),
  'failed-node': () => nodeThrew('VAEDecode', '8', "'NoneType' object has no attribute 'shape'"),
  'failed-oom': () => nodeThrew('KSampler', '3', OUT_OF_MEMORY),
  'failed-crash': ({ workerId }) => crashReport(workerId, 'KeyError', "'workflow'"),
  'failed-unreachable': () => NOT_REACHABLE,
  'failed-history': () =>
    failure('Job processing failed, prompt ID not found in history.', [
      executionError('KSampler', '3', OUT_OF_MEMORY),
      `Prompt ID ${PROMPT_ID} not found in history after execution.`,
    ]),
  'failed-no-outputs': () => failure('Job processing failed', [`No outputs found in history for prompt ${PROMPT_ID}.`]),
  'failed-queueing': ({ catalogue }) => refused(readPromptAnswer({ status: 500, body: null }, catalogue)),
};

export const FAILURE_NAMES = Object.keys(FAILURES).filter((name): name is FaultName => name in FAILURES);

/** How a job ends under one of these faults. */
export function scriptedFailure(name: FaultName, scene: Scene): Posted {
  return FAILURES[name]?.(scene) ?? {};
}

const PROMPT_ID = '5d3c2a1e-7a53-4f0c-9f53-0d6a3c1b9b7e';
const OUT_OF_MEMORY =
  'Allocation on device 0 would exceed allowed memory. (out of memory)\nCurrently allocated     : 21.98 GiB\n' +
  'Requested               : 1.50 GiB\nDevice limit            : 23.55 GiB\n';

function nodeThrew(type: string, id: string, message: string): Posted {
  return failure('Job processing failed', [executionError(type, id, message)]);
}

/** A workflow that names a checkpoint which is not on the worker. */
function missingCheckpoint(catalogue: NodeCatalogue): Posted {
  const [options = []] = catalogue['CheckpointLoaderSimple']?.input.required?.['ckpt_name'] ?? [];
  const there = Array.isArray(options) ? options.map((name) => `'${String(name)}'`).join(', ') : '';
  const error = {
    type: 'value_not_in_list',
    message: 'Value not in list',
    details: `ckpt_name: 'rehearsed-fault.safetensors' not in [${there}]`,
    extra_info: {
      input_name: 'ckpt_name',
      input_config: [options, {}],
      received_value: 'rehearsed-fault.safetensors',
    },
  };
  const node = { errors: [error], dependent_outputs: ['9'], class_type: 'CheckpointLoaderSimple' };
  const body = {
    error: {
      type: 'prompt_outputs_failed_validation',
      message: 'Prompt outputs failed validation',
      details: '',
      extra_info: {},
    },
    node_errors: { '4': node },
  };
  return refused(readPromptAnswer({ status: 400, body }, catalogue));
}

function refused(queued: ReturnType<typeof readPromptAnswer>): Posted {
  return 'error' in queued ? queued : {};
}
