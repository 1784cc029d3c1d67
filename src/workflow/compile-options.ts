import { LimnerError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import type { Profile, SamplerSettings } from './profile.ts';
import type { Removal } from './removal.ts';

/** What may be changed about a workflow; everything has a good default. */
export interface WorkflowOptions extends Partial<SamplerSettings> {
  /** Starts from a picture; false takes the twin that starts from words alone. Default: true. */
  readonly guide?: boolean;
  /** False leaves the background in. Default: true wherever the workflow cuts. */
  readonly transparent?: boolean;
  readonly loras?: readonly Lora[];
  /** Follows the guide with the profile's ControlNet, too. Default: false. */
  readonly control?: boolean;
  readonly controlStrength?: number;
  /** Seamless edges; needs a server with ModelPatchSeamlessTiling. Default: none. */
  readonly tiling?: Tiling;
  /** Names the server really has, by the profile's or the removal's file key. */
  readonly files?: { readonly [key: string]: string };
}

export type Tiling = 'none' | 'x' | 'y' | 'xy';

export interface Lora {
  readonly name: string;
  /** 1 by default. */
  readonly strength?: number;
  /** For the text encoder, where the profile's LoRAs have one; as `strength` by default. */
  readonly clipStrength?: number;
}

type Check = (value: unknown) => string | undefined;

const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const word: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a name');
const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? undefined : `must be from ${least} to ${most}`;

const CHECKS: { readonly [name in keyof WorkflowOptions]-?: Check } = {
  steps: (value) => (Number.isSafeInteger(value) ? between(1, 200)(value) : 'must be a whole number'),
  cfg: between(0, 30),
  sampler: word,
  scheduler: word,
  guidance: between(0, 100),
  shift: between(0, 100),
  guide: flag,
  transparent: flag,
  loras: (value) => (Array.isArray(value) && value.every(isLora) ? undefined : 'must be a list of {name, strength}'),
  control: flag,
  controlStrength: between(0, 10),
  tiling: (value) =>
    ['none', 'x', 'y', 'xy'].some((known) => known === value) ? undefined : 'must be none, x, y or xy',
  files: (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every((name) => word(name) === undefined)
      ? undefined
      : 'must map keys to file names',
};

function isLora(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    Object.entries(value).every(([key, item]: [string, unknown]) =>
      key === 'name'
        ? word(item) === undefined
        : (key === 'strength' || key === 'clipStrength') && between(-100, 100)(item) === undefined,
    ) && 'name' in value
  );
}

/** Throws `LIMNER_WORKFLOW_INVALID` for an option that is unknown, out of range or not this profile's. */
export function checkOptions(
  options: WorkflowOptions,
  { profile, removal }: { readonly profile: Profile | undefined; readonly removal: Removal },
): void {
  const checks: { readonly [name: string]: Check } = CHECKS;
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(checks, name)) throw unknownName('option', name, Object.keys(CHECKS));
    const fault = checks[name]?.(value);
    if (fault !== undefined) throw invalid(`The option "${name}" ${fault}.`);
  }
  if (profile) checkAgainstProfile(options, profile);
  const known = [profile?.files, profile?.control?.files, removal.files].flatMap((files) => Object.keys(files ?? {}));
  const stray = Object.keys(options.files ?? {}).find((key) => !known.includes(key));
  if (stray !== undefined) throw unknownName('model file', stray, known);
}

function checkAgainstProfile(options: WorkflowOptions, profile: Profile): void {
  for (const name of ['guidance', 'shift'] as const)
    if (options[name] !== undefined && profile.settings[name] === undefined)
      throw invalid(`The profile ${profile.name} has no "${name}".`);
  if (options.control && !profile.control) throw invalid(`The profile ${profile.name} has no ControlNet.`);
  if (options.control && (options.tiling ?? 'none') !== 'none')
    throw invalid('Seamless tiling and a ControlNet cannot be used together.');
}

export function invalid(message: string, next?: string): LimnerError {
  return new LimnerError('LIMNER_WORKFLOW_INVALID', message, next === undefined ? {} : { next });
}

/** Names what was meant, or else all there is. */
export function unknownName(what: string, name: string, known: readonly string[]): LimnerError {
  const guess = nearest(name, known);
  const next = guess === undefined ? `There is: ${known.join(', ') || 'none'}.` : `Did you mean "${guess}"?`;
  return invalid(`There is no ${what} "${name}" here.`, next);
}
