import { PythonError } from '../python-error.ts';
import type { Value } from '../values.ts';
import type { GivenInputs } from './run-node.ts';

/** The prompt was stopped by a client. */
export class InterruptedError extends Error {}

/** The fields that an `execution_error` tells about an exception in a node. */
export function describeException(error: unknown, className: string, given: GivenInputs): Record<string, unknown> {
  const message = error instanceof Error ? error.message : String(error);
  const type = error instanceof PythonError ? error.pythonType : 'RuntimeError';
  return {
    exception_message: `${message}\n${type === 'torch.OutOfMemoryError' ? MEMORY_TIPS : ''}`,
    exception_type: type,
    traceback: [
      '  File "ComfyUI/execution.py", line 545, in execute\n    output_data, output_ui, has_subgraph, has_pending_tasks = await get_output_data(prompt_id, unique_id, obj, input_data_all)\n',
      `  File "ComfyUI/execution.py", line 306, in process_inputs\n    result = f(**inputs)  # ${className}\n`,
    ],
    current_inputs: Object.fromEntries(Object.entries(given).map(([name, list]) => [name, list.map(formatValue)])),
  };
}

const MEMORY_TIPS =
  'This error means you ran out of memory on your GPU.\n\nTIPS: If the workflow worked before you might have accidentally set the batch_size to a large number.';

function formatValue(value: Value): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if ('kind' in value && (value.kind === 'image' || value.kind === 'mask')) return 'tensor([[[[…]]]])';
  return 'kind' in value && typeof value.kind === 'string'
    ? `<${value.kind} object at 0x7f0e5c1d2a70>`
    : JSON.stringify(value);
}
