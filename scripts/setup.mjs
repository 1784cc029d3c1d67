// Installs what is missing, so that `npm start` and `npm test` need nothing before them. Plain JavaScript for any Node:
// it runs before the repository's own Node is there. What follows it must be started by npm again: a shell that has looked
// `node` up once keeps the old one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = `${root}node_modules/.limner-setup.json`;
const omitDev = process.argv.includes('--omit=dev');

const lock = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const stamp = readStamp();
if (stamp.lock !== lock || (stamp.omitDev && !omitDev)) install();
if (!existsSync(`${root}node_modules/.bin/node`) && isTooOld(process.versions.node)) {
  fail(
    `limner needs Node 22.18 or newer, this is ${process.version}, and the repository's own Node has no build for ${process.platform}-${process.arch}. Install a newer Node.`,
  );
}

function install() {
  console.error(`Installing what is missing${omitDev ? '' : ' (with the tools for tests)'}; this takes a minute…`);
  // One lock for every platform: packages of other platforms in it are skipped, not missing.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(omitDev ? ['--omit=dev'] : [])];
  const { status, error } = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error || status !== 0)
    fail(`npm ${args.join(' ')} did not end well${error ? `: ${error.message}` : ''}. Its message above says why.`);
  writeFileSync(stampFile, JSON.stringify({ lock, omitDev }));
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function isTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 22 || (major === 22 && minor < 18);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
