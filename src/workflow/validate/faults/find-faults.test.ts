import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coreCatalogue, recordedWorkflows, wholeCatalogue } from '../../../../test/comfyui-recordings.ts';
import type { WorkflowGraph, WorkflowNode } from '../../graph.ts';
import { readPythonJson } from '../read-python-json.ts';
import { validateAsServer } from '../validate-as-server.ts';
import { findFaults } from './find-faults.ts';

const image = { class_type: 'LoadImage', inputs: { image: 'hero.png' }, _meta: { title: 'The picture' } };
const scale = { image: ['1', 0], upscale_method: 'area', width: 32, height: 32, crop: 'disabled' };
const save = { class_type: 'SaveImage', inputs: { images: ['2', 0], filename_prefix: 'x' } };
const graphWith = (inputs: object, others: object = {}) => ({
  1: image,
  2: { class_type: 'ImageScale', inputs: { ...scale, ...inputs } },
  9: save,
  ...others,
});
const sampler = { model: ['4', 0], positive: ['4', 0], negative: ['4', 0], latent_image: ['4', 0] };
const settings = { steps: 1, cfg: 1, sampler_name: 'euler', scheduler: 'normal', denoise: 1 };

/** `node input code: message cure` of each fault. */
const told = (graph: unknown): readonly string[] =>
  findFaults(graph, coreCatalogue).map(
    ({ node, input, code, message, cure }) => `${node} ${input ?? '-'} ${code}: ${message} ${cure}`,
  );

test.each(recordedWorkflows)('the recorded workflow %s has no faults', (_, graph) => {
  expect(findFaults(graph, wholeCatalogue)).toEqual([]);
});

describe('a fault is told in plain words:', () => {
  test.each<[object, string]>([
    [{ width: undefined }, `2 width input-missing: The input "width" is missing. Add it; the node's default is 512.`],
    [{ crop: undefined }, '2 crop input-missing: The input "crop" is missing. Choose one of "disabled", "center".'],
    [{ image: undefined }, '2 image input-missing: The input "image" is missing. What fits: ["1", 0] (LoadImage).'],
    [{ Widht: 5 }, '2 Widht input-unknown: The node has no input "Widht". Did you mean "width"?'],
    [{ crop: 'Centre' }, '2 crop value-unlisted: "crop" has no choice "Centre" on this server. Did you mean "center"?'],
    [{ width: 'wide' }, '2 width value-type: "width" takes a whole number, and has "wide". Give it a whole number.'],
    [{ width: 99999 }, '2 width value-range: "width" is 99999, out of its range. Give it a value from 0 to 16384.'],
    [{ width: NaN }, '2 width not-finite: "width" is not a number. Give it a finite number.'],
    [{ image: null }, '2 image value-missing: "image" is null. What fits: ["1", 0] (LoadImage).'],
    [
      { image: 'a.png' },
      '2 image link-wanted: "image" takes a link to IMAGE, and has "a.png". What fits: ["1", 0] (LoadImage).',
    ],
    [
      { image: ['77', 0] },
      '2 image link-dangling: "image" is linked to node "77", which is not there. What fits: ["1", 0] (LoadImage).',
    ],
    [
      { image: [1, 0] },
      '2 image link-malformed: The link of "image" names a node by 1, and ids are texts. Write ["1", 0].',
    ],
    [
      { image: ['1', -1] },
      '2 image link-slot: "image" asks node "1" (LoadImage) for output -1, which it does not have. It has 0 (IMAGE), 1 (MASK).',
    ],
    [
      { image: ['1', 1] },
      '2 image link-type: "image" takes IMAGE, and output 1 of node "1" (LoadImage) gives MASK. What fits: ["1", 0] (LoadImage).',
    ],
    [
      { image: ['2', 0] },
      '2 - cycle: The links run in a circle: "2" (ImageScale) ← "2" (ImageScale). Link one of these nodes elsewhere.',
    ],
  ])('%o', (inputs, words) => expect(told(graphWith(inputs))).toEqual([words]));

  test('lists that are values are wrapped', () => {
    expect(told(graphWith({ width: [1, 2, 3] }))[0]).toMatch(/link-malformed: .*\{"__value__": \[…\]\}/);
  });

  test('a seed beyond what JSON numbers hold', () => {
    const graph = { 3: { class_type: 'KSampler', inputs: { ...sampler, ...settings, seed: 2 ** 53 } } };
    expect(told(graph)).toContainEqual(expect.stringMatching(/^3 seed digits-lost: /));
    const asText = { 3: { class_type: 'KSampler', inputs: { ...sampler, ...settings, seed: '9007199254740993' } } };
    expect(told(asText)).not.toContainEqual(expect.stringContaining('digits-lost'));
  });

  test('a class that is nearly there', () => {
    expect(told({ ...graphWith({}), 1: { ...image, class_type: 'LoadImgae' } })).toEqual([
      '1 - class-unknown: This server has no node "LoadImgae". Did you mean "LoadImage"?',
    ]);
  });

  test.each(['', '../hero.png', 5])('a file that cannot be: %o', (name) => {
    expect(told({ ...graphWith({}), 1: { ...image, inputs: { image: name } } })).toEqual([
      expect.stringMatching(/^1 image value-type: "image" takes the name of a file in the server's input folder, /),
    ]);
  });

  test('a link where a file is named', () => {
    const loader = { class_type: 'LoadLatent', inputs: { latent: ['6', 0] } };
    const any = { class_type: 'ETN_Parameter', inputs: { name: 'x', type: 'auto', default: '', min: 0, max: 1 } };
    expect(findFaults(graphWith({}, { 5: loader, 6: any }), wholeCatalogue)).toMatchObject([
      { node: '5', message: '"latent" takes the name of a file, and cannot be linked.' },
    ]);
  });

  test('a point in a slot, where the text of the graph is read', () => {
    const text = JSON.stringify(graphWith({})).replace('["1",0]', '["1",0.0]');
    expect(findFaults(readPythonJson(text), coreCatalogue)).toMatchObject([{ node: '2', code: 'link-slot' }]);
  });

  test('"false", which the server takes for true', () => {
    const grow = { class_type: 'GrowMask', inputs: { mask: ['1', 1], expand: 1, tapered_corners: 'false' } };
    expect(told(graphWith({}, { 5: grow }))).toEqual([expect.stringMatching(/^5 tapered_corners value-type: /)]);
  });
});

describe('inputs that unfold', () => {
  const resize = (inputs: object) => ({
    ...graphWith({}),
    2: { class_type: 'ResizeImageMaskNode', inputs: { input: ['1', 0], scale_method: 'area', ...inputs } },
  });

  test.each([
    [{}, 'resize_type', 'input-missing'],
    [{ resize_type: 'scale by multiplyer', 'resize_type.multiplier': 2 }, 'resize_type', 'key-unknown'],
    [{ resize_type: 'scale by multiplier' }, 'resize_type.multiplier', 'input-missing'],
    [
      { resize_type: 'scale by multiplier', 'resize_type.multiplier': 2, 'resize_type.width': 5 },
      'resize_type.width',
      'input-unknown',
    ],
  ])('%o', (inputs, input, code) => {
    expect(findFaults(resize(inputs), coreCatalogue)).toMatchObject([{ node: '2', input, code }]);
  });

  test('are written with their parent', () => {
    const batch = { class_type: 'BatchImagesNode', inputs: { 'images.image0': ['1', 0], image1: ['1', 0] } };
    expect(told({ ...graphWith({}), 2: batch })).toEqual([
      '2 image1 input-unknown: The node has no input "image1". Write it as "images.image1".',
    ]);
  });
});

describe('what is no workflow is recognised:', () => {
  test.each<[unknown, string]>([
    [{ nodes: [], links: [], last_node_id: 3 }, 'ui-format'],
    [{ prompt: graphWith({}), client_id: 'x' }, 'request-body'],
    [[1, 2], 'not-a-graph'],
    [null, 'not-a-graph'],
    [{}, 'no-output'],
    [{ 1: image }, 'no-output'],
  ])('%o', (document, code) => expect(findFaults(document, coreCatalogue)).toMatchObject([{ code }]));

  test('with the menu path that gives the right file', () => {
    expect(told({ nodes: [] })[0]).toContain('Workflow → Export (API)');
  });

  test('and entries that are no nodes', () => {
    const graph = { ...graphWith({}), 3: 5, 4: {}, 5: { class_type: 7 }, 6: { class_type: 'ImageInvert' } };
    expect(findFaults(graph, coreCatalogue).map(({ node, code }) => [node, code])).toEqual([
      ['3', 'not-a-node'],
      ['4', 'class-missing'],
      ['5', 'class-missing'],
      ['6', 'inputs-missing'],
    ]);
  });
});

test('all faults come at once, by node, with title and class', () => {
  const lost = { class_type: 'ImageInvert', inputs: { image: ['77', 0] } };
  const found = findFaults(
    { ...graphWith({ width: -5, foo: 1 }, { 10: lost }), 1: { ...image, inputs: {} } },
    coreCatalogue,
  );
  expect(found.map(({ node, input }) => [node, input])).toEqual([
    ['1', 'image'],
    ['2', 'width'],
    ['2', 'foo'],
    ['10', 'image'],
  ]);
  expect(found[0]).toMatchObject({ title: 'The picture', classType: 'LoadImage' });
});

describe('whatever is changed in a good workflow,', () => {
  const place = fc.constantFrom(...recordedWorkflows).chain(([, graph]) =>
    fc
      .constantFrom(...Object.entries(graph).filter(([, { inputs }]) => Object.keys(inputs).length > 0))
      .chain(([id, node]) =>
        fc.record({
          graph: fc.constant(graph),
          id: fc.constant(id),
          name: fc.constantFrom(...Object.keys(node.inputs)),
        }),
      ),
  );
  const change = (graph: WorkflowGraph, id: string, inputs: WorkflowNode['inputs']): WorkflowGraph => {
    const node = graph[id];
    return node ? { ...graph, [id]: { ...node, inputs } } : graph;
  };

  test('a misspelt, dangling or wrapped input is found at its node', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('misspell', 'dangle', 'unlink', 'null'), ({ graph, id, name }, how) => {
        const { [name]: value = null, ...others } = graph[id]?.inputs ?? {};
        const inputs = {
          misspell: { ...others, [`${name}_x`]: value },
          dangle: { ...others, [name]: ['nowhere', 0] },
          unlink: { ...others, [name]: [id] },
          null: { ...others, [name]: null },
        }[how];
        const found = findFaults(change(graph, id, inputs), wholeCatalogue);
        expect(found.map(({ node }) => node)).toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  test('an input that the node needs is missed at its node', () => {
    fc.assert(
      fc.property(place, ({ graph, id, name }) => {
        const { [name]: _, ...others } = graph[id]?.inputs ?? {};
        const isRequired = name in (wholeCatalogue[graph[id]?.class_type ?? '']?.input.required ?? {});
        const found = findFaults(change(graph, id, others), wholeCatalogue);
        if (isRequired) expect(found).toContainEqual(expect.objectContaining({ node: id, input: name }));
      }),
      { numRuns: 300 },
    );
  });

  test('what has no faults is taken whole by the server', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(['1', 0], ['3', 1], ['8', 0], NaN, 'euler', '12', 1.5, -1),
    );
    let taken = 0;
    fc.assert(
      fc.property(place, value, ({ graph, id, name }, changed) => {
        const inputs = { ...graph[id]?.inputs, [name]: changed as never };
        const prompt = change(graph, id, inputs);
        if (findFaults(prompt, wholeCatalogue).length > 0) return;
        taken += 1;
        const { status, body } = validateAsServer({ prompt }, { catalogue: wholeCatalogue, inputFiles: () => true });
        expect([status, body]).toEqual([200, expect.objectContaining({ node_errors: {} })]);
      }),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});

test('any JSON at all is looked at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      expect(findFaults(document, coreCatalogue).length).toBeGreaterThan(0);
    }),
  );
});
