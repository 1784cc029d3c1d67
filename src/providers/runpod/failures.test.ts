import { describe, expect, test } from 'vitest';
import { explainFailure } from './failures.ts';

const context = { provider: 'comfyui-custom', packOf: () => undefined };
const explain = (error: unknown, output?: unknown) => explainFailure({ error, output }, context);

describe('a failed job', () => {
  test.each([
    [
      `Workflow validation failed:\n• Node ckpt (errors): [{'type': 'value_not_in_list', 'message': 'Value not in list', 'details': "ckpt_name: 'a' not in []", 'extra_info': {'input_name': 'ckpt_name', 'input_config': [[], {}], 'received_value': 'a'}}]\n• Node ckpt (dependent_outputs): ['9']\n• Node ckpt (class_type): CheckpointLoaderSimple\n\nNo checkpoint models appear to be available. Please check your model installation.`,
      'LIMNER_MODEL_MISSING',
    ],
    [
      `Node 'Cut' not found. The custom node may not be installed.. Raw response: ${JSON.stringify({ error: { type: 'missing_node_type', message: 'x', details: '', extra_info: { class_type: 'RMBG' } }, node_errors: {} })}`,
      'LIMNER_NODE_MISSING',
    ],
    ['ComfyUI server (127.0.0.1:8188) not reachable after multiple retries.', 'LIMNER_WORKER_BROKEN'],
    ['WebSocket communication error: ComfyUI HTTP unreachable during websocket reconnect', 'LIMNER_WORKER_BROKEN'],
    ["Missing 'workflow' parameter", 'LIMNER_WORKFLOW_REFUSED'],
    [
      'Error queuing workflow: 500 Server Error: Internal Server Error for url: http://127.0.0.1:8188/prompt',
      'LIMNER_WORKFLOW_REFUSED',
    ],
    [
      JSON.stringify({
        error_type: "<class 'torch.OutOfMemoryError'>",
        error_message: 'CUDA out of memory',
        error_traceback: '…',
      }),
      'LIMNER_OUT_OF_MEMORY',
    ],
    ['something new', 'LIMNER_CALL_FAILED'],
    [undefined, 'LIMNER_CALL_FAILED'],
  ])('%j is %s', (error, code) => expect(explain(error).code).toBe(code));

  test('has its cause in the details', () => {
    const details = [
      'Workflow execution error: Node Type: KSampler, Node ID: 3, Message: Allocation on device would exceed allowed memory. (out of memory)',
    ];
    const error = explain('Job processing failed', { details });
    expect(error.code).toBe('LIMNER_OUT_OF_MEMORY');
    expect(error.message).toContain('KSampler');
  });

  test('of a broken worker may be tried on another', () => {
    expect(explain('ComfyUI server (127.0.0.1:8188) not reachable after multiple retries.').retryable).toBe(true);
    expect(explain("Missing 'workflow' parameter").retryable).toBe(false);
  });
});
