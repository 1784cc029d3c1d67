import type { Body } from './read-inputs.ts';
import type { ScenarioModel } from './models.ts';

export interface Price {
  readonly cu: number;
  readonly details: { readonly [part: string]: number };
}

/** Compute units for one job: the model's price, or a dearer one that an input asks for, times the pictures. */
export function priceOf({ price }: ScenarioModel, body: Body): Price {
  const outputs = countOf(body);
  const dearest = Math.max(
    price.details['custom-generation'] ?? 0,
    ...price.when.filter(({ input, is }) => isAsked(body[input], is)).map(({ cu }) => cu),
  );
  const details = Object.fromEntries(
    Object.entries(price.details).map(([part, cu]) => [part, (part === 'custom-generation' ? dearest : cu) * outputs]),
  );
  return { cu: Object.values(details).reduce((sum, cu) => sum + cu, 0), details };
}

function isAsked(value: unknown, is: string | undefined): boolean {
  if (is !== undefined) return value === is;
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** How many pictures a body asks for. */
export function countOf(body: Body): number {
  const count = body['numOutputs'] ?? body['numSamples'] ?? 1;
  return typeof count === 'number' ? count : 1;
}
