#!/usr/bin/env node
// Builds the worker's image. What is not pinned is refused here, before an hour of downloads.
//
//   node gpu-worker/build.mjs --tag you/limner-worker:1.0.0 [--target default] [--names "z-image-turbo native"] [--push] [--print]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { namesIn, readStages } from './dockerfile.ts';
import { baseImage, isPinned, modelsFor, readLock } from './lock.ts';

const { values: options } = parseArgs({
  options: {
    tag: { type: 'string' },
    target: { type: 'string', default: 'default' },
    names: { type: 'string', default: '' },
    push: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const { tag, target, names, push, print } = options;
const lock = readLock();
const stages = readStages(readFileSync(new URL('Dockerfile', import.meta.url), 'utf8'));

if (!tag || !/:[^/]+$/.test(tag) || tag.endsWith(':latest'))
  refuse('Give --tag a name and a version, such as you/limner-worker:1.0.0: workers must be told apart.');
if (!stages.some(({ name }) => name === target))
  refuse(`There is no target ${target}; there are ${stages.map(({ name }) => name).join(', ')}.`);
if ((target === 'chosen') !== (names !== '')) refuse('--names goes with --target chosen, and the other way round.');
const contents = target === 'chosen' ? names.split(/\s+/) : namesIn(stages, target);
const strangers = contents.filter((name) => modelsFor(lock, [name]).length === 0);
if (strangers.length > 0) refuse(`lock.json has nothing for ${strangers.join(', ')}.`);
const models = modelsFor(lock, contents);
const loose = models.filter((model) => !isPinned(model)).map(({ name }) => name);
if (loose.length > 0)
  refuse(`Not pinned: ${loose.join(', ')}. Run \`node gpu-worker/pin.mjs\` with a network and commit the result.`);
const needsToken = models.some(({ gated }) => gated);
if (needsToken && !process.env.HF_TOKEN && !print)
  refuse('Some of these files are gated: set HF_TOKEN to a Hugging Face token that may read them.');

const build = ['docker', 'buildx', 'build', '--platform', 'linux/amd64', '--target', target, '--tag', tag];
const command = [
  ...build,
  '--build-arg',
  `BASE_IMAGE=${baseImage(lock)}`,
  ...(names === '' ? [] : ['--build-arg', `NAMES=${names}`]),
  ...(needsToken ? ['--secret', 'id=hf_token,env=HF_TOKEN'] : []),
  push ? '--push' : '--load',
  fileURLToPath(new URL('.', import.meta.url)),
];
console.log(command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' '));
if (!print) process.exitCode = spawnSync(command[0], command.slice(1), { stdio: 'inherit' }).status ?? 1;

function refuse(why) {
  console.error(why);
  process.exit(2);
}
