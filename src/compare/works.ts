import type { Sample, Works } from './comparison.ts';

export function worksOf(samples: readonly Sample[]): Works {
  const codes: Record<string, number> = {};
  for (const { error } of samples) if (error) codes[error.code] = (codes[error.code] ?? 0) + 1;
  const count = (status: Sample['status']): number => samples.filter((sample) => sample.status === status).length;
  const sum = (of: (sample: Sample) => number): number => samples.reduce((total, sample) => total + of(sample), 0);
  return {
    samples: samples.length,
    made: count('done'),
    failed: count('failed'),
    refused: count('refused'),
    codes,
    attempts: sum(({ attempts }) => attempts),
    calls: sum(({ calls }) => calls),
    requests: sum(({ requests }) => requests.total),
  };
}
