/** The one place that reads the environment. Secrets are only ever named, never shown. */
export interface Environment {
  /** `IMAGE_GENERATION_PROVIDER` as a provider name, if it is set. */
  readonly defaultProvider?: string;
  /** `LIMNER_STATE`. */
  readonly state?: string;
  /** Started through npm or npx, which lend the programs of the project to the search path. */
  readonly isUnderNpm: boolean;
  /** Where the shell looks for programs. */
  readonly searchPath: string;
}

/** Names the migration plan uses, and the provider each one means. */
const PROVIDER_ALIASES: Readonly<Record<string, string>> = { runpod: 'comfyui-custom', comfyui: 'comfyui-custom' };

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const provider = variables['IMAGE_GENERATION_PROVIDER']?.trim();
  const state = variables['LIMNER_STATE']?.trim();
  return {
    isUnderNpm: variables['npm_command'] !== undefined,
    searchPath: variables['PATH'] ?? '',
    ...(provider ? { defaultProvider: PROVIDER_ALIASES[provider] ?? provider } : {}),
    ...(state ? { state } : {}),
  };
}

/** Variables that set a provider or store up, for `doctor`; only whether they are set is looked at. */
export const SETUP_VARIABLES = [
  'IMAGE_GENERATION_PROVIDER',
  'RUNPOD_API_KEY',
  'RUNPOD_COMFYUI_ENDPOINT_ID',
  'RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID',
  'RUNPOD_ENDPOINT_BASE_URL',
  'COMFYUI_URL',
  'SCENARIO_API_KEY',
  'SCENARIO_SECRET_API_KEY',
  'SCENARIO_BASE_URL',
  'R2_ACCOUNT_ID',
  'R2_ACCESS_KEY_ID',
  'R2_SECRET_ACCESS_KEY',
  'R2_BUCKET',
  'R2_PUBLIC_URL',
  'S3_ENDPOINT',
] as const;

export function setVariables(variables: NodeJS.ProcessEnv = process.env): readonly string[] {
  return SETUP_VARIABLES.filter((name) => (variables[name] ?? '') !== '');
}
