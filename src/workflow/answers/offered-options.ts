import type { NodeError } from './graph-refusal.ts';
import { isObject } from './loose-json.ts';
import { parsePythonLiteral } from './python-literal.ts';

/**
 * The values that a `value_not_in_list` says there are: old-style combos list them in place of the type, new-style ones under
 * `options`. Undefined when the list was too long for the server to repeat.
 */
export function offeredOptions(error: NodeError): readonly string[] | undefined {
  const config = error.extra['input_config'];
  if (Array.isArray(config)) {
    const [type, options] = config as readonly unknown[];
    if (Array.isArray(type)) return type.map(String);
    if (isObject(options) && Array.isArray(options['options'])) return options['options'].map(String);
  }
  const listed = parsePythonLiteral(/ not in (\[.*\])$/s.exec(error.details)?.[1] ?? '');
  return Array.isArray(listed) ? listed.map(String) : undefined;
}

/** How many values there are, where only that was said. */
export function offeredCount({ details }: NodeError): number | undefined {
  const count = / not in \(list of length (\d+)\)$/.exec(details)?.[1];
  return count === undefined ? undefined : Number(count);
}
