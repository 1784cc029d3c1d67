import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const OBJECT_INFO = join(ROOT, 'test/fixtures/comfyui/comfyui-object_info-core-0.33.0.json');
const load = { class_type: 'LoadImage', inputs: { image: 'new.png' }, _meta: { title: 'The \u001b[31mhero' } };
const scale = { image: ['1', 0], upscale_method: 'area', width: 32, height: 32, crop: 'disabled' };
const graph = {
  1: load,
  2: { class_type: 'ImageScale', inputs: scale },
  9: { class_type: 'SaveImage', inputs: { images: ['2', 0], filename_prefix: 'x' } },
};
const bad = { ...graph, 1: { ...load, inputs: { imgae: 'new.png' } } };

function validate(args: readonly string[], input = '') {
  return runLimner(['workflow', 'validate', ...args], { input });
}

test('finds nothing in a good workflow, and names every fault of a bad one', async () => {
  const good = await validate(['-', '--object-info', OBJECT_INFO], JSON.stringify(graph));
  expect(good).toMatchObject({ code: 0, stderr: '', stdout: 'OK Standard input: 3 nodes, no faults.\n' });
  const outcome = await validate(['-', '--object-info', OBJECT_INFO], JSON.stringify(bad));
  expect(outcome).toMatchObject({ code: 2, stderr: '' });
  expect(outcome.stdout).toContain('node 1 "The \\u001b[31mhero" (LoadImage)\n  ✗ The input "image" is missing.\n');
  expect(outcome.stdout).toContain('2 faults in Standard input.');
});

test('prints one JSON document', async () => {
  const [good, outcome] = await Promise.all(
    [graph, bad].map((workflow) => validate(['-', '--object-info', OBJECT_INFO, '--json'], JSON.stringify(workflow))),
  );
  expect(JSON.parse(good?.stdout ?? '')).toEqual({ valid: true, faults: [] });
  expect(JSON.parse(outcome?.stdout ?? '')).toMatchObject({
    valid: false,
    faults: [
      { node: '1', classType: 'LoadImage', input: 'image', code: 'input-missing' },
      { node: '1', input: 'imgae', code: 'input-unknown', cure: 'Did you mean "image"?' },
    ],
  });
});

describe('--as-server', () => {
  const ask = async (input: string) => {
    const { code, stdout } = await validate(['-', '--object-info', OBJECT_INFO, '--as-server'], input);
    return { code, stdout, answer: JSON.parse(stdout) as unknown };
  };

  test('takes a request with a file that the dump lists', async () => {
    const prompt = { ...graph, 1: { ...load, inputs: { image: 'ref_rgb.png [input]' } } };
    const body = { prompt_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, number: 0, node_errors: {} };
    expect(await ask(JSON.stringify({ prompt }))).toMatchObject({ code: 0, answer: { status: 200, body } });
  });

  test('keeps every digit of what was sent', async () => {
    const big = JSON.stringify({ prompt: graph }).replace('"width":32', '"width":18446744073709551617');
    const { code, stdout } = await ask(big);
    expect(code).toBe(2);
    expect(stdout).toContain('"message": "Value 18446744073709551617 bigger than max of 16384"');
    expect(stdout).toContain('"received_value": 18446744073709551617');
  });

  test('says what becomes of a body that is not JSON, and prints JSON all the same', async () => {
    expect(await ask('{oops')).toMatchObject({
      code: 2,
      answer: { status: 500, body: { _text: expect.stringMatching(/^500/) as string } },
    });
    const nan = JSON.stringify({ prompt: graph }).replace('"width":32', '"width":NaN');
    expect(await ask(nan)).toMatchObject({ code: 2, answer: { status: 400 } });
  });
});

test('asks a server that runs', async () => {
  const asked: string[] = [];
  const info = { LoadImage: { input: { required: { image: [['a.png'], {}] } }, output: ['IMAGE'], output_node: true } };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(JSON.stringify(info));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const place of [url, `${url}/comfy/`, `${url}/api/object_info`]) {
    const outcome = await validate(['-', '--object-info', place], JSON.stringify({ 1: load }));
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  }
  server.close();
  expect(asked).toEqual(['/object_info', '/comfy/object_info', '/api/object_info']);
});

test('says what is wrong with files and places', async () => {
  const folder = freshFolder();
  const path = (name: string, text: string | Uint8Array = '{}'): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  mkdirSync(join(folder, 'a-folder'));
  const workflow = path('workflow.json');
  const cases: readonly (readonly [file: string, objectInfo: string, words: string])[] = [
    [join(folder, 'none.json'), OBJECT_INFO, 'none.json is not there'],
    [join(folder, 'a-folder'), OBJECT_INFO, 'is a folder, not a file'],
    [path('broken.json', '{"1": '), OBJECT_INFO, 'is not JSON: Expecting value: line 1 column 7'],
    [path('picture.png', new Uint8Array([0x89, 0x50])), OBJECT_INFO, 'is not UTF-8 text'],
    [path('large.json', new Uint8Array(100 * 1024 * 1024 + 1)), OBJECT_INFO, 'is larger than 100 MB'],
    [workflow, join(folder, 'none.json'), 'none.json is not there'],
    [workflow, path('graph.json', JSON.stringify(graph)), 'no object_info of a ComfyUI server ("1" is no node class)'],
    [workflow, 'http://comfy.example.com', 'use https, or http on this machine'],
    [workflow, 'http://127.0.0.1:1', 'does not answer'],
  ];
  for (const [file, objectInfo, words] of cases) {
    const { code, stdout, stderr } = await validate([file, '--object-info', objectInfo]);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)]);
    expect(stderr).toMatch(/^Error LIMNER_(WORKFLOW|CATALOGUE)_UNREADABLE: /);
  }
});
