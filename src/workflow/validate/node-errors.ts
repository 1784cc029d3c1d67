import { type FinalInput, inputConfig } from './finalise-inputs.ts';
import { str } from './python-text.ts';
import { type PythonDict, type PythonError, type PythonValue, dict } from './python-value.ts';

/** An error as the server reports it: `{type, message, details, extra_info}`. */
export interface ServerError {
  readonly type: string;
  readonly message: string;
  readonly details: string;
  readonly extra_info: PythonDict;
}

export function errorDict({ type, message, details, extra_info }: ServerError): PythonDict {
  return dict({ type, message, details, extra_info });
}

export function serverError(
  [type, message]: readonly [string, string],
  details: string,
  extra: { readonly [key: string]: PythonValue } = {},
): ServerError {
  return { type, message, details, extra_info: dict(extra) };
}

export function inputMissing(name: string, shown: string): ServerError {
  return serverError(['required_input_missing', 'Required input is missing'], shown, { input_name: name });
}

export function badLink(input: FinalInput, value: PythonValue): ServerError {
  return serverError(
    ['bad_linked_input', 'Bad linked input, must be a length-2 list of [node_id, slot_index]'],
    input.name,
    { input_name: input.name, input_config: inputConfig(input), received_value: value },
  );
}

export function typeMismatch(input: FinalInput, received: PythonValue, link: PythonValue): ServerError {
  return serverError(
    ['return_type_mismatch', 'Return type mismatch between linked nodes'],
    `${input.name}, received_type(${str(received)}) mismatch input_type(${str(input.type)})`,
    { input_name: input.name, input_config: inputConfig(input), received_type: received, linked_node: link },
  );
}

export function notConverted(input: FinalInput, value: PythonValue, { message }: PythonError): ServerError {
  return serverError(
    ['invalid_input_type', `Failed to convert an input value to a ${str(input.type)} value`],
    `${input.name}, ${str(value)}, ${message}`,
    {
      input_name: input.name,
      input_config: inputConfig(input),
      received_value: value,
      exception_message: message,
    },
  );
}

export function outOfRange(input: FinalInput, value: PythonValue, end: 'min' | 'max', bound: PythonValue): ServerError {
  const [type, words] =
    end === 'min' ? ['value_smaller_than_min', 'smaller than min of'] : ['value_bigger_than_max', 'bigger than max of'];
  return serverError([type, `Value ${str(value)} ${words} ${str(bound)}`], input.name, {
    input_name: input.name,
    input_config: inputConfig(input),
    received_value: value,
  });
}

export function customFailed(name: string, answer: string): ServerError {
  return serverError(['custom_validation_failed', 'Custom validation failed for node'], `${name} - ${answer}`, {
    input_name: name,
  });
}

export function exceptionInOutput({ type, message, frames }: PythonError, outer: string): ServerError {
  return serverError(['exception_during_validation', 'Exception when validating node'], message, {
    exception_type: type,
    traceback: [outer, ...frames],
  });
}

export function exceptionInSource(
  input: FinalInput,
  link: PythonValue,
  { type, message, frames }: PythonError,
  outer: string,
): ServerError {
  return serverError(['exception_during_inner_validation', 'Exception when validating inner node'], message, {
    input_name: input.name,
    input_config: inputConfig(input),
    exception_message: message,
    exception_type: type,
    traceback: [outer, ...frames],
    linked_node: link,
  });
}
