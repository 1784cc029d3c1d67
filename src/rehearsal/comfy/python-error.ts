/** An exception as the server's Python code would have raised it; ends the prompt with an `execution_error`. */
export class PythonError extends Error {
  readonly pythonType: string;

  constructor(pythonType: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PythonError';
    this.pythonType = pythonType;
  }
}

/** What Python says when a function lacks an argument. */
export function missingArgument(className: string, input: string): PythonError {
  return new PythonError('TypeError', `${className}.execute() missing 1 required positional argument: '${input}'`);
}
