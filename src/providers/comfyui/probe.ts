import { isObject } from '../../workflow/answers/loose-json.ts';
import { type EndpointFacts, factsFromCatalogue } from '../../workflow/endpoint-facts.ts';
import { type EndpointFit, type FitWishes, fitEndpoint } from '../../workflow/fit-endpoint.ts';
import type { NodeCatalogue, NodeInfo } from '../../workflow/node-catalogue.ts';
import type { ComfyuiClient } from './client.ts';
import { noComfyui } from './errors.ts';

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
  const catalogue = wellDescribed(await client.objectInfo(signal));
  if (Object.keys(catalogue).length === 0) throw noComfyui(provider, '/object_info');
  const facts = factsFromCatalogue(catalogue);
  return { catalogue, facts, fit: fitEndpoint(facts, wishes) };
}

/** Some packs have nodes whose description is broken; the others are good all the same. */
function wellDescribed(answer: Readonly<Record<string, unknown>>): NodeCatalogue {
  return Object.fromEntries(Object.entries(answer).filter((entry): entry is [string, NodeInfo] => isNode(entry[1])));
}

function isNode(value: unknown): value is NodeInfo {
  if (!isObject(value) || !isObject(value['input']) || !Array.isArray(value['output'])) return false;
  const { required = {}, optional = {} } = value['input'];
  return [required, optional].every(
    (inputs) =>
      isObject(inputs) && Object.values(inputs).every((spec: unknown) => Array.isArray(spec) && isType(spec[0])),
  );
}

function isType(type: unknown): boolean {
  return typeof type === 'string' || Array.isArray(type);
}
