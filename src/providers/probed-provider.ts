import type { EndpointFacts } from '../workflow/endpoint-facts.ts';
import type { EndpointFit } from '../workflow/fit-endpoint.ts';
import type { ImageProvider, WaitContext } from './provider.ts';

/** A provider that paints with workflows, and can say in detail what its server has for them: `limner probe`. */
export interface ProbedProvider extends ImageProvider {
  look(context: WaitContext & { readonly fresh: boolean }): Promise<EndpointKnowledge>;
  /** How the service says it is doing, in words after its name. Wakes no worker and costs nothing. */
  greet(context: WaitContext): Promise<string>;
}

export interface EndpointKnowledge {
  readonly facts: EndpointFacts;
  readonly fit: EndpointFit;
}

export function isProbed(provider: ImageProvider): provider is ProbedProvider {
  return 'look' in provider && typeof provider.look === 'function';
}
