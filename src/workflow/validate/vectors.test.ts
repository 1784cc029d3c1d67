import { describe, expect, test } from 'vitest';
import dumpText from '../../../test/fixtures/comfyui/comfyui-object_info-core-0.33.0.json?raw';
import vectorsText from '../../../test/fixtures/comfyui/comfyui-validation-vectors-0.33.0.json?raw';
import type { NodeCatalogue } from '../node-catalogue.ts';
import { type PythonDict, type PythonValue, isDict, isList, toJson } from './python-value.ts';
import { str } from './python-text.ts';
import { readPythonJson } from './read-python-json.ts';
import { asDict } from './server-catalogue.ts';
import { type ServerAnswer, validateAsServer, validateTextAsServer } from './validate-as-server.ts';
import { writePythonJson } from './write-python-json.ts';

const plainDump = JSON.parse(dumpText) as NodeCatalogue;
const dump = asDict(readPythonJson(dumpText));
const listed = asDict(readPythonJson(vectorsText)).get('vectors');
const vectors = (isList(listed) ? listed : []).filter(isDict);

describe.each(vectors.map((vector) => [str(vector.get('name') ?? null), vector] as const))('%s', (_, vector) => {
  const answer = answerTo(vector, dump);
  const recorded = asDict(vector.get('response'));

  test('has the recorded status', () => expect(BigInt(answer.status)).toBe(vector.get('status')));

  test('has the recorded body to the letter', () => {
    const text = recorded.get('_text');
    expect(answer.text).toBe(typeof text === 'string' ? text : writePythonJson(recorded));
    expect(answer.body).toEqual(toJson(recorded));
  });

  if (vector.has('request_raw') || vector.get('name') === 'link_slot_float') return;
  test('is answered the same when JavaScript has read request and dump', () => {
    const body = JSON.parse(writePythonJson(vector.get('request') ?? null)) as unknown;
    const plain = validateAsServer(body, { catalogue: plainDump, ids: idsOf(recorded) });
    expect(plain.text).toBe(answer.text);
  });
});

test('all recorded vectors are there', () => expect(vectors).toHaveLength(57));

function answerTo(vector: PythonDict, catalogue: PythonDict): ServerAnswer {
  const raw = vector.get('request_raw');
  const text = typeof raw === 'string' ? raw : writePythonJson(vector.get('request') ?? null);
  return validateTextAsServer(text, { catalogue, ids: idsOf(asDict(vector.get('response'))) });
}

/** What the server made up by itself. */
function idsOf(recorded: PythonDict): { promptId?: string; number?: number } {
  const promptId: PythonValue | undefined = recorded.get('prompt_id');
  return typeof promptId === 'string' ? { promptId, number: Number(recorded.get('number')) } : {};
}
