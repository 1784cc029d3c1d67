import type { Answer } from '../http/answer.ts';
import { because } from './reply.ts';

export interface ScenarioKeys {
  readonly apiKey?: string | undefined;
  readonly apiSecret?: string | undefined;
}

/** The refusal of a request whose `Authorization` is not `Basic base64(key:secret)` with the right pair. */
export function authorizeBasic(header: string | undefined, { apiKey, apiSecret }: ScenarioKeys): Answer | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header ?? '')?.[1];
  const pair = /^([^:]+):(.+)$/.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8'));
  const isRight =
    pair && (apiKey === undefined || pair[1] === apiKey) && (apiSecret === undefined || pair[2] === apiSecret);
  return isRight ? undefined : because(401, 'Unauthorized');
}
