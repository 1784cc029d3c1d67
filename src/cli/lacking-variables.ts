/** What the environment has to hold for a provider; the painter needs nothing. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'comfyui-premade': ['RUNPOD_API_KEY', 'RUNPOD_COMFYUI_ENDPOINT_ID'],
  'comfyui-custom': ['RUNPOD_API_KEY', 'RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID'],
  'comfyui-direct': ['COMFYUI_URL'],
  scenario: ['SCENARIO_API_KEY', 'SCENARIO_SECRET_API_KEY'],
};

/** The variables that a provider still lacks, given those that are set: often it is one of a pair. */
export function lackingVariables(provider: string, set: readonly string[]): readonly string[] {
  return (NEEDS[provider] ?? []).filter((name) => !set.includes(name));
}
