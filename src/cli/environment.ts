import type { Rates } from '../providers/runpod/bill.ts';
import { amount } from './amount.ts';
import { isSwitchedOn } from './switch.ts';

/** The one place that reads the environment. Secrets are only ever named, never shown. */
export interface Environment {
  /** `IMAGE_GENERATION_PROVIDER` as a provider name, if it is set. */
  readonly defaultProvider?: string;
  /** `LIMNER_STATE`. */
  readonly state?: string;
  readonly runpod: RunpodEnvironment;
  /** `COMFYUI_URL`. */
  readonly comfyuiUrl?: string;
  readonly bucket: BucketEnvironment;
  readonly scenario: ScenarioEnvironment;
}

/** How limner was started. */
export interface Shell {
  /** Through npm or npx, which lend the programs of the project to the search path. */
  readonly isUnderNpm: boolean;
  /** Where the shell looks for programs. */
  readonly searchPath: string;
}

/** What sets the two RunPod endpoints up. */
export interface RunpodEnvironment {
  readonly apiKey?: string;
  readonly premadeEndpoint?: string;
  readonly customEndpoint?: string;
  readonly baseUrl?: string;
  /** `RUNPOD_RESULTS` is `bucket`: the workers put their pictures there, and answer with addresses. */
  readonly resultsInBucket: boolean;
  /** What the endpoints are billed by, where it is told: `RUNPOD_USD_PER_SECOND`, `RUNPOD_COLD_START_SECONDS`, `RUNPOD_IDLE_SECONDS`. */
  readonly rates: Partial<Rates>;
}

/** What opens the bucket that a pack names. */
export interface BucketEnvironment {
  /** `S3_ENDPOINT`. */
  readonly endpoint?: string;
  /** `R2_ACCOUNT_ID`. */
  readonly r2Account?: string;
  /** `R2_BUCKET`. */
  readonly bucket?: string;
  /** `R2_PUBLIC_URL`. */
  readonly publicUrl?: string;
  readonly awsRegion?: string;
  readonly r2Keys: KeyPair;
  readonly awsKeys: KeyPair;
  readonly awsSession?: string;
}

export interface KeyPair {
  readonly id?: string;
  readonly secret?: string;
}

/** What sets Scenario up: `SCENARIO_…`. */
export interface ScenarioEnvironment {
  readonly apiKey?: string;
  readonly secretApiKey?: string;
  readonly baseUrl?: string;
  /** The models that paint, remove backgrounds and part layers, where they are not the usual ones. */
  readonly models: { readonly paint?: string; readonly removal?: string; readonly layers?: string };
  /** `id:scale` of trained styles, with commas between them. */
  readonly loras?: string;
  /** `SCENARIO_API` is `legacy`: the typed endpoints are used. */
  readonly legacy: boolean;
  readonly usdPerCu?: number;
}

/** @throws LIMNER_USAGE for a variable with a value that means nothing */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const read = <Name extends string>(field: Name, variable: string): { readonly [name in Name]?: string } => {
    const value = variables[variable]?.trim();
    return value ? ({ [field]: value } as { readonly [name in Name]: string }) : {};
  };
  const runpod: RunpodEnvironment = {
    ...read('apiKey', 'RUNPOD_API_KEY'),
    ...read('premadeEndpoint', 'RUNPOD_COMFYUI_ENDPOINT_ID'),
    ...read('customEndpoint', 'RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID'),
    ...read('baseUrl', 'RUNPOD_ENDPOINT_BASE_URL'),
    resultsInBucket: isSwitchedOn('RUNPOD_RESULTS', 'bucket', variables),
    rates: {
      ...amount('usdPerSecond', 'RUNPOD_USD_PER_SECOND', variables),
      ...amount('coldStartSeconds', 'RUNPOD_COLD_START_SECONDS', variables),
      ...amount('idleSeconds', 'RUNPOD_IDLE_SECONDS', variables),
    },
  };
  const bucket: BucketEnvironment = {
    ...read('endpoint', 'S3_ENDPOINT'),
    ...read('r2Account', 'R2_ACCOUNT_ID'),
    ...read('bucket', 'R2_BUCKET'),
    ...read('publicUrl', 'R2_PUBLIC_URL'),
    ...read('awsRegion', 'AWS_REGION'),
    r2Keys: { ...read('id', 'R2_ACCESS_KEY_ID'), ...read('secret', 'R2_SECRET_ACCESS_KEY') },
    awsKeys: { ...read('id', 'AWS_ACCESS_KEY_ID'), ...read('secret', 'AWS_SECRET_ACCESS_KEY') },
    ...read('awsSession', 'AWS_SESSION_TOKEN'),
  };
  const scenario: ScenarioEnvironment = {
    ...read('apiKey', 'SCENARIO_API_KEY'),
    ...read('secretApiKey', 'SCENARIO_SECRET_API_KEY'),
    ...read('baseUrl', 'SCENARIO_BASE_URL'),
    models: {
      ...read('paint', 'SCENARIO_MODEL'),
      ...read('removal', 'SCENARIO_REMOVAL_MODEL'),
      ...read('layers', 'SCENARIO_LAYERS_MODEL'),
    },
    ...read('loras', 'SCENARIO_LORAS'),
    legacy: isSwitchedOn('SCENARIO_API', 'legacy', variables),
    ...amount('usdPerCu', 'SCENARIO_USD_PER_CU', variables),
  };
  const { provider } = read('provider', 'IMAGE_GENERATION_PROVIDER');
  return {
    ...(provider === undefined ? {} : { defaultProvider: providerMeant(provider, runpod) }),
    ...read('state', 'LIMNER_STATE'),
    runpod,
    bucket,
    ...read('comfyuiUrl', 'COMFYUI_URL'),
    scenario,
  };
}

/** Apart from all else, which may be wrong: errors and help name the program, too. */
export function readShell(variables: NodeJS.ProcessEnv = process.env): Shell {
  return { isUnderNpm: variables['npm_command'] !== undefined, searchPath: variables['PATH'] ?? '' };
}

/** `runpod` and `comfyui` both mean the RunPod endpoint: the custom one, unless only the other is set. */
function providerMeant(name: string, { premadeEndpoint, customEndpoint }: RunpodEnvironment): string {
  if (name !== 'runpod' && name !== 'comfyui') return name;
  return premadeEndpoint !== undefined && customEndpoint === undefined ? 'comfyui-premade' : 'comfyui-custom';
}

/** Variables that set a provider or store up, for `doctor`; only whether they are set is looked at. */
export const SETUP_VARIABLES = [
  'IMAGE_GENERATION_PROVIDER',
  'RUNPOD_API_KEY',
  'RUNPOD_COMFYUI_ENDPOINT_ID',
  'RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID',
  'RUNPOD_ENDPOINT_BASE_URL',
  'RUNPOD_RESULTS',
  'RUNPOD_USD_PER_SECOND',
  'RUNPOD_COLD_START_SECONDS',
  'RUNPOD_IDLE_SECONDS',
  'COMFYUI_URL',
  'SCENARIO_API_KEY',
  'SCENARIO_SECRET_API_KEY',
  'SCENARIO_BASE_URL',
  'SCENARIO_API',
  'SCENARIO_MODEL',
  'SCENARIO_REMOVAL_MODEL',
  'SCENARIO_LAYERS_MODEL',
  'SCENARIO_LORAS',
  'SCENARIO_USD_PER_CU',
  'R2_ACCOUNT_ID',
  'R2_ACCESS_KEY_ID',
  'R2_SECRET_ACCESS_KEY',
  'R2_BUCKET',
  'R2_PUBLIC_URL',
  'S3_ENDPOINT',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
] as const;

export function setVariables(variables: NodeJS.ProcessEnv = process.env): readonly string[] {
  return SETUP_VARIABLES.filter((name) => (variables[name] ?? '') !== '');
}
