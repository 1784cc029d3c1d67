import { readFileSync } from 'node:fs';

export interface Memory {
  readonly nowMb: number;
  /** Since the process started; the kernel keeps it, so nothing between two looks is missed. */
  readonly mostMb: number;
}

/** Looks at the resident memory of a process from outside every 200 ms; gives what was seen when it stops watching. */
export function watchResident(pid: number | undefined): { readonly stop: () => readonly Memory[] } {
  const samples: Memory[] = [];
  const timer = setInterval(() => samples.push(...readMemory(pid)), 200);
  return {
    stop() {
      clearInterval(timer);
      return samples;
    },
  };
}

/** None once the process is gone. */
function readMemory(pid: number | undefined): readonly Memory[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [nowMb, mostMb] = [/VmRSS:\s+(\d+) kB/, /VmHWM:\s+(\d+) kB/].map(
      (field) => Number(field.exec(status)?.[1] ?? 0) / 1024,
    );
    return nowMb && mostMb ? [{ nowMb, mostMb }] : [];
  } catch {
    return [];
  }
}
