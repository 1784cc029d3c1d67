import { LimnerError } from '../errors.ts';
import { type CatalogueEntry, hasRole } from './catalogue.ts';
import { choose, wished } from './choose.ts';
import { checkOptions } from './compile-options.ts';
import type { EndpointFacts } from './endpoint-facts.ts';
import { findLoras } from './find-loras.ts';
import { samplerFault } from './find-sampler.ts';
import type { FitWish } from './fit-endpoint.ts';
import type { ChosenOptions } from './job-workflow.ts';
import { type Look, type Missing, lookForControl, lookForProfile } from './look-for.ts';
import type { Profile } from './profile.ts';
import { PROFILES } from './profiles/index.ts';
import { NO_REMOVAL } from './removals/index.ts';

export type Painter =
  | {
      readonly ok: true;
      readonly profile: string;
      readonly files: Look['files'];
      readonly options?: ChosenOptions;
    }
  | { readonly ok: false; readonly lack: { readonly missing: readonly Missing[]; readonly reason?: string } };

/** The best profile that the endpoint has everything for, the wished-for LoRAs and ControlNet included. */
export function choosePainter(entry: CatalogueEntry, facts: EndpointFacts, wish: FitWish): Painter {
  const able = PROFILES.filter(({ makes }) => makes === entry.makes);
  const options = hasRole(entry, 'Control') ? wish.options : withoutControl(wish.options);
  const profiles = wished(able, wish.profile, 'profile');
  const willing = profiles.filter((profile) => refusalOf(profile, options) === undefined);
  const [first] = profiles;
  if (willing.length === 0 && first)
    return { ok: false, lack: { missing: [], reason: refusalOf(first, options) ?? '' } };
  const reason = samplerFault(options ?? {}, facts);
  if (reason !== undefined) return { ok: false, lack: { missing: [], reason } };
  const { item, files, missing } = choose(willing, (profile) => look(profile, facts, options?.control === true));
  const { loras, missing: missingLoras } = findLoras(options?.loras ?? [], facts);
  const lack = [...missing, ...missingLoras];
  if (lack.length > 0) return { ok: false, lack: { missing: lack } };
  const chosen = options && { ...options, ...(options.loras ? { loras } : {}) };
  return { ok: true, profile: item.name, files, ...(chosen ? { options: chosen } : {}) };
}

/** A type without a guide has nothing that a ControlNet could follow. */
function withoutControl(options: ChosenOptions | undefined): ChosenOptions | undefined {
  if (!options) return undefined;
  const { control: _control, controlStrength: _strength, ...others } = options;
  return others;
}

function refusalOf(profile: Profile, options: ChosenOptions | undefined): string | undefined {
  try {
    checkOptions(options ?? {}, { profile, removal: NO_REMOVAL });
    return undefined;
  } catch (error) {
    if (error instanceof LimnerError) return error.message.replace(/^The/, 'the').replace(/\.$/, '');
    throw error;
  }
}

function look(profile: Profile, facts: EndpointFacts, withControl: boolean): Look {
  const base = lookForProfile(profile, facts);
  if (!withControl) return base;
  const control = lookForControl(profile, facts);
  return { files: { ...base.files, ...control.files }, missing: [...base.missing, ...control.missing] };
}
