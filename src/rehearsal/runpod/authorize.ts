import { type Answer, refuse } from '../http/answer.ts';

export interface Keys {
  /** Opens every endpoint; without it nobody is asked for a key. */
  readonly apiKey?: string;
  /** Keys that open these endpoints only. */
  readonly restrictedKeys?: { readonly [key: string]: readonly string[] };
}

/** The refusal of a request whose `Authorization` does not open the endpoint. */
export function authorize(header: string | undefined, endpointId: string, keys: Keys): Answer | undefined {
  if (keys.apiKey === undefined) return undefined;
  const key = /^Bearer (.+)$/.exec(header ?? '')?.[1];
  if (key === undefined) return refuse(401, 'Unauthorized');
  if (key === keys.apiKey) return undefined;
  const endpoints = Object.hasOwn(keys.restrictedKeys ?? {}, key) ? keys.restrictedKeys?.[key] : undefined;
  if (!endpoints) return refuse(401, 'Unauthorized');
  return endpoints.includes(endpointId) ? undefined : refuse(403, 'this key has no access to the endpoint');
}
