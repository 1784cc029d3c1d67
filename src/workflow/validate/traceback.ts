/**
 * Where the server's own code stands when it raises, in the form of `traceback.format_tb` with paths from the server's
 * folder (ComfyUI 0.33.0, Python 3.13). What own validators raise is shown by the frames outside of them.
 */
const FILE = 'ComfyUI/execution.py';

function frame(line: number, name: string, source: string, marks: string): string {
  return `  File "${FILE}", line ${line}, in ${name}\n    ${source}\n    ${marks}\n`;
}

const recursion = 'await validate_inputs(prompt_id, prompt, o_id, validated, visiting)';
const entry = 'await validate_inputs(prompt_id, prompt, o, validated)';

/** The call that met the exception while it walked from an output to its sources. */
export const INNER_CALL = frame(955, 'validate_inputs', `r = ${recursion}`, `    ${'^'.repeat(recursion.length)}`);

/** The call that met the exception in an output node itself. */
export const OUTER_CALL = frame(1184, 'validate_prompt', `m = ${entry}`, `    ${'^'.repeat(entry.length)}`);

export const READ_INPUTS = frame(
  870,
  'validate_inputs',
  "inputs = prompt[unique_id]['inputs']",
  `         ${'~'.repeat(17)}${'^'.repeat(10)}`,
);

export const READ_SOURCE = frame(
  933,
  'validate_inputs',
  "o_class_type = prompt[o_id]['class_type']",
  `               ${'~'.repeat(6)}${'^'.repeat(6)}`,
);

export const READ_SLOT = frame(
  935,
  'validate_inputs',
  'received_type = r[val[1]]',
  `                ~${'^'.repeat(8)}`,
);
