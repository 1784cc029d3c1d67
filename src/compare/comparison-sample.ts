import type { JudgedComparison, JudgedSample } from './read-comparison.ts';

/** A comparison in which each provider made other pictures of each asset, in each run; a path is its picture's hash as well. */
export function sampleComparison({
  providers = ['old', 'new'],
  assets = { slime: 'entity', bat: 'entity', cave: 'background' },
  numbers = [1],
}: {
  readonly providers?: readonly string[];
  readonly assets?: Readonly<Record<string, JudgedSample['type']>>;
  readonly numbers?: readonly number[];
} = {}): JudgedComparison {
  const samples = providers.flatMap((provider) =>
    numbers.flatMap((number) => Object.entries(assets).map(([id, type]) => sample({ id, type, provider, number }))),
  );
  return {
    pack: 'p',
    packFile: 'p.yaml',
    state: '.limner',
    providers: providers.map((name) => ({ name })),
    samples,
  };
}

function sample(what: Pick<JudgedSample, 'id' | 'type' | 'provider' | 'number'>): JudgedSample {
  const path = `${what.provider}/${what.number}/${what.id}.png`;
  return { ...what, status: 'done', files: [{ path, role: 'image', width: 64, height: 64, sha256: path }] };
}
