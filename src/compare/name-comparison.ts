import { hashJson } from '../hash.ts';
import type { Sample } from './comparison.ts';

/**
 * The same pictures by the same providers have the same name, and their votes stay with them; where one picture has changed, votes on the
 * ones before say nothing.
 */
export function nameComparison(pack: string, samples: readonly Sample[]): string {
  const pictures = samples.map(({ provider, number, id, files }) => [
    provider,
    number,
    id,
    files.map((file) => file.sha256),
  ]);
  return `${pack}-${hashJson(pictures).slice(0, 12)}`;
}
