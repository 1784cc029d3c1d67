import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Outcome, freshFolder, runLimner } from '../run-limner.ts';
import { startRehearsal } from '../start-rehearsal.ts';

const KEY = 'rpa_PLANTEDSECRET0123456789';
const PASSWORD = 'planted-password-987';
const SCENARIO_SECRET = 'planted-scenario-secret-55';
/** As it travels. */
const SCENARIO_PAIR = Buffer.from(`${KEY}:${SCENARIO_SECRET}`).toString('base64');

const PACK = `pack: secrets
assets:
  - { id: slime, type: entity, description: a green slime, width: 32, height: 32 }
  - { id: cave, type: background, description: a cave, width: 256, height: 256 }
`;

/** Every command that meets a service or what is kept of it, with what it said. */
async function useAll(home: string, env: Readonly<Record<string, string>>): Promise<readonly Outcome[]> {
  const state = ['--state', join(home, 'state')];
  const commands = [
    ['probe', 'comfyui-custom', '--time', ...state],
    ['probe', 'comfyui-direct', '--json', ...state],
    ['doctor', home, ...state],
    ['plan', home, '--prompts', ...state],
    ['generate', home, '--out', join(home, 'out'), '--json', ...state],
    ['generate', home, '--out', join(home, 'out'), '--provider', 'comfyui-direct', ...state],
    ['probe', 'scenario', '--json', ...state],
    ['generate', home, '--out', join(home, 'scenario'), '--provider', 'scenario', '--json', ...state],
    ['runs', home, '--json', ...state],
    ['show', home, '--json', ...state],
    ['show', home, 'slime', '--json', ...state],
  ];
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await runLimner(command, { cwd: home, env }));
  return outcomes;
}

/** The files below a folder that hold one of the words: as bytes, in whatever format. */
function filesWith(words: readonly string[], folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => words.some((word) => readFileSync(path).includes(word)));
}

/** Plain, and in the forms that it travels in. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(2, -2),
];

const situations: readonly (readonly [what: string, rehearse: readonly string[], codes: readonly number[]])[] = [
  ['a key that opens the endpoint', ['--key', KEY], [0]],
  ['a key that is refused', ['--key', 'another'], [3]],
  [
    'a service in which everything fails',
    ['--key', KEY, '--fault', 'failed-crash=0.5', '--fault', 'failed-node=0.5', '--scenario-fault', 'failed=0.5'],
    [1, 3],
  ],
  [
    'a service that cannot be understood',
    [
      '--key',
      KEY,
      '--fault',
      'submit-500=0.6',
      '--fault',
      'status-500=0.3',
      '--scenario-fault',
      'submit-500=0.6',
      '--scenario-fault',
      'read-500=0.2',
    ],
    [0, 1, 3],
  ],
];

test.concurrent.each(situations)(
  'nothing that limner writes or says has the secrets: %s',
  async (_what, args, codes) => {
    await using rehearsal = await startRehearsal(args);
    const home = freshFolder();
    writeFileSync(join(home, 'limner.yaml'), PACK);
    const direct = (rehearsal.environment['COMFYUI_URL'] ?? '').replace('//', `//ann:${PASSWORD}@`);
    const outcomes = await useAll(home, {
      ...rehearsal.environment,
      RUNPOD_API_KEY: KEY,
      COMFYUI_URL: direct,
      SCENARIO_API_KEY: KEY,
      SCENARIO_SECRET_API_KEY: SCENARIO_SECRET,
      R2_SECRET_ACCESS_KEY: KEY,
      IMAGE_GENERATION_PROVIDER: 'comfyui',
    });
    const words = [KEY, PASSWORD, SCENARIO_SECRET, SCENARIO_PAIR].flatMap(formsOf);
    expect(outcomes.filter(({ stdout, stderr }) => words.some((word) => (stdout + stderr).includes(word)))).toEqual([]);
    expect(filesWith(words, home)).toEqual([]);
    expect(codes).toContain(outcomes[4]?.code);
    // The search itself finds what is there.
    expect(filesWith(['a green slime'], home).length).toBeGreaterThan(1);
  },
);

test.concurrent('a service that repeats the key in its errors is not quoted with it', async () => {
  const server = createServer(({ headers }, response) => {
    response.writeHead(500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: `no: ${headers.authorization ?? ''}`, message: headers.authorization }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), PACK);
  const outcomes = await useAll(home, {
    RUNPOD_ENDPOINT_BASE_URL: `${url}/v2`,
    RUNPOD_API_KEY: KEY,
    COMFYUI_URL: url.replace('//', `//ann:${PASSWORD}@`),
    SCENARIO_BASE_URL: `${url}/v1`,
    SCENARIO_API_KEY: KEY,
    SCENARIO_SECRET_API_KEY: SCENARIO_SECRET,
    IMAGE_GENERATION_PROVIDER: 'comfyui',
  });
  server.close();
  const words = [KEY, PASSWORD, SCENARIO_SECRET, SCENARIO_PAIR].flatMap(formsOf);
  expect(outcomes.filter(({ stdout, stderr }) => words.some((word) => (stdout + stderr).includes(word)))).toEqual([]);
  expect(filesWith(words, home)).toEqual([]);
  expect(outcomes.map(({ stderr, stdout }) => stderr + stdout).join('')).toContain('answered 500');
});
