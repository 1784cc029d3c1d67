import { stripVTControlCharacters } from 'node:util';
import { expect, test, vi } from 'vitest';
import type { RunNews } from '../../pipeline/events.ts';
import { createLiveLines } from './live-lines.ts';

/** What stands on the terminal after these news. */
function shown(news: readonly RunNews[]): readonly string[] {
  let last = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    last = stripVTControlCharacters(String(text));
    return true;
  });
  const lines = createLiveLines(2);
  for (const each of news) lines.update({ at: '2026-01-01T00:00:00.000Z', ...each });
  write.mockRestore();
  return last.trimEnd().split('\n');
}

const start = (id: string): RunNews => ({ type: 'asset-start', id, assetType: 'entity', provider: 'comfyui-direct' });

test('shows the phase of each asset under way, and its step where it is known', () => {
  const lines = shown([
    start('slime'),
    start('bat'),
    { type: 'stage-start', id: 'slime', stage: 'paint' },
    { type: 'progress', id: 'bat', phase: 'queued' },
    { type: 'progress', id: 'slime', phase: 'running', progress: { step: 12, total: 28 } },
  ]);
  expect(lines).toEqual(['  slime  running 12/28', '  bat  queued', expect.stringMatching(/░+ 0\/2 {2}\$0$/)]);
});

test('takes an asset away that has ended, and keeps count', () => {
  const lines = shown([
    start('slime'),
    { type: 'call-end', id: 'slime', call: 'c', state: 'done', usd: 0.5 },
    { type: 'asset-done', id: 'slime', cached: false, provider: 'comfyui-direct', usd: 0.5, files: [] },
  ]);
  expect(lines).toEqual([expect.stringMatching(/█+░+ 1\/2 {2}\$0\.50$/)]);
});
