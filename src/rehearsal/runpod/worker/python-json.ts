/** A JSON value as Python's `json.dumps` writes it: a blank after each comma and colon, nothing but ASCII. */
export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, part]) => `${asciiString(key)}: ${pythonJson(part)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? asciiString(value) : (JSON.stringify(value) ?? 'null');
}

function asciiString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
