import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packJsonSchema } from './json-schema.ts';
import { parsePack } from './parse-pack.ts';

interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const schema: JsonSchema = JSON.parse(packJsonSchema());
const examples = readdirSync(new URL('examples/', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the JSON Schema', () => {
  it('in the repository is up to date (node scripts/write-schema.ts)', () => {
    expect(read('schema/pack.schema.json')).toBe(packJsonSchema());
  });

  it('explains every field and names every mapping', () => {
    const all = listSchemas(schema, 'pack');
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(([path, { description }]) => path.includes('.') && !description).map(([path]) => path)).toEqual(
      [],
    );
    expect(all.filter(([, { properties, title }]) => properties && !title).map(([path]) => path)).toEqual([]);
  });

  it.each(['widht: 64', 'type: sprite', 'width: 0', 'shape: round', 'tile: 3'])('refuses %s, as we do', (field) => {
    const asset = parse(`{ id: a, type: entity, description: d, width: 8, height: 8 }`);
    const pack = { pack: 'p', assets: [{ ...asset, ...parse(field) }] };
    expect(accepts(schema, pack)).toBe(false);
    expect(parsePack(JSON.stringify(pack), { file: 'f', format: 'json' }).ok).toBe(false);
  });
});

describe.each(examples)('the example %s', (name) => {
  const text = read(`examples/${name}/limner.yaml`);

  it('starts with the line that tells editors its schema', () => {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schema/pack.schema.json');
  });

  it('is a good pack of that name, for us and for editors', () => {
    expect(parsePack(text, { file: 'limner.yaml', format: 'yaml' })).toMatchObject({ ok: true, pack: { pack: name } });
    expect(accepts(schema, parse(text))).toBe(true);
  });
});

it('slime-quest shows every type and kind there is', () => {
  const parsed = parsePack(read('examples/slime-quest/limner.yaml'), { file: 'limner.yaml', format: 'yaml' });
  const shown = parsed.ok ? parsed.pack.assets.map((asset) => (asset.type === 'sheet' ? asset.kind : asset.type)) : [];
  const all = ['background', 'entity', 'parallax', 'sprite', 'tile', 'title_hero', 'ui_component', 'variation'];
  expect([...new Set(shown)].toSorted()).toEqual(all);
});

function listSchemas(node: JsonSchema, path: string): readonly (readonly [string, JsonSchema])[] {
  const fields = Object.entries(node.properties ?? {}).flatMap(([key, field]) => listSchemas(field, `${path}.${key}`));
  const forms = [...(node.oneOf ?? []), ...(node.anyOf ?? [])].flatMap((form) =>
    listSchemas(form, path.replaceAll('.', '/')),
  );
  const items = [node.items ?? []].flat().flatMap((item) => listSchemas(item, `${path.replaceAll('.', '/')}[]`));
  const values =
    typeof node.additionalProperties === 'object'
      ? listSchemas(node.additionalProperties, `${path.replaceAll('.', '/')}{}`)
      : [];
  return [[path, node], ...fields, ...forms, ...items, ...values];
}

/** As much of a validator as our own schema needs. */
function accepts(node: JsonSchema, value: unknown): boolean {
  if (node.oneOf) return node.oneOf.filter((form) => accepts(form, value)).length === 1;
  if (node.anyOf) return node.anyOf.some((form) => accepts(form, value));
  if (node.const !== undefined && node.const !== value) return false;
  if (node.enum && !node.enum.includes(value)) return false;
  if (typeof value === 'number') return acceptsNumber(node, value);
  if (Array.isArray(value))
    return node.type === 'array' && value.every((item, index) => accepts(itemAt(node, index), item));
  if (typeof value === 'object' && value !== null) return node.type === 'object' && acceptsFields(node, value);
  return node.type === undefined || node.type === typeof value;
}

function acceptsNumber({ type, minimum = -Infinity, maximum = Infinity }: JsonSchema, value: number): boolean {
  const fits = type === 'integer' ? Number.isInteger(value) : type === 'number';
  return fits && value >= minimum && value <= maximum;
}

function itemAt({ items = {} }: JsonSchema, index: number): JsonSchema {
  return [items].flat()[Array.isArray(items) ? index : 0] ?? {};
}

function acceptsFields(
  { properties = {}, required = [], additionalProperties = true }: JsonSchema,
  value: object,
): boolean {
  if (!required.every((key) => Object.hasOwn(value, key))) return false;
  return Object.entries(value).every(([key, field]) => {
    const known = properties[key] ?? additionalProperties;
    return typeof known === 'boolean' ? known : accepts(known, field);
  });
}
