/** How the rehearsed Scenario behaves. All times in ms. */
export interface ScenarioOptions {
  /** The only key that is let in; absent: any pair of key and secret is. */
  readonly apiKey?: string;
  /** The key's secret; only asked for together with `apiKey`. */
  readonly apiSecret?: string;
  /** `basic` has no models that need the Pro plan. */
  readonly plan?: 'basic' | 'pro';
  readonly warmUpMs?: number;
  readonly queueMs?: number;
  /** How long a job is in progress, beside the painting itself. */
  readonly executionMs?: number;
  /** How long each step of an upload's check takes. */
  readonly importMs?: number;
  /** Jobs of the team under way at once; more are refused with 429. Unlimited unless given: no number is published. */
  readonly concurrentJobs?: number;
  /** How long a signed URL is good. */
  readonly urlLifetimeMs?: number;
  /** Compute units that the team has; endless unless given. */
  readonly credits?: number;
  /** What a compute unit costs; nothing official is published. */
  readonly usdPerCu?: number;
}

export type ScenarioSettings = Required<
  Omit<ScenarioOptions, 'apiKey' | 'apiSecret' | 'concurrentJobs' | 'credits' | 'plan'>
> &
  Pick<ScenarioOptions, 'apiKey' | 'apiSecret' | 'concurrentJobs' | 'credits'> & { readonly plan: 'basic' | 'pro' };

export function withScenarioDefaults(options: ScenarioOptions): ScenarioSettings {
  return {
    plan: 'basic',
    warmUpMs: 50,
    queueMs: 20,
    executionMs: 0,
    importMs: 20,
    urlLifetimeMs: 24 * 60 * 60_000,
    usdPerCu: 0.01,
    ...options,
  };
}
