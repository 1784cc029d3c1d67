import { type Document, isMap, isScalar, parseDocument } from 'yaml';

/** Asset types with the providers that are to make them. */
export type Routes = Readonly<Record<string, string>>;

/**
 * A pack's text with these routes in its `providers:`. Nothing else changes: not a comment, not a space. Undefined when the text is written
 * in a way that cannot be changed so, with an alias for its routes, say.
 */
export function withRoutes(text: string, routes: Routes): string | undefined {
  const edited = edit(text, routes);
  return edited !== undefined && saysWhatItShould(text, edited, routes) ? edited : undefined;
}

function edit(text: string, routes: Routes): string | undefined {
  const document = parseDocument(text);
  const providers = isMap(document.contents) ? document.contents.get('providers', true) : undefined;
  if (providers === undefined) return insertSection(text, document, routes);
  if (!isMap(providers) || !providers.range) return undefined;
  const edits: Edit[] = [];
  const missing: [string, string][] = [];
  for (const [type, provider] of Object.entries(routes)) {
    const node = providers.get(type, true);
    if (node === undefined) missing.push([type, provider]);
    else if (isScalar(node) && node.range)
      edits.push({ from: node.range[0], to: node.range[1], text: quoted(provider, text.slice(...spanOf(node.range))) });
    else return undefined;
  }
  if (missing.length > 0)
    edits.push(providers.flow ? inFlow(text, providers, missing) : inBlock(text, providers, missing));
  return applyEdits(text, edits);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Range = readonly [start: number, valueEnd: number, nodeEnd: number];

const spanOf = ([start, valueEnd]: Range): [number, number] => [start, valueEnd];

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, { from, to, text: part }) => whole.slice(0, from) + part + whole.slice(to), text);
}

/** A name in the quotes that the one before it had. */
function quoted(name: string, before: string): string {
  const quote = /^["']/.exec(before)?.[0] ?? '';
  return `${quote}${name}${quote}`;
}

/** `{ default: painter }`: after the last value, in JSON's quotes where the others have them. A comment behind it stays where it is. */
function inFlow(
  text: string,
  { range, items }: { readonly range?: Range | null; readonly items: readonly unknown[] },
  missing: readonly (readonly [string, string])[],
): Edit {
  const [start, valueEnd] = range ?? [0, 0];
  const inside = text.slice(start + 1, valueEnd - 1);
  const isJson = inside.trimStart().startsWith('"') || (inside.trim() === '' && text.trimStart().startsWith('{'));
  const quote = isJson ? '"' : '';
  const pairs = missing.map(([type, provider]) => `${quote}${type}${quote}: ${quote}${provider}${quote}`);
  const last = items.at(-1) as PairNode | undefined;
  if (!last) return { from: start + 1, to: valueEnd - 1, text: ` ${pairs.join(', ')} ` };
  const at = endOf(last);
  const lineBreak = inside.includes('#') ? null : /\r?\n[ \t]*(?=\S)/.exec(inside);
  const gap = lineBreak?.[0] ?? ' ';
  return { from: at, to: at, text: pairs.map((pair) => `,${gap}${pair}`).join('') };
}

interface PairNode {
  readonly key: { readonly range: Range };
  readonly value: { readonly range: Range } | null;
}

function endOf({ key, value }: PairNode): number {
  return (value ?? key).range[1];
}

/** After the last pair, as far in as the first. */
function inBlock(
  text: string,
  { items }: { readonly items: readonly unknown[] },
  missing: readonly (readonly [string, string])[],
): Edit {
  const [first, last] = [items[0], items.at(-1)].map((pair) => pair as PairNode | undefined);
  const lineStart = text.lastIndexOf('\n', (first?.key.range[0] ?? 0) - 1) + 1;
  const indent = text.slice(lineStart, first?.key.range[0]);
  const lineEnd = text.indexOf('\n', last ? endOf(last) : text.length);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = missing.map(([type, provider]) => `${indent}${type}: ${provider}${newline}`).join('');
  if (lineEnd < 0) return { from: text.length, to: text.length, text: newline + lines };
  return { from: lineEnd + 1, to: lineEnd + 1, text: lines };
}

/** A section of its own, before `assets:` and what is written above it. */
function insertSection(text: string, document: Document, routes: Routes): string | undefined {
  const { contents } = document;
  if (!isMap(contents)) return undefined;
  const { range } = contents;
  if (contents.flow) return range ? insertIntoJson(text, range, routes) : undefined;
  const assets = contents.items.find(({ key }) => isScalar(key) && key.value === 'assets');
  const at = assets && isScalar(assets.key) ? assets.key.range?.[0] : undefined;
  if (at === undefined) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = Object.entries(routes).map(([type, provider]) => `  ${type}: ${provider}${newline}`);
  return `${text.slice(0, at)}providers:${newline}${lines.join('')}${text.slice(at)}`;
}

function insertIntoJson(text: string, [start]: Range, routes: Routes): string {
  const gap = /^\{(\s*)/.exec(text.slice(start))?.[1] ?? '';
  return `${text.slice(0, start + 1)}${gap}"providers": ${JSON.stringify(routes)},${gap === '' ? ' ' : ''}${text.slice(start + 1)}`;
}

/** What the pack says now is what it said, with the routes. */
function saysWhatItShould(before: string, after: string, routes: Routes): boolean {
  try {
    const [was, is] = [before, after].map((text) => parseDocument(text).toJS() as Record<string, unknown>);
    const providers = { ...(was?.['providers'] as object | undefined), ...routes };
    return JSON.stringify(sorted({ ...was, providers })) === JSON.stringify(sorted(is));
  } catch {
    return false;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
