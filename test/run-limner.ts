import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './source-files.ts';

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
  readonly node?: string;
  /** The user to run as, for tests that run as root. */
  readonly uid?: number;
  /** What it reads from standard input; nothing else. */
  readonly input?: string;
  /** Until when its standard input stays open; not at all when absent. */
  readonly inputEnds?: Promise<unknown>;
}

/** Runs the command line as its own process, as a user would, with no terminal and a clean environment. */
export function runLimner(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return runNode([join(ROOT, 'bin/limner.js'), ...args], options);
}

export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = spawn(options.node ?? process.execPath, args, {
    cwd: options.cwd ?? freshFolder(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  // Who does not read its input closes it early.
  child.stdin.on('error', () => undefined);
  if (options.inputEnds) void options.inputEnds.then(() => child.stdin.end());
  else child.stdin.end(options.input ?? '');
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'limner-test-'));
}

/** The documents of an NDJSON text. */
export function readLines<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
