import type { ChildProcess } from 'node:child_process';

/** Kills a process some time after it has first said something, so that it surely was at work. */
export function killAfterWord(child: ChildProcess, delayMs: number, word = ''): void {
  let said = '';
  const listen = (text: Buffer): void => {
    said += text.toString();
    if (!said.includes(word)) return;
    child.stdout?.off('data', listen);
    setTimeout(() => child.kill('SIGKILL'), delayMs);
  };
  child.stdout?.on('data', listen);
}
