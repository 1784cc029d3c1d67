import { isTruthy } from './python-number.ts';
import { str, typeName } from './python-text.ts';
import { PythonError, type PythonValue } from './python-value.ts';

/** What object_info does not tell of a class: which inputs its own validator takes over from the built-in checks. */
export interface HiddenFact {
  readonly validate_args?: readonly string[];
  /** The validator takes every input. */
  readonly validate_kwargs?: boolean;
  /** The class takes inputs it does not name. */
  readonly accept_all_inputs?: boolean;
}

/** By class name; the `classes` of a recording of hidden facts. */
export type HiddenFacts = { readonly [className: string]: HiddenFact };

/** The classes of the core that have a validator of their own (ComfyUI 0.33.0). */
export const CORE_FACTS: HiddenFacts = {
  LoadImage: { validate_args: ['image'] },
  LoadImageMask: { validate_args: ['image'] },
  LoadImageOutput: { validate_args: ['image'] },
  WebcamCapture: { validate_args: ['image'] },
  LoadLatent: { validate_args: ['latent'] },
  LoadAudio: { validate_args: ['audio'] },
  LoadVideo: { validate_args: ['file'] },
  Load3D: { validate_args: ['model_file'], validate_kwargs: true },
  Load3DAdvanced: { validate_args: ['model_file'], validate_kwargs: true },
  CustomCombo: { validate_args: ['choice', 'index'], validate_kwargs: true, accept_all_inputs: true },
  ModelAttentionBackend: { validate_args: ['attention'] },
  SelectModelDevice: { validate_args: ['device'] },
  SelectCLIPDevice: { validate_args: ['device'] },
  SelectVAEDevice: { validate_args: ['device'] },
};

export function factOf(facts: HiddenFacts, className: string): HiddenFact {
  return Object.hasOwn(facts, className) ? (facts[className] ?? {}) : {};
}

/** Whether a file of this name is in the server's `input`, `output` or `temp` folder. */
export type FileCheck = (name: string, folder: 'input' | 'output' | 'temp') => boolean;

interface OwnValidator {
  /** The Python method, as its complaints name it. */
  readonly method: string;
  readonly needs: string;
  /** What it says against a value. */
  readonly object?: (value: PythonValue, exists: FileCheck) => string | undefined;
}

const file =
  (kind: string) =>
  (value: PythonValue, exists: FileCheck): string | undefined =>
    annotatedFileExists(value, exists) ? undefined : `Invalid ${kind} file: ${str(value)}`;

const model = (value: PythonValue, exists: FileCheck): string | undefined =>
  !isTruthy(value) || value === 'none' ? undefined : file('3D model')(value, exists);

/** What the validators of the core do; one that is not here lets everything pass. */
export const OWN_VALIDATORS: Readonly<Record<string, OwnValidator>> = {
  LoadImage: { method: 'LoadImage.VALIDATE_INPUTS', needs: 'image', object: file('image') },
  LoadImageMask: { method: 'LoadImageMask.VALIDATE_INPUTS', needs: 'image', object: file('image') },
  LoadImageOutput: { method: 'LoadImage.VALIDATE_INPUTS', needs: 'image', object: file('image') },
  WebcamCapture: { method: 'LoadImage.VALIDATE_INPUTS', needs: 'image', object: file('image') },
  LoadLatent: { method: 'LoadLatent.VALIDATE_INPUTS', needs: 'latent', object: file('latent') },
  LoadAudio: { method: 'LoadAudio.validate_inputs', needs: 'audio', object: file('audio') },
  LoadVideo: { method: 'LoadVideo.validate_inputs', needs: 'file', object: file('video') },
  Load3D: { method: 'Load3D.validate_inputs', needs: 'model_file', object: model },
  Load3DAdvanced: { method: 'Load3DAdvanced.validate_inputs', needs: 'model_file', object: model },
  CustomCombo: { method: 'CustomComboNode.validate_inputs', needs: 'choice' },
  ModelAttentionBackend: { method: 'ModelAttentionBackend.VALIDATE_INPUTS', needs: 'attention' },
};

/** What the own validator of a class says against its inputs. Throws where it would. */
export function askOwnValidator(
  className: string,
  given: ReadonlyMap<string, PythonValue>,
  exists: FileCheck,
): string | undefined {
  const validator = Object.hasOwn(OWN_VALIDATORS, className) ? OWN_VALIDATORS[className] : undefined;
  if (!validator) return undefined;
  const value = given.get(validator.needs);
  if (value === undefined) {
    throw new PythonError(
      'TypeError',
      `${validator.method}() missing 1 required positional argument: '${validator.needs}'`,
    );
  }
  return validator.object?.(value, exists);
}

const FOLDERS = ['output', 'input', 'temp'] as const;

/** `name.png [output]`: a folder may be named behind the file; `input` is meant where none is. */
function annotatedFileExists(value: PythonValue, exists: FileCheck): boolean {
  if (typeof value !== 'string') {
    throw new PythonError('AttributeError', `'${typeName(value)}' object has no attribute 'endswith'`);
  }
  const folder = FOLDERS.find((name) => value.endsWith(`[${name}]`));
  const path = normalisePath(folder ? value.slice(0, -(folder.length + 3)) : value);
  if (path === undefined) return false;
  return path === '' || exists(path, folder ?? 'input');
}

/** The path within its folder, '' for the folder itself, or undefined where it leads out of it. */
function normalisePath(path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
