import { isDict } from '../../http/dict.ts';

/** What the worker reads of a job's input; nothing else is looked at. */
export interface WorkerInput {
  readonly workflow: unknown;
  readonly images: readonly unknown[] | undefined;
  readonly comfyOrgApiKey: string | undefined;
}

/** Python raised something the worker does not catch: the SDK posts it as a JSON string with a traceback. */
export class HandlerCrash extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const BAD_IMAGES = "'images' must be a list of objects with 'name' and 'image' keys";

/**
 * Checks the input as worker-comfyui does: the input, or the sentence with which the job fails. Throws a `HandlerCrash` where
 * Python trips over the types.
 */
export function readInput(jobInput: unknown): WorkerInput | string {
  if (jobInput === null || jobInput === undefined) return 'Please provide input';
  const input = typeof jobInput === 'string' ? parseJson(jobInput) : jobInput;
  if (input === undefined) return 'Invalid JSON format in input';
  if (!isDict(input)) {
    throw new HandlerCrash('AttributeError', `'${pythonType(input)}' object has no attribute 'get'`);
  }
  const { workflow, images, comfy_org_api_key: key } = input;
  if (workflow === undefined || workflow === null) return "Missing 'workflow' parameter";
  if (images !== undefined && images !== null && !isImageList(images)) return BAD_IMAGES;
  return {
    workflow,
    images: Array.isArray(images) ? images : undefined,
    comfyOrgApiKey: typeof key === 'string' ? key : undefined,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Python's `all("name" in image and "image" in image for image in images)`: a string "has" what it contains. */
function isImageList(images: unknown): boolean {
  if (!Array.isArray(images)) return false;
  return images.every((image: unknown) => contains(image, 'name') && contains(image, 'image'));
}

function contains(container: unknown, key: string): boolean {
  if (typeof container === 'string' || Array.isArray(container)) return container.includes(key);
  if (isDict(container)) return Object.hasOwn(container, key);
  throw new HandlerCrash('TypeError', `argument of type '${pythonType(container)}' is not iterable`);
}

export function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return 'dict';
}
