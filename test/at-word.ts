import { readSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';

/** What happens to a process that was started with the environment of `atWord`. */
export interface Strike {
  /** Part of what it says on its standard output; its first word, whatever that is, when absent. */
  readonly word?: string;
  /** Sent to itself; `hold`: it stands still until its standard input ends. */
  readonly what: NodeJS.Signals | 'hold';
  /** How long after the word a signal comes; at once, before it does anything else, when absent. */
  readonly delayMs?: number;
}

const VARIABLE = 'LIMNER_TEST_AT_WORD';

/**
 * The environment of a Node process to which something happens once it has said a word. What comes from outside is too late when
 * whoever should send it gets no turn; this comes by the clock of the process that it strikes, in the midst of whatever it does.
 */
export function atWord(strike: Strike): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${import.meta.url}`, [VARIABLE]: JSON.stringify(strike) };
}

const given = process.env[VARIABLE];
if (given !== undefined && isMainThread) listen(JSON.parse(given) as Strike);

function listen({ word = '', what, delayMs }: Strike): void {
  const strike = strikeOf(what, delayMs);
  const { stdout } = process;
  const write = stdout.write.bind(stdout) as (...args: readonly unknown[]) => boolean;
  let said = '';
  stdout.write = (...args: readonly unknown[]): boolean => {
    const isWritten = write(...args);
    const was = said !== '' && said.includes(word);
    said += String(args[0]);
    if (!was && said.includes(word)) strike();
    return isWritten;
  };
}

function strikeOf(what: Strike['what'], delayMs: number | undefined): () => void {
  if (what === 'hold') return hold;
  return delayMs === undefined ? () => void process.kill(process.pid, what) : strikeLater(what, delayMs);
}

function hold(): void {
  const still = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      if (readSync(0, new Uint8Array(1)) === 0) return;
    } catch (error) {
      // Whoever has looked at its standard input before has made it answer at once, also that nothing is there yet.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(still, 0, 0, 10);
    }
  }
}

/** From a thread of its own, which waits for nothing that the process does. */
function strikeLater(signal: NodeJS.Signals, delayMs: number): () => void {
  const bell = new Int32Array(new SharedArrayBuffer(8));
  const code = `
    const { bell, pid, signal, delayMs } = require('node:worker_threads').workerData;
    Atomics.wait(bell, 0, 0);
    Atomics.wait(bell, 1, 0, delayMs);
    process.kill(pid, signal);`;
  new Worker(code, { eval: true, execArgv: [], workerData: { bell, pid: process.pid, signal, delayMs } }).unref();
  return () => {
    Atomics.store(bell, 0, 1);
    Atomics.notify(bell, 0);
  };
}
