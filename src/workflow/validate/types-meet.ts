import { isEqual } from './python-number.ts';
import { type PythonValue, isList } from './python-value.ts';

const MATCH = 'COMFY_MATCHTYPE_V3';

/** Whether an output of the type `received` may be linked into an input of the type `wanted`. */
export function typesMeet(received: PythonValue, wanted: PythonValue): boolean {
  if (isEqual(received, wanted)) return true;
  if ([received, wanted].some((type) => type === '*' || type === MATCH)) return true;
  if (isList(received) && wanted === 'COMBO') return true;
  if (typeof received !== 'string' || typeof wanted !== 'string') return false;
  const [given, taken] = [received, wanted].map((types) => types.split(',').map((type) => type.trim()));
  if (!given || !taken) return false;
  return given.includes('*') || taken.includes('*') || given.some((type) => taken.includes(type));
}
