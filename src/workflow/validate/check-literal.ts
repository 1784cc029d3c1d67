import type { FinalInput } from './finalise-inputs.ts';
import { inputConfig } from './finalise-inputs.ts';
import { type ServerError, notConverted, outOfRange, serverError } from './node-errors.ts';
import { isEqual, isLess, isTruthy, toFloat, toInt } from './python-number.ts';
import { repr, str } from './python-text.ts';
import { PythonError, type PythonValue, isDict, isList } from './python-value.ts';

/** Longer lists are not sent back. */
const SHOWN_OPTIONS = 20;

export interface Converted {
  /** What stands in the prompt from now on. */
  readonly value: PythonValue;
  readonly error?: ServerError;
}

const CONVERT: Readonly<Record<string, (value: PythonValue) => PythonValue>> = {
  INT: toInt,
  FLOAT: toFloat,
  STRING: str,
  BOOLEAN: isTruthy,
};

/** Unwraps `{"__value__": x}` and brings the value to the input's type, as Python would. */
export function convertLiteral(input: FinalInput, given: PythonValue): Converted {
  const value = isDict(given) && given.has('__value__') ? (given.get('__value__') ?? null) : given;
  const convert =
    typeof input.type === 'string' && Object.hasOwn(CONVERT, input.type) ? CONVERT[input.type] : undefined;
  try {
    return { value: convert ? convert(value) : value };
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return { value, error: notConverted(input, value, error) };
  }
}

/** Checks a converted value against `min`, `max` and the list of options. Throws where Python cannot compare. */
export function checkBounds(input: FinalInput, value: PythonValue): ServerError | undefined {
  const min = input.options.get('min');
  if (min !== undefined && isLess(value, min)) return outOfRange(input, value, 'min', min);
  const max = input.options.get('max');
  if (max !== undefined && isLess(value, max, '>')) return outOfRange(input, value, 'max', max);
  const options = listedOptions(input);
  return options && checkListed(input, value, options);
}

/** The values a combo takes; undefined where the input is none. */
export function listedOptions({ type, options }: FinalInput): readonly PythonValue[] | undefined {
  if (isList(type)) return type;
  if (type !== 'COMBO') return undefined;
  const listed = options.get('options');
  return isList(listed) ? listed : [];
}

function checkListed(input: FinalInput, value: PythonValue, options: readonly PythonValue[]): ServerError | undefined {
  const chosen = isTruthy(input.options.get('multiselect') ?? false) && isList(value) ? value : [value];
  const strays = chosen.filter((item) => !options.some((option) => isEqual(item, option)));
  if (strays.length === 0) return undefined;
  const isLong = options.length > SHOWN_OPTIONS;
  const shown = isLong ? `(list of length ${options.length})` : repr(options);
  return serverError(
    ['value_not_in_list', 'Value not in list'],
    `${input.name}: ${strays.map(repr).join(', ')} not in ${shown}`,
    { input_name: input.name, input_config: isLong ? null : inputConfig(input), received_value: value },
  );
}
