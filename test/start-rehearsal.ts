import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CountersReport } from '../src/rehearsal/runpod/counters.ts';
import { freshFolder } from './run-limner.ts';
import { ROOT } from './source-files.ts';

/** A `limner rehearse` that runs as its own process. */
export interface RunningRehearsal extends AsyncDisposable {
  /** What it tells people to set. */
  readonly environment: Readonly<Record<string, string>>;
  readonly child: ChildProcess;
  /** What its RunPod server has seen. */
  counters(): Promise<CountersReport>;
}

export async function startRehearsal(args: readonly string[] = []): Promise<RunningRehearsal> {
  const entry = join(ROOT, 'bin/limner.js');
  const ports = ['--port', '0', '--comfyui-port', '0', '--scenario-port', '0'];
  const child = spawn(process.execPath, [entry, 'rehearse', ...ports, '--json', ...args], {
    cwd: freshFolder(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  const { admin, environment } = JSON.parse(line) as { admin: string; environment: Record<string, string> };
  return {
    environment,
    child,
    async counters() {
      return (await (await fetch(`${admin}/counters`)).json()) as CountersReport;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGINT');
      await once(child, 'close');
    },
  };
}
