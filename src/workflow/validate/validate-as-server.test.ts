import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coreCatalogue, recordedWorkflows, wholeCatalogue } from '../../../test/comfyui-recordings.ts';
import { type AnsweringServer, validateAsServer, validateTextAsServer } from './validate-as-server.ts';

const server: AnsweringServer = { catalogue: coreCatalogue };
const image = { class_type: 'LoadImage', inputs: { image: 'ref_rgb.png' }, _meta: { title: 'The hero' } };
const scale = { image: ['1', 0], upscale_method: 'area', width: 32, height: 32, crop: 'disabled' };
const save = { class_type: 'SaveImage', inputs: { images: ['2', 0], filename_prefix: 'x' } };
const graph = { 1: image, 2: { class_type: 'ImageScale', inputs: scale }, 9: save };

/** Type and details of the first error of each node. */
function complaints(prompt: unknown, of: AnsweringServer = server): Record<string, readonly [string, string]> {
  const { body } = validateAsServer({ prompt }, of);
  const { node_errors } = body as {
    node_errors: Record<string, { errors: readonly { type: string; details: string }[] }>;
  };
  return Object.fromEntries(
    Object.entries(node_errors).map(([id, { errors }]) => [id, [errors[0]?.type ?? '', errors[0]?.details ?? '']]),
  );
}

const errorType = (body: unknown): string =>
  (validateAsServer(body, server).body as { error: { type: string } }).error.type;

describe.each(recordedWorkflows)('the recorded workflow %s', (_, prompt) => {
  test('is taken whole', () => {
    const { status, body } = validateAsServer({ prompt }, { catalogue: wholeCatalogue, inputFiles: () => true });
    expect([status, body]).toEqual([200, expect.objectContaining({ node_errors: {} })]);
  });
});

test('all recorded workflows are there', () => expect(recordedWorkflows).toHaveLength(26));

describe('a good request', () => {
  test('is answered with its own id and with what would run', () => {
    const promptId = '0e3a1f2b-1111-4222-8333-abcdefabcdef';
    const prompt = { ...graph, 2: { class_type: 'ImageScale', inputs: { ...scale, width: ' 4_8 ', height: 33.9 } } };
    const answer = validateAsServer({ prompt, prompt_id: promptId, number: '7' }, server);
    expect(answer).toMatchObject({ status: 200, outputs: ['9'] });
    expect(answer.text).toBe(`{"prompt_id": "${promptId}", "number": 7.0, "node_errors": {}}`);
    expect(answer.graph).toEqual({
      ...graph,
      2: { class_type: 'ImageScale', inputs: { ...scale, width: 48, height: 33 } },
    });
  });

  test('loses bad outputs silently when another is good', () => {
    const bad = { class_type: 'PreviewImage', inputs: {} };
    const answer = validateAsServer({ prompt: { ...graph, 10: bad } }, server);
    expect(answer).toMatchObject({
      status: 200,
      outputs: ['9'],
      body: { node_errors: { 10: { class_type: 'PreviewImage' } } },
    });
  });

  test('is numbered by the queue, or backwards where it goes to the front', () => {
    const numbers = [{}, { front: true }, { front: 0 }].map((extra) => {
      return validateAsServer({ prompt: graph, ...extra }, { ...server, ids: { number: 5 } }).body;
    });
    expect(numbers).toMatchObject([{ number: 5 }, { number: -5 }, { number: 5 }]);
  });
});

describe('a request that is refused as a whole', () => {
  test.each([
    ['no_prompt', { client_id: 'x' }],
    ['no_prompt', []],
    ['invalid_prompt_id', { prompt: graph, prompt_id: 5 }],
    ['invalid_prompt_id', { prompt: graph, prompt_id: '{0e3a1f2b-1111-4222-8333-abcdefabcdef}' }],
    ['missing_node_type', { prompt: { ...graph, 20: { class_type: 7 } } }],
    ['prompt_no_outputs', { prompt: { 1: image } }],
    ['prompt_no_outputs', { prompt: graph, partial_execution_targets: 'abc' }],
  ])('is answered with %s', (type, body) => expect(errorType(body)).toBe(type));

  test('names the first node in the order of the text, not of numbers', () => {
    const text = '{"prompt": {"10": {"class_type": "Ten"}, "9": {"class_type": "Nine"}}}';
    expect(validateTextAsServer(text, server).text).toContain("Node 'Ten' not found.");
  });
});

describe('the server falls over', () => {
  test.each<[string, unknown]>([
    ['a body that is a number', 5],
    ['a text that speaks of a prompt', 'my prompt'],
    ['a number that is none', { prompt: graph, number: 'first' }],
    ['a prompt that is null', { prompt: null }],
    ['a node that is a text', { prompt: { ...graph, 20: 'class_type' } }],
    ['a class that is a list', { prompt: { ...graph, 20: { class_type: ['LoadImage'] } } }],
    ['inputs that are a list', { prompt: { ...graph, 20: { ...image, inputs: [] } } }],
    ['a title that cannot be asked for', { prompt: { 1: { class_type: 'Nobody', _meta: null } } }],
    ['targets that cannot be looked through', { prompt: graph, partial_execution_targets: 5 }],
    ['extra data that cannot be written to', { prompt: graph, extra_data: null }],
    ['extra data that is a list', { prompt: graph, extra_data: [] }],
  ])('at %s', (_, body) =>
    expect(validateAsServer(body, server)).toMatchObject({
      status: 500,
      body: { _text: expect.any(String) as string },
    }),
  );
});

describe('a removed class', () => {
  const inputs = { images: ['1', 0], longer_edge: 64 };
  const prompt = (meta: object) => ({ ...graph, 2: { class_type: 'ResizeImagesByLongerEdge', inputs, ...meta } });
  const { ResizeImagesByLongerEdge: _, ...newer } = coreCatalogue;

  test('is replaced where the node has a _meta', () => {
    const answer = validateAsServer({ prompt: prompt({ _meta: {} }) }, { catalogue: newer });
    expect(answer.graph?.['2']).toEqual({
      class_type: 'ImageScaleToMaxDimension',
      inputs: { image: ['1', 0], largest_size: 64, upscale_method: 'lanczos' },
    });
  });

  test('brings the server down where it has none', () => {
    expect(validateAsServer({ prompt: prompt({}) }, { catalogue: newer }).status).toBe(500);
  });

  test('stands where the server still has it', () => {
    expect(validateAsServer({ prompt: prompt({}) }, server).graph?.['2']?.class_type).toBe('ResizeImagesByLongerEdge');
  });
});

describe('own validators', () => {
  const load = (inputs: object) => ({ ...graph, 1: { class_type: 'LoadImage', inputs } });

  test.each([
    ['sub/../ref_rgb.png', true],
    ['ref_rgb.png [input]', true],
    ['', true],
    ['ref_rgb.png [output]', false],
    ['../ref_rgb.png', false],
    ['/etc/passwd', false],
    ['none', false],
  ])('find the file %o: %o', (name, found) => {
    const expected = found ? {} : { 1: ['custom_validation_failed', `image - Invalid image file: ${name}`] };
    expect(complaints(load({ image: name }))).toEqual(expected);
  });

  test.each([
    [{}, "LoadImage.VALIDATE_INPUTS() missing 1 required positional argument: 'image'"],
    [{ image: 5 }, "'int' object has no attribute 'endswith'"],
    [{ image: ['2', 0] }, "'NoneType' object has no attribute 'endswith'"],
  ])('raise for %o', (inputs, details) => {
    expect(complaints(load(inputs))['1']).toEqual(['exception_during_inner_validation', details]);
  });

  test('take names from wherever the caller knows them', () => {
    const files = new Set(['a.png [temp]']);
    expect(complaints(load({ image: 'a.png [temp]' }), { ...server, inputFiles: files })).toEqual({});
    expect(complaints(load({ image: 'a.png' }), { ...server, inputFiles: files })).not.toEqual({});
  });
});

describe('a link', () => {
  const linked = (link: unknown) =>
    complaints({ ...graph, 9: { class_type: 'PreviewImage', inputs: { images: link } } });

  test.each([
    [[1, 0], '1'],
    [['77', 0], "'77'"],
    [[null, 0], 'None'],
    [[['1'], 0], "unhashable type: 'list'"],
    [['1', null], 'tuple indices must be integers or slices, not NoneType'],
    [['1', 2], 'tuple index out of range'],
    [['1', -3], 'tuple index out of range'],
  ])('%o raises %s in the output', (link, details) => {
    expect(linked(link)).toEqual({ 9: ['exception_during_validation', details] });
  });

  test('counts true as 1', () => expect(linked(['1', true])['9']?.[0]).toBe('return_type_mismatch'));

  test('to a node of the new kind finds a list', () => {
    const prompt = { 3: { class_type: 'ImageInvert', inputs: { image: ['1', 0] } }, ...graph };
    const preview = { class_type: 'PreviewAny', inputs: { source: ['5', 9] } };
    const primitive = { class_type: 'PrimitiveInt', inputs: { value: 1 } };
    expect(complaints({ ...prompt, 5: primitive, 9: preview })).toEqual({
      9: ['exception_during_validation', 'list index out of range'],
    });
  });
});

test('a chain that is too long for the server is no accident here', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [
      `n${index}`,
      { class_type: 'ImageInvert', inputs: { image: [`n${index + 1}`, 0] } },
    ]),
  );
  const prompt = { ...chain, n3000: image, out: { class_type: 'PreviewImage', inputs: { images: ['n0', 0] } } };
  expect(Object.values(complaints(prompt)).map(([, details]) => details)).toContain('maximum recursion depth exceeded');
});

test('any JSON at all is answered', () => {
  const node = fc.record(
    {
      class_type: fc.oneof(fc.constantFrom(...Object.keys(coreCatalogue)), fc.jsonValue()),
      inputs: fc.oneof(
        fc.dictionary(fc.constantFrom('image', 'images', 'width', 'seed'), fc.jsonValue()),
        fc.jsonValue(),
      ),
      _meta: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const prompt = fc.dictionary(fc.constantFrom('1', '2', '3', 'x'), fc.oneof(node, fc.jsonValue()));
  const request = fc.record(
    { prompt: fc.oneof(prompt, fc.jsonValue()), extra_data: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(request, fc.jsonValue()), (body) => {
      expect([200, 400, 500]).toContain(validateAsServer(body, server).status);
    }),
    { numRuns: 500 },
  );
});
