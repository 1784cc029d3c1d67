#!/usr/bin/env node
// Fills what is null in lock.json from the hub, and with --check compares what is pinned with it. Needs a network, once; commit the result.
//
//   node gpu-worker/pin.mjs [--check]
//
// Gated repositories show their files to those who have accepted the licence: set HF_TOKEN. HF_ENDPOINT names a mirror,
// LIMNER_LOCK another lock file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.LIMNER_LOCK ?? new URL('lock.json', import.meta.url);
const hub = process.env.HF_ENDPOINT ?? 'https://huggingface.co';
const headers = process.env.HF_TOKEN ? { authorization: `Bearer ${process.env.HF_TOKEN}` } : {};
const isCheck = process.argv.includes('--check');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const differences = [];

for (const model of lock.models) {
  const found = await askHub(model);
  for (const [key, value] of Object.entries(found)) {
    if (model[key] === value) continue;
    if (model[key] !== null) differences.push(`${model.name}: ${key} is ${value}, but the lock says ${model[key]}.`);
    else if (isCheck) differences.push(`${model.name}: ${key} is not pinned; it is ${value}.`);
    else {
      model[key] = value;
      console.log(`${model.name}: ${key} ${value}`);
    }
  }
}
if (!isCheck && differences.length === 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const difference of differences) console.error(difference);
if (differences.length > 0) process.exitCode = 1;
else console.log('lock.json and the hub agree.');

/** Revision, sha256 and size of a file: as of its pinned revision, or as of today when there is none. */
async function askHub({ repository, revision, path }) {
  const at = revision ?? (await getJson(`api/models/${repository}`)).sha;
  const folder = path.split('/').slice(0, -1).join('/');
  const entries = await getJson(`api/models/${repository}/tree/${at}${folder === '' ? '' : `/${folder}`}`);
  const entry = entries.find((each) => each.path === path);
  if (!entry) throw new Error(`${repository} has no ${path} at ${at}.`);
  // Small files are no LFS objects, and git's own hash is another one.
  const sha256 =
    entry.lfs?.oid ?? hash(new Uint8Array(await (await get(`${repository}/resolve/${at}/${path}`)).arrayBuffer()));
  return { revision: at, sha256, size: entry.size };
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

async function getJson(path) {
  return (await get(path)).json();
}

async function get(path) {
  const response = await fetch(`${hub}/${path}`, { headers });
  if (!response.ok) throw new Error(`${hub}/${path} answered ${response.status}.`);
  return response;
}
