import { describe, expect, it } from 'vitest';
import type { ComparedProvider, Comparison, SuggestedRoute } from '../comparison.ts';
import { answerOf, realityOf } from './answer.ts';
import { viewOf } from './view.ts';

const provider = (name: string, isRehearsed = false): ComparedProvider => ({ name, isRehearsed, runs: [] });
const route = (type: SuggestedRoute['type'], name: string): SuggestedRoute => ({ type, provider: name, because: '.' });

function view(
  providers: readonly ComparedProvider[],
  routes: readonly SuggestedRoute[] = [],
): ReturnType<typeof viewOf> {
  const comparison: Comparison = {
    limner: '0.1.0',
    pack: 'p',
    packFile: 'p.yaml',
    state: '.limner',
    startedAt: '',
    finishedAt: '',
    providers,
    palette: [],
    thresholds: { made: 1, seconds: 30, saving: 0.9, gateLoss: 0, preferred: 0.5, samples: 1, votes: 1 },
    samples: [],
    groups: [],
    verdict: { criteria: [], routes },
  };
  return viewOf(comparison, []);
}

describe('the answer', () => {
  const two = [provider('scenario'), provider('comfyui-custom')];

  it('says what moves and what stays', () =>
    expect(
      answerOf(
        view(two, [
          route('entity', 'comfyui-custom'),
          route('sheet', 'comfyui-custom'),
          route('title_hero', 'scenario'),
        ]),
      ),
    ).toBe('In part: comfyui-custom for entities and sheets; titles stay with scenario.'));

  it('says yes only when nothing stays', () =>
    expect(answerOf(view(two, [route('entity', 'comfyui-custom')]))).toBe(
      'Yes, every asset type can leave scenario: comfyui-custom for entities.',
    ));

  it('says not yet when everything stays', () =>
    expect(answerOf(view(two, [route('entity', 'scenario')]))).toBe('Not yet: every asset type stays with scenario.'));

  it('never passes a rehearsal off as the real thing', () =>
    expect(
      answerOf(view([provider('scenario'), provider('comfyui-custom', true)], [route('entity', 'comfyui-custom')])),
    ).toBe('In rehearsal: yes, every asset type can leave scenario: comfyui-custom for entities.'));

  it('promises nothing where nothing was compared', () =>
    expect(answerOf(view(two))).toBe('Nothing is known yet: no asset type has been compared with scenario.'));
});

describe('the money', () => {
  it('is real only where no provider was rehearsed', () => {
    expect(realityOf(view([provider('a'), provider('b')])).isReal).toBe(true);
    const { isReal, text } = realityOf(view([provider('a'), provider('b', true), provider('c')]));
    expect(isReal).toBe(false);
    expect(text).toMatch(/^b was rehearsed: no real money .* Only a and c were asked for real\.$/);
    expect(realityOf(view([provider('a', true), provider('b', true)])).text).toMatch(/^Every provider was rehearsed/);
  });
});
