/** Foreign JSON is looked at, never trusted. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value of a JSON text, also where Python has written `NaN` or `Infinity` into it; undefined when it is none. */
export function parseLoosely(text: string): unknown {
  return parse(text) ?? (/NaN|Infinity/.test(text) ? parse(withoutPythonWords(text)) : undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A number too large for JSON's reader is infinite to it. */
function withoutPythonWords(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|Infinity|NaN/g, (token) =>
    token === 'Infinity' ? '1e999' : token === 'NaN' ? 'null' : token,
  );
}
