import { isObject, textOf } from '../../workflow/answers/loose-json.ts';

/** What a model says about itself. */
export interface RemoteModel {
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly ModelInput[];
  /** The plan it needs: 0 any, 25, 50. */
  readonly restrictions: number;
}

/** One input of a model. */
export interface ModelInput {
  readonly name: string;
  /** `string`, `number`, `boolean`, `file`, `model` or a list of such: `file_array`, `string_array`, `number_array`, `model_array`. */
  readonly type: string;
  readonly isRequired?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Characters of a text, items of a list. */
  readonly maxLength?: number;
  readonly allowedValues?: readonly unknown[];
}

/** Reads `{model}` or the model itself; undefined when it is none. */
export function readRemoteModel(value: unknown): RemoteModel | undefined {
  const model = isObject(value) && isObject(value['model']) ? value['model'] : value;
  if (!isObject(model) || !Array.isArray(model['inputs'])) return undefined;
  const id = textOf(model['id']);
  const restrictions = model['accessRestrictions'];
  return {
    id,
    name: textOf(model['name']) || id,
    inputs: model['inputs'].filter(isObject).map(readInput),
    restrictions: typeof restrictions === 'number' ? restrictions : 0,
  };
}

export function findInput({ inputs }: Pick<RemoteModel, 'inputs'>, name: string): ModelInput | undefined {
  return inputs.find((input) => input.name === name);
}

function readInput(input: Readonly<Record<string, unknown>>): ModelInput {
  const { required, allowedValues } = input;
  const numbers = Object.fromEntries(
    (['min', 'max', 'step', 'maxLength'] as const).flatMap((name) => {
      const value = input[name];
      return typeof value === 'number' && Number.isFinite(value) ? [[name, value]] : [];
    }),
  );
  return {
    name: textOf(input['name']),
    type: textOf(input['type']),
    ...numbers,
    ...(required === true || (isObject(required) && required['always'] === true) ? { isRequired: true } : {}),
    ...(Array.isArray(allowedValues) && allowedValues.length > 0 ? { allowedValues } : {}),
  };
}
