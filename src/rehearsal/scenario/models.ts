import { readFileSync } from 'node:fs';
import { z } from 'zod';

const input = z.strictObject({
  name: z.string(),
  type: z.enum([
    'string',
    'number',
    'boolean',
    'file',
    'file_array',
    'string_array',
    'number_array',
    'model',
    'model_array',
  ]),
  label: z.string(),
  required: z.strictObject({ always: z.boolean() }).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  maxLength: z.number().optional(),
  allowedValues: z.array(z.string()).optional(),
  kind: z.string().optional(),
  modelTypes: z.array(z.string()).optional(),
  costImpact: z.boolean().optional(),
  parent: z.string().optional(),
  maskFrom: z.string().optional(),
});

const model = z.strictObject({
  name: z.string(),
  makes: z.enum(['picture', 'cutout', 'layers', 'upscale', 'nothing']),
  format: z.enum(['png', 'webp']).default('png'),
  type: z.string(),
  capabilities: z.array(z.string()),
  accessRestrictions: z.number(),
  price: z
    .strictObject({
      details: z.record(z.string(), z.number()),
      when: z.array(z.strictObject({ input: z.string(), is: z.string().optional(), cu: z.number() })).default([]),
    })
    .default({ details: {}, when: [] }),
  canvas: z.strictObject({ width: z.number(), height: z.number() }).optional(),
  inputs: z.array(input),
});

const book = z.strictObject({ models: z.record(z.string(), model), legacy: z.record(z.string(), model) });

export type ModelInput = z.infer<typeof input>;
export type ScenarioModel = z.infer<typeof model>;
export type ModelBook = z.infer<typeof book>;

/** The rehearsed models by id, and the older endpoints described as if they were models, by name. */
export function readModels(): ModelBook {
  const file = new URL('../data/scenario-models.json', import.meta.url);
  return book.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** What the API tells of a model; lists leave the inputs out. */
export function describeModel(id: string, { name, type, capabilities, accessRestrictions }: ScenarioModel): object {
  const now = '2026-10-09T00:00:00.000Z';
  return {
    id,
    name,
    type,
    privacy: 'public',
    status: 'trained',
    capabilities,
    tags: [],
    accessRestrictions,
    createdAt: now,
    updatedAt: now,
  };
}
