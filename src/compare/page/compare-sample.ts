import type { Metric } from '../../measure/metric.ts';
import { HOSTILE } from '../../report/report-sample.ts';
import type { ComparedProvider, Comparison, Sample, Thresholds } from '../comparison.ts';
import { type Findings, conclude } from '../conclude.ts';
import type { Cast } from '../judge.ts';
import { listPairs } from '../pairs.ts';
import { METRICS_SAMPLE } from './metrics-sample.ts';
import { paintRun } from './pictures-sample.ts';
import { sampleOf, unmade, type Hand, type RunFacts } from './samples-sample.ts';

export interface CompareSample {
  readonly comparison: Comparison;
  readonly metrics: readonly Metric[];
  /** By their paths beside `compare.json`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly load: (path: string) => Promise<Uint8Array>;
}

export interface CompareSampleOptions {
  /** 2 unless told. */
  readonly providers?: 2 | 3;
  /** 1 unless told. */
  readonly runs?: number;
  /** Whether people have voted. */
  readonly isJudged?: boolean;
  readonly isRehearsed?: boolean;
}

const HANDS: readonly Hand[] = [
  {
    provider: 'scenario',
    style: 'pixel',
    usd: 0.042,
    secondsEach: 19,
    calls: 2,
    requests: 6,
    startSeconds: 0,
    skill: 0,
  },
  {
    provider: 'comfyui-custom',
    style: 'cartoon',
    usd: 0.0021,
    secondsEach: 5,
    calls: 1,
    requests: 2,
    startSeconds: 46,
    skill: 0.2,
  },
  {
    provider: 'comfyui-direct',
    style: 'painterly',
    usd: 0.0034,
    secondsEach: 9,
    calls: 1,
    requests: 2,
    startSeconds: 0,
    skill: -0.1,
  },
];

const THRESHOLDS: Thresholds = {
  made: 0.95,
  seconds: 30,
  saving: 0.9,
  gateLoss: 0.02,
  preferred: 0.45,
  samples: 1,
  votes: 20,
};

/**
 * A comparison as the command would write it, with real pictures by the painter and everything that a page must stand: failures, a refusal, gates
 * that warn and fail, cold starts, asset types with too little evidence, and texts that are out for harm.
 */
export async function compareSample(options: CompareSampleOptions = {}): Promise<CompareSample> {
  const { isJudged = true, isRehearsed = false, runs = 1 } = options;
  const hands = HANDS.slice(0, options.providers ?? 2);
  const files = new Map<string, Uint8Array>();
  const samples: Sample[] = [];
  for (const facts of runsOf(hands, runs)) {
    const painted = await paintRun(facts.hand.style, facts.seed);
    for (const [path, bytes] of painted.files) files.set(`${facts.folder}/${path}`, bytes);
    samples.push(...painted.manifest.assets.map((asset, index) => hurt(sampleOf(asset, facts, index))));
  }
  const providers = hands.map((hand) => providerOf(hand, runsOf([hand], runs), isRehearsed));
  const findings = {
    ...HEAD,
    providers,
    background: 'runs/scenario-1/cave.png',
    thresholds: THRESHOLDS,
    volume: 2000,
    samples,
  };
  const comparison = conclude(findings, {
    metrics: METRICS_SAMPLE,
    sets: (provider) => ({ 'set-palette-distance': provider === hands[0]?.provider ? 11 : 7.6 }),
    votes: isJudged ? votesOn(findings) : [],
  });
  return { comparison, metrics: METRICS_SAMPLE, files, load: async (path) => found(files, path) };
}

/** Four people who like the second of a pair a little better, but for its titles. */
function votesOn(findings: Findings): readonly Cast[] {
  return listPairs(findings).flatMap(({ key, type, samples: [one, other] }, index) =>
    ['ada', 'bob', 'cyd', 'dan'].map((voter, person) => {
      const isSecond = type === 'title_hero' ? person === 0 : (index + person) % 5 !== 0;
      const choice = (index * 4 + person) % 11 === 7 ? 'tie' : (isSecond ? other : one).provider;
      return { pair: key, voter, choice };
    }),
  );
}

const HEAD = {
  limner: '0.1.0',
  pack: 'slime-quest',
  packFile: '../slime-quest/limner.yaml',
  state: '../slime-quest/.limner',
  startedAt: '2026-11-23T08:35:00.000Z',
  finishedAt: '2026-11-23T08:52:12.000Z',
  palette: ['#1b2430', '#4a7a4c', '#9fd356', '#e8d7a0', '#b04632'],
};

function runsOf(hands: readonly Hand[], runs: number): readonly RunFacts[] {
  return hands.flatMap((hand) =>
    Array.from({ length: runs }, (_, index) => ({
      hand,
      number: index + 1,
      run: `${hand.provider}-run-${index + 1}`,
      seed: 7 + index,
      folder: `runs/${hand.provider}-${index + 1}`,
    })),
  );
}

function providerOf(
  { provider, startSeconds }: Hand,
  runs: readonly RunFacts[],
  isRehearsed: boolean,
): ComparedProvider {
  return {
    name: provider,
    isRehearsed: isRehearsed && startSeconds > 0,
    runs: runs.map(({ number, seed, run, folder }) => ({
      number,
      seed,
      run,
      folder,
      usd: startSeconds * 0.00012,
      wallMs: 180_000 + number * 1234,
    })),
  };
}

/** Some must come to grief. */
function hurt(sample: Sample): Sample {
  const place = `${sample.provider} ${sample.id}`;
  if (place === 'scenario bat')
    return unmade(sample, 'failed', { code: 'LIMNER_CALL_FAILED', message: `The service said: ${HOSTILE}` });
  if (place === 'comfyui-custom logo')
    return unmade(sample, 'refused', {
      code: 'LIMNER_MODEL_MISSING',
      message: 'The endpoint lacks z_image_turbo.safetensors.',
    });
  if (place === 'comfyui-custom forest') return { ...sample, gates: [...sample.gates, FAILING_GATE] };
  if (place === 'scenario floor') return { ...sample, gates: [...sample.gates, WARNING_GATE] };
  return sample;
}

const FAILING_GATE = {
  name: 'seam',
  status: 'fail',
  message: `The left and right edges differ by 14 ΔE; 8 is the most. ${HOSTILE}`,
  value: 14,
  limit: 8,
} as const;
const WARNING_GATE = { name: 'margin', status: 'warn', message: 'Tile 3 touches its neighbour.' } as const;

function found(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`no file ${path}`);
  return bytes;
}
