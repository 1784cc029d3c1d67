/** Words that every object answers to: a table of names would find them without anyone having put them there. */
const RESERVED_KEYS = new Set(Object.getOwnPropertyNames(Object.prototype));
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** `manifest.json` and `report.html` are ours. */
const RESERVED_OUTPUTS = /^(?:manifest|report)$/i;
const FORBIDDEN_IN_KEYS = /["'`/\\]/;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Says what is wrong with an id as a file name on any system, or undefined. */
export function idFault(id: string): string | undefined {
  if (id.length > 64) return 'must be at most 64 characters long';
  if (/[/\\]/.test(id)) return 'must be a name and no path: its files are called after it, all in the output folder';
  if (!/^[a-z0-9]/i.test(id)) return 'must start with a letter or a digit from a to z and 0 to 9';
  if (!/^[\w-]+$/.test(id)) return 'must be made of the letters a to z, digits, "_" and "-" alone';
  if (RESERVED_ON_WINDOWS.test(id)) return 'must not be a name that Windows keeps for devices';
  if (RESERVED_OUTPUTS.test(id)) return 'must not be "manifest" or "report": limner writes files of these names';
  return RESERVED_KEYS.has(id) ? RESERVED : undefined;
}

/** Says what is wrong with the name of a variant, region, animation or layer, or undefined. */
export function entryKeyFault(key: string): string | undefined {
  if (key === '') return 'must not be empty';
  if (key.length > 64) return 'must be at most 64 characters long';
  if (key.trim() !== key) return 'must not start or end with a space';
  if (!isPrintable(key)) return 'must not hold control characters';
  if (FORBIDDEN_IN_KEYS.test(key)) return 'must not hold quotes or slashes';
  return RESERVED_KEYS.has(key) ? RESERVED : undefined;
}

const RESERVED = 'must be another word: this one is reserved';

export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** The path of an image beside the pack: relative, with forward slashes, never leaving the pack's folder. */
export function imagePathFault(path: string): string | undefined {
  return pathFault(path, 'a PNG file');
}

/** The same for a JSON file. */
export function jsonPathFault(path: string): string | undefined {
  return pathFault(path, 'a JSON file');
}

function pathFault(path: string, what: string): string | undefined {
  if (path === '' || path.length > 1024 || !isPrintable(path)) return `must be the path of ${what}`;
  if (path.includes('\\')) return 'must use "/" between folders';
  if (path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return "must be relative to the pack's folder";
  return path.split('/').includes('..') ? "must not leave the pack's folder" : undefined;
}
