#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one can say what is wrong.
import { existsSync } from 'node:fs';
import module from 'node:module';
import v8 from 'node:v8';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `limner needs Node 22.18 or newer; this is ${process.version}. Install a newer Node (https://nodejs.org), or in a clone use \`npx limner\`.`,
  );
  process.exit(2);
}
module.enableCompileCache?.();
// A run makes much short-lived data and keeps little. Both hold long runs down and neither is a ceiling: the nursery stays as
// small as it starts (its largest size cannot be changed any more), and the heap is cleaned once it has doubled, not quadrupled.
v8.setFlagsFromString('--semi-space-growth-factor=1');
v8.setFlagsFromString('--heap-growing-percent=100');
silenceNode();
const built = new URL('../dist/cli/main.js', import.meta.url);
const source = new URL('../src/cli/main.ts', import.meta.url);
const { main } = await import(existsSync(source) ? source.href : built.href);
process.exitCode = await main(process.argv.slice(2));

/**
 * Node 22 warns about its own SQLite and type stripping, and every Node about FORCE_COLOR beside NO_COLOR: people who run
 * limner can do nothing about the first, and have chosen the second.
 */
function silenceNode() {
  const emit = process.emitWarning.bind(process);
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === 'string' ? rest[0] : rest[0]?.type;
    const isAboutColours = String(warning).includes("due to the 'FORCE_COLOR' env being set");
    if (type !== 'ExperimentalWarning' && !isAboutColours) emit(warning, ...rest);
  };
}
