/**
 * `base64.b64decode(text)`, as lenient as Python: what is no base64 is skipped, and nothing after the padding is read.
 * Throws a `Base64Error` with Python's words where `binascii.Error` is raised there.
 */
export function pythonBase64Decode(text: string): Uint8Array {
  const { data, padded } = dataCharacters(text);
  const left = data.length % 4;
  if (left === 1) {
    const count = `number of data characters (${data.length}) cannot be 1 more than a multiple of 4`;
    throw new Base64Error(`Invalid base64-encoded string: ${count}`);
  }
  if (left !== 0 && !padded) throw new Base64Error('Incorrect padding');
  return new Uint8Array(Buffer.from(data, 'base64'));
}

/** What Python raises as `binascii.Error`. */
export class Base64Error extends Error {
  override readonly name = 'Base64Error';
}

/** The characters that carry data, up to the padding that ends them. */
function dataCharacters(text: string): { readonly data: string; readonly padded: boolean } {
  const clean = text.replace(/[^A-Za-z0-9+/=]/g, '');
  let data = '';
  for (const [run, pads] of runsOf(clean)) {
    data += run;
    const left = data.length % 4;
    if (left >= 2 && left + pads >= 4) return { data, padded: true };
  }
  return { data, padded: false };
}

/** Stretches of data, each with the number of `=` behind it. */
function runsOf(clean: string): readonly (readonly [string, number])[] {
  return [...clean.matchAll(/([^=]*)(=*)/g)].map(([, run = '', pads = '']) => [run, pads.length] as const);
}
