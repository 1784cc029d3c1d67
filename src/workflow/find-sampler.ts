import { nearest } from '../pack/nearest.ts';
import type { EndpointFacts } from './endpoint-facts.ts';
import type { ChosenOptions } from './job-workflow.ts';

/** What an endpoint calls something else, in words; undefined as far as it has not told what it has. */
export function samplerFault({ sampler, scheduler }: ChosenOptions, facts: EndpointFacts): string | undefined {
  return (
    nameFault('sampler', sampler, facts.models['KSampler.sampler_name']?.names) ??
    nameFault('scheduler', scheduler, facts.models['KSampler.scheduler']?.names)
  );
}

function nameFault(what: string, name: string | undefined, known: readonly string[] | undefined): string | undefined {
  if (name === undefined || !known || known.includes(name)) return undefined;
  const guess = nearest(name, known);
  return `it has no ${what} "${name}"${guess === undefined ? '' : `; did you mean "${guess}"?`}`;
}
