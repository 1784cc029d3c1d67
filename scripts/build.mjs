// Compiles src/ into dist/ for the published package, and puts the files beside it that are not TypeScript.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
for (const file of globSync('src/**/*.{sql,yaml,json,css,html,gz}', { cwd: root })) {
  cpSync(`${root}${file}`, `${root}${file.replace(/^src/, 'dist')}`);
}
