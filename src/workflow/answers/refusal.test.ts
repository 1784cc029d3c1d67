import { describe, expect, test } from 'vitest';
import { explainExecution } from './explain-execution.ts';
import { type RefusalContext, explainRefusal } from './explain-refusal.ts';
import { readRefusalBody } from './graph-refusal.ts';
import { offeredCount, offeredOptions } from './offered-options.ts';
import { readRefusalText } from './refusal-text.ts';

const context: RefusalContext = {
  provider: 'comfyui-custom',
  packOf: (name) => (name === 'BiRefNetRMBG' ? { pack: 'ComfyUI-RMBG', link: 'https://example.org/rmbg' } : undefined),
};

const LOADER_TEXT = `Workflow validation failed:
• Node 12 (errors): [{'type': 'value_not_in_list', 'message': 'Value not in list', 'details': "unet_name: 'flux1-dev' not in ['flux1-dev.safetensors', 'z.safetensors']", 'extra_info': {'input_name': 'unet_name', 'input_config': [['flux1-dev.safetensors', 'z.safetensors'], {}], 'received_value': 'flux1-dev'}}]
• Node 12 (dependent_outputs): ['9']
• Node 12 (class_type): UNETLoader`;

describe('the text of a refusal', () => {
  test('gives the node, its class and its errors', () => {
    expect(readRefusalText(LOADER_TEXT)).toEqual({
      nodes: [
        {
          id: '12',
          classType: 'UNETLoader',
          errors: [
            {
              type: 'value_not_in_list',
              message: 'Value not in list',
              details: "unet_name: 'flux1-dev' not in ['flux1-dev.safetensors', 'z.safetensors']",
              extra: {
                input_name: 'unet_name',
                input_config: [['flux1-dev.safetensors', 'z.safetensors'], {}],
                received_value: 'flux1-dev',
              },
            },
          ],
        },
      ],
    });
  });

  test('is understood even where it is no literal that we can read', () => {
    const text = LOADER_TEXT.replace("'type': 'value_not_in_list'", "'type': <Kind.LIST: 1>");
    const error = readRefusalText(text)?.nodes[0]?.errors[0];
    expect(error).toMatchObject({ type: 'value_not_in_list', extra: { received_value: 'flux1-dev' } });
    expect(error && offeredOptions(error)).toEqual(['flux1-dev.safetensors', 'z.safetensors']);
  });

  test('gives the JSON behind "Raw response"', () => {
    const body = {
      error: { type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '', extra_info: {} },
      node_errors: {},
    };
    expect(readRefusalText(`Prompt has no outputs. Raw response: ${JSON.stringify(body)}`)?.error?.type).toBe(
      'prompt_no_outputs',
    );
  });

  test.each(['Job processing failed', 'ComfyUI server (127.0.0.1:8188) not reachable after multiple retries.', ''])(
    'is not seen in %j',
    (text) => expect(readRefusalText(text)).toBeUndefined(),
  );
});

describe('a long option list', () => {
  test('leaves only its length', () => {
    const error = {
      type: 'value_not_in_list',
      message: '',
      details: "sampler_name: 'x' not in (list of length 42)",
      extra: {},
    };
    expect(offeredOptions(error)).toBeUndefined();
    expect(offeredCount(error)).toBe(42);
  });
});

describe('a refusal explained', () => {
  test('names the model that is missing and the nearest that is there', () => {
    const refusal = readRefusalText(LOADER_TEXT);
    const error = explainRefusal(refusal ?? { nodes: [] }, context);
    expect(error).toMatchObject({ code: 'LIMNER_MODEL_MISSING', refused: true });
    expect(error.message).toBe(
      'comfyui-custom has no model "flux1-dev" for UNETLoader. Did you mean "flux1-dev.safetensors"?',
    );
  });

  test('says when a folder is empty', () => {
    const text = LOADER_TEXT.replaceAll("['flux1-dev.safetensors', 'z.safetensors']", '[]');
    expect(explainRefusal(readRefusalText(text) ?? { nodes: [] }, context).message).toContain('It has none at all.');
  });

  test('names the missing node and where it is had', () => {
    const error = explainRefusal(
      readRefusalBody({
        error: {
          type: 'missing_node_type',
          message: "Node 'Cut out' not found. The custom node may not be installed.",
          details: "Node ID '#cut'",
          extra_info: { node_id: 'cut', class_type: 'BiRefNetRMBG', node_title: 'Cut out' },
        },
        node_errors: {},
      }),
      context,
    );
    expect(error.code).toBe('LIMNER_NODE_MISSING');
    expect(error.message).toBe('comfyui-custom has no node "BiRefNetRMBG".');
    expect(error.next).toContain('ComfyUI-RMBG');
  });

  test('of older servers names the node from its sentence', () => {
    const error = { type: 'invalid_prompt', message: 'Cannot execute because node Foo does not exist.' };
    expect(explainRefusal(readRefusalBody({ error }), context)).toMatchObject({ code: 'LIMNER_NODE_MISSING' });
  });

  test('lists what else is wrong, node by node', () => {
    const error = explainRefusal(
      readRefusalBody({
        error: { type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details: '' },
        node_errors: {
          save: {
            class_type: 'SaveImage',
            errors: [{ type: 'required_input_missing', message: 'Required input is missing', details: 'images' }],
          },
        },
      }),
      context,
    );
    expect(error.code).toBe('LIMNER_WORKFLOW_REFUSED');
    expect(error.message).toContain('SaveImage save: Required input is missing (images)');
  });
});

describe('a failed execution explained', () => {
  test('knows a GPU that is full', () => {
    expect(explainExecution('x', 'Node Type: KSampler, Message: torch.OutOfMemoryError: CUDA out of memory').code).toBe(
      'LIMNER_OUT_OF_MEMORY',
    );
  });

  test('gives the first line and may be tried again', () => {
    const error = explainExecution('x', 'boom\nTraceback…');
    expect(error.message).toBe('x failed while it painted: boom');
    expect(error.retryable).toBe(true);
  });
});
