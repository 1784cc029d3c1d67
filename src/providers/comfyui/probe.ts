import { LimnerError } from '../../errors.ts';
import { isObject } from '../../workflow/answers/loose-json.ts';
import { type EndpointFacts, factsFromCatalogue } from '../../workflow/endpoint-facts.ts';
import { type EndpointFit, type FitWishes, fitEndpoint } from '../../workflow/fit-endpoint.ts';
import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import type { ComfyuiClient } from './client.ts';

/** What a server has, and what can be made of it. */
export interface ServerKnowledge {
  readonly catalogue: NodeCatalogue;
  readonly facts: EndpointFacts;
  readonly fit: EndpointFit;
}

/** Asks the server for all its nodes and the files that their loaders list. Costs nothing. */
export async function probeServer(
  provider: string,
  client: Pick<ComfyuiClient, 'objectInfo'>,
  wishes: FitWishes,
  signal: AbortSignal,
): Promise<ServerKnowledge> {
  const answer = await client.objectInfo(signal);
  if (!isCatalogue(answer)) {
    throw new LimnerError('LIMNER_ENDPOINT_NOT_FOUND', `What answers at the address of ${provider} is no ComfyUI.`, {
      next: 'Set COMFYUI_URL to the address of a ComfyUI server.',
    });
  }
  const facts = factsFromCatalogue(answer);
  return { catalogue: answer, facts, fit: fitEndpoint(facts, wishes) };
}

function isCatalogue(value: unknown): value is NodeCatalogue {
  if (!isObject(value)) return false;
  const nodes = Object.values(value);
  return (
    nodes.length > 0 &&
    nodes.every((node) => isObject(node) && isObject(node['input']) && Array.isArray(node['output']))
  );
}
