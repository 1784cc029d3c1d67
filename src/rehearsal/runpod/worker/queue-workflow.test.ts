import { describe, expect, test } from 'vitest';
import type { NodeCatalogue } from '../../../workflow/node-catalogue.ts';
import { readPromptAnswer } from './queue-workflow.ts';

const FAILED = {
  type: 'prompt_outputs_failed_validation',
  message: 'Prompt outputs failed validation',
  details: '',
  extra_info: {},
};

function errorOf(nodeErrors: object, catalogue: NodeCatalogue = {}): string {
  return textOf(400, { error: FAILED, node_errors: nodeErrors }, catalogue);
}

function textOf(status: number, body: unknown, catalogue: NodeCatalogue = {}): string {
  const queued = readPromptAnswer({ status, body }, catalogue);
  return 'error' in queued ? queued.error : 'no error';
}

function checkpoints(...names: readonly string[]): NodeCatalogue {
  const info = { input: { required: { ckpt_name: [names] as const } }, output: ['MODEL'], output_node: false };
  return { CheckpointLoaderSimple: info };
}

const missing = (input: string, value: string, options: readonly string[]) => ({
  errors: [
    {
      type: 'value_not_in_list',
      message: 'Value not in list',
      details: `${input}: '${value}' not in ${options.length > 0 ? `['${options.join("', '")}']` : '[]'}`,
      extra_info: { input_name: input, input_config: [options, {}], received_value: value },
    },
  ],
  dependent_outputs: ['9'],
  class_type: 'UNETLoader',
});

test('errors of nodes are Python lists behind bullets, one for each key', () => {
  expect(errorOf({ '12': missing('unet_name', 'x', ['a.safetensors']) })).toBe(
    [
      'Workflow validation failed:',
      `• Node 12 (errors): [{'type': 'value_not_in_list', 'message': 'Value not in list', 'details': "unet_name: 'x' not in ['a.safetensors']", 'extra_info': {'input_name': 'unet_name', 'input_config': [['a.safetensors'], {}], 'received_value': 'x'}}]`,
      "• Node 12 (dependent_outputs): ['9']",
      '• Node 12 (class_type): UNETLoader',
    ].join('\n'),
  );
});

test('None, floats and escaped quotes stand as Python writes them', () => {
  const text = errorOf({
    '3': {
      errors: [
        { details: '(list of length 42)', extra_info: { input_config: null, received_value: true } },
        {
          details: `it's a "name"`,
          extra_info: { input_config: ['FLOAT', { min: 0, max: 100 }], received_value: 101 },
        },
      ],
    },
  });
  expect(text).toContain("{'input_config': None, 'received_value': True}");
  expect(text).toContain(`'details': 'it\\'s a "name"'`);
  expect(text).toContain("'input_config': ['FLOAT', {'min': 0.0, 'max': 100.0}], 'received_value': 101.0");
});

describe('a checkpoint that is not there', () => {
  const error = { '4': missing('ckpt_name', 'x', []) };

  test('is answered with those that are', () => {
    expect(errorOf(error, checkpoints('a.safetensors', 'b.ckpt'))).toMatch(
      /\(class_type\): UNETLoader\n\nAvailable checkpoint models: a\.safetensors, b\.ckpt$/,
    );
  });

  test('is answered with a sentence when there is none', () => {
    const sentence = 'No checkpoint models appear to be available. Please check your model installation.';
    expect(errorOf(error, checkpoints()).endsWith(`\n\n${sentence}`)).toBe(true);
    expect(errorOf(error, {}).endsWith(`\n\n${sentence}`)).toBe(true);
  });

  test('is the only model whose like are named', () => {
    expect(errorOf({ '4': missing('unet_name', 'x', []) }, checkpoints('a.safetensors'))).not.toContain('Available');
  });
});

describe('errors of the whole graph are followed by the raw answer', () => {
  test('when there is no output', () => {
    const body = {
      error: { type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '', extra_info: {} },
      node_errors: {},
    };
    expect(textOf(400, body)).toBe(
      'Prompt has no outputs. Raw response: {"error": {"type": "prompt_no_outputs", "message": "Prompt has no outputs", "details": "", "extra_info": {}}, "node_errors": {}}',
    );
  });

  test('when a node class is missing, and the raw answer is JSON in ASCII', () => {
    const body = {
      error: {
        type: 'missing_node_type',
        message: "Node 'Größe ✂' not found. The custom node may not be installed.",
        details: "Node ID '#2'",
        extra_info: { node_id: '2', class_type: 'BiRefNet', node_title: 'Größe ✂' },
      },
      node_errors: {},
    };
    const text = textOf(400, body);
    const [message, raw = ''] = text.split('. Raw response: ');
    expect(message).toBe("Node 'Größe ✂' not found. The custom node may not be installed.");
    expect(raw).toContain(String.raw`"node_title": "Gr\u00f6\u00dfe \u2702"`);
    expect(JSON.parse(raw)).toEqual(body);
  });
});

test('an answer that is no JSON is repeated', () => {
  expect(textOf(400, 'oops')).toBe('ComfyUI validation failed (could not parse error response): oops');
});

test('a 500 tells nothing but its status', () => {
  expect(textOf(500, '500 Internal Server Error\n\nServer got itself in trouble')).toBe(
    'Error queuing workflow: 500 Server Error: Internal Server Error for url: http://127.0.0.1:8188/prompt',
  );
});

test('an answer without an id is an error', () => {
  expect(textOf(200, { number: 1 })).toBe("Missing 'prompt_id' in queue response: {'number': 1}");
});

test('bad outputs beside a good one are not mentioned', () => {
  const body = { prompt_id: 'abc', number: 1, node_errors: { '9': missing('ckpt_name', 'x', []) } };
  expect(readPromptAnswer({ status: 200, body }, {})).toEqual({ promptId: 'abc' });
});
