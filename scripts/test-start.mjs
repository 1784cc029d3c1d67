// Two fresh clones, `npm start` alone in each: both must end well and hold the same pictures and, but for times, manifests.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'limner-start-'));
const failures = [];
let checks = 0;

const outs = ['one', 'two'].map((name) => {
  const clone = join(home, name);
  execFileSync('git', ['clone', '--quiet', root, clone]);
  // As on a machine of a user: what this run's own npm put on the path does not help the clone.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(root))
    .join(delimiter);
  const { status, stdout, stderr } = spawnSync('npm', ['start'], {
    cwd: clone,
    env: { PATH: path, HOME: process.env.HOME },
    encoding: 'utf8',
  });
  check(status === 0, `npm start ends with 0 in clone ${name}`, `${stdout}\n${stderr}`);
  return join(clone, 'out/slime-quest');
});
const [one, two] = outs;
for (const file of listed(one)) {
  check(existsSync(join(one, file)), `${file} is there`);
  check(readFileSync(join(one, file)).equals(readFileSync(join(two, file))), `${file} is the same in both clones`);
}
check(listed(one).length > 20, 'the example has its files');
check(existsSync(join(one, 'report.html')), 'the report is there');
check(JSON.stringify(timeless(one)) === JSON.stringify(timeless(two)), 'the manifests differ in times alone');
check(
  readdirSync(one).every((file) => !file.startsWith('.')),
  'nothing unfinished is left',
);
rmSync(home, { recursive: true, force: true });

const passed = checks - failures.length;
console.log(`${passed} passed, ${failures.length} failed`);
if (process.env.LIMNER_TEST_RESULTS) {
  mkdirSync(process.env.LIMNER_TEST_RESULTS, { recursive: true });
  writeFileSync(
    join(process.env.LIMNER_TEST_RESULTS, 'start.json'),
    JSON.stringify({ numPassedTests: passed, numFailedTests: failures.length }),
  );
}
process.exitCode = failures.length === 0 ? 0 : 1;

function listed(out) {
  const { assets } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return assets.flatMap(({ files }) => files.map(({ path }) => path));
}

function timeless(out) {
  const {
    startedAt: _startedAt,
    finishedAt: _finishedAt,
    assets,
    ...rest
  } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return { ...rest, assets: assets.map(({ timings: _timings, ...asset }) => asset) };
}

function check(isTrue, what, detail = '') {
  checks += 1;
  if (isTrue) return;
  failures.push(what);
  console.error(`✗ ${what}\n${detail}`);
}
