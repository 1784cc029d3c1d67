import { describe, expect, test } from 'vitest';
import { type ComfyScript, ScriptedComfy } from '../../../testing/scripted-comfy.ts';
import type { NodeCatalogue } from '../../../workflow/node-catalogue.ts';
import { type HandlerContext, type Posted, handleJob } from './handler.ts';

const save = (prefix: string, inputs = {}) => ({
  class_type: 'SaveImage',
  inputs: { filename_prefix: prefix, ...inputs },
});
const PREVIEW = { class_type: 'PreviewImage', inputs: {} };
const THROW = { class_type: 'Throw', inputs: {} };

const catalogue: NodeCatalogue = {};

/** Runs one job on a ComfyUI of its own. */
function run(input: unknown, script: ComfyScript = {}, context: Partial<HandlerContext> = {}): Promise<Posted> {
  return handleJob(input, { engine: new ScriptedComfy(script), catalogue, ...context });
}

describe('a bad input fails the job with the sentence', () => {
  const BAD_IMAGES = "'images' must be a list of objects with 'name' and 'image' keys";
  test.each([
    [null, 'Please provide input'],
    ['{oops', 'Invalid JSON format in input'],
    [{}, "Missing 'workflow' parameter"],
    [{ workflow: null }, "Missing 'workflow' parameter"],
    [{ workflow: {}, images: 'a.png' }, BAD_IMAGES],
    [{ workflow: {}, images: [{ name: 'a.png' }] }, BAD_IMAGES],
    [{ workflow: {}, images: [[]] }, BAD_IMAGES],
  ])('%j', async (input, error) => {
    expect(await run(input)).toEqual({ error });
  });
});

test.each([
  [[1], 'AttributeError', "'list' object has no attribute 'get'"],
  [{ workflow: {}, images: [5] }, 'TypeError', "argument of type 'int' is not iterable"],
])('%j crashes the handler', async (input, type, message) => {
  await expect(run(input)).rejects.toMatchObject({ type, message });
});

test('the input may be a JSON string, and unknown keys are of no interest', async () => {
  const posted = await run(JSON.stringify({ workflow: { '9': save('a') }, asset: 'slime' }));
  expect(posted.output).toMatchObject({ images: [{ filename: 'a_00001_.png' }] });
});

describe('uploads', () => {
  const upload = async (...images: readonly unknown[]): Promise<{ posted: Posted; engine: ScriptedComfy }> => {
    const engine = new ScriptedComfy();
    return { engine, posted: await run({ workflow: { '9': save('a') }, images }, {}, { engine }) };
  };
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

  test('lie under their names; of two with one name the last wins in silence', async () => {
    const { engine, posted } = await upload({ name: 'a.png', image: 'QQ==' }, { name: 'a.png', image: 'Qg==' });
    expect(text(engine.uploads.get('a.png'))).toBe('B');
    expect(posted.error).toBeUndefined();
  });

  test('may be data URIs of whatever media type', async () => {
    const { engine } = await upload({ name: 'a.png', image: 'data:text/plain;base64,QUJD' });
    expect(text(engine.uploads.get('a.png'))).toBe('ABC');
  });

  test.each([
    [
      'a/b.png',
      'QQ==',
      'Error uploading a/b.png: 500 Server Error: Internal Server Error for url: http://127.0.0.1:8188/upload/image',
    ],
    ['a.png', 'QUJ', 'Error decoding base64 for a.png: Incorrect padding'],
    ['a.png', 'https://x.y/a.png', 'Error decoding base64 for a.png: Incorrect padding'],
    ['a.png', 'QÜ==', 'Unexpected error uploading a.png: string argument should contain only ASCII characters'],
    ['a.png', 5, "Unexpected error uploading a.png: argument of type 'int' is not iterable"],
  ])('%s with %j fails the job with its reason', async (name, image, reason) => {
    const { posted, engine } = await upload({ name: 'good.png', image: 'QQ==' }, { name, image });
    expect(posted).toEqual({ error: 'Failed to upload one or more input images', output: { details: [reason] } });
    expect(engine.prompts).toEqual([]);
  });
});

describe('the key for API nodes', () => {
  const keyOf = async (input: object, context: Partial<HandlerContext>): Promise<unknown> => {
    const engine = new ScriptedComfy();
    await run({ workflow: { '9': save('a') }, ...input }, {}, { engine, ...context });
    return engine.prompts[0];
  };

  test("is the input's before the endpoint's", async () => {
    const prompt = await keyOf({ comfy_org_api_key: 'mine' }, { comfyOrgApiKey: 'ours' });
    expect(prompt).toMatchObject({ extra_data: { api_key_comfy_org: 'mine' } });
    expect(await keyOf({}, { comfyOrgApiKey: 'ours' })).toMatchObject({ extra_data: { api_key_comfy_org: 'ours' } });
  });

  test('is not read from the name that the docs give it', async () => {
    expect(await keyOf({ api_key_comfy_org: 'mine' }, {})).not.toHaveProperty('extra_data');
  });
});

describe('a result', () => {
  test('is base64 without a prefix, and tells neither node nor folder', async () => {
    const { output } = await run({ workflow: { '8': save('layers/bg'), '9': save('sprites/bg') } });
    expect(output).toEqual({
      images: [
        { filename: 'bg_00001_.png', type: 'base64', data: expect.stringMatching(/^iVBORw0KGgo/) },
        { filename: 'bg_00002_.png', type: 'base64', data: expect.stringMatching(/^iVBORw0KGgo/) },
      ],
    });
  });

  test('comes in the order in which the nodes ran', async () => {
    const file = (filename: string) => ({ images: [{ filename, subfolder: '', type: 'output' as const }] });
    const put = (): string => 'https://bucket/x';
    const engine = new ScriptedComfy({
      history: { outputs: { '9': file('a.png'), '12': file('b.png') }, prompt: [0, 'id', {}, {}, ['12', '9']] },
    });
    engine.view = () => new Uint8Array([1]);
    const { output } = await run({ workflow: {} }, {}, { engine, put });
    expect(output).toMatchObject({ images: [{ filename: 'b.png' }, { filename: 'a.png' }] });
  });

  test('has no temporary pictures', async () => {
    const { output } = await run({ workflow: { '8': PREVIEW, '9': save('a') } });
    expect(output).toMatchObject({ images: [{ filename: 'a_00002_.png' }] });
    expect((await run({ workflow: { '8': PREVIEW } })).output).toEqual({ status: 'success_no_images', images: [] });
  });

  test('ignores whatever nodes report beside images', async () => {
    const posted = await run({ workflow: { '8': { class_type: 'PreviewAny', inputs: {} } } });
    expect(posted).toEqual({ output: { status: 'success_no_images', images: [] } });
  });

  test('is a URL when there is a bucket', async () => {
    const put = ({ extension }: { readonly extension: string }): string => `https://bucket/0a1b2c3d${extension}`;
    const { output } = await run({ workflow: { '9': save('a') } }, {}, { put });
    expect(output).toEqual({
      images: [{ filename: 'a_00001_.png', type: 's3_url', data: 'https://bucket/0a1b2c3d.png' }],
    });
  });

  test('that cannot be put into the bucket is an error', async () => {
    const put = (): string => {
      throw new Error('Access Denied');
    };
    const details = ['Error uploading a_00001_.png to S3: Access Denied'];
    expect(await run({ workflow: { '9': save('a') } }, {}, { put })).toEqual({
      error: 'Job processing failed',
      output: { details },
    });
  });
});

describe('an execution that went wrong', () => {
  const reason = 'Workflow execution error: Node Type: Throw, Node ID: 3, Message: it broke';

  test('fails the job when nothing was saved', async () => {
    expect(await run({ workflow: { '3': THROW } })).toEqual({
      error: 'Job processing failed',
      output: { details: [reason] },
    });
  });

  test('is only noted beside the pictures that were saved', async () => {
    const { error, output } = await run({ workflow: { '3': THROW, '9': save('a') } });
    expect(error).toBeUndefined();
    expect(output).toMatchObject({ images: [{ filename: 'a_00001_.png' }], errors: [reason] });
  });

  test('fails the job when it left no outputs', async () => {
    const { error, output } = await run({ workflow: {} });
    expect(error).toBe('Job processing failed');
    expect(output).toEqual({
      details: [expect.stringMatching(/^No outputs found in history for prompt [0-9a-f-]{36}\.$/)],
    });
  });

  test('fails the job when the file has gone', async () => {
    const history = { outputs: { '9': { images: [{ filename: 'a.png', subfolder: '', type: 'output' as const }] } } };
    const { output } = await run({ workflow: {} }, { history });
    expect(output).toEqual({ details: ['Failed to fetch image data for a.png from /view endpoint.'] });
  });

  test('is waited for without end when it was interrupted', async () => {
    const messages = [['execution_interrupted', {}]] as const;
    const history = { status: { status_str: 'error' as const, completed: false, messages } };
    const late = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 20));
    expect(await Promise.race([run({ workflow: {} }, { history }), late])).toBe('still waiting');
  });
});
