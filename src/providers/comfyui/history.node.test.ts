import { describe, expect, test } from 'vitest';
import { RECORDED } from '../../../test/rehearsal/comfy-fixtures.ts';
import { placeInQueue, type PromptEnd, readHistory } from './history.ts';

/** How a recorded run ended. */
function recorded(name: string): PromptEnd | undefined {
  const run = RECORDED.find((each) => each.name === name);
  return readHistory(run?.response?.prompt_id ?? '', run?.history);
}

describe('the recorded history', () => {
  test('of a run that went well names the files of each node', () => {
    expect(recorded('success_first_run')).toMatchObject({ outcome: 'success' });
    const saved = recorded('batch_of_3_with_batch_num')?.images.get('9') ?? [];
    expect(saved).toHaveLength(3);
    expect(saved[0]).toMatchObject({ type: 'output', filename: expect.stringMatching(/\.png$/) });
  });

  test('of a run that saved nothing on disk has no files', () => {
    expect(recorded('save_image_websocket_rgba')).toMatchObject({ outcome: 'success', images: new Map() });
  });

  test('of an interrupted run is no error', () => {
    expect(recorded('interrupted')).toMatchObject({ outcome: 'interrupted', ranMs: 825 });
  });

  test.each([
    ['execution_error_bad_weights', /^CheckpointLoaderSimple .*SafetensorError/],
    ['required_link_null', /^\w+ \d+: \w+Error: /],
    ['filename_prefix_path_escape', /^SaveImage 9: /],
    ['dynamiccombo_unknown_key_fails_at_execution', /TypeError/],
  ])('of %s says which node failed and why', (name, error) => {
    expect(recorded(name)).toMatchObject({ outcome: 'error', error: expect.stringMatching(error) });
  });

  test('of every run of the recording can be read', () => {
    const runs = RECORDED.filter(({ history, response }) => history?.[response?.prompt_id ?? ''] !== undefined);
    expect(runs.length).toBeGreaterThan(30);
    for (const { name, response, history } of runs) {
      const expected = history?.[response?.prompt_id ?? '']?.status.status_str === 'success';
      expect({ name, isWell: recorded(name)?.outcome === 'success' }).toEqual({ name, isWell: expected });
    }
  });

  test('of what is unknown or not at its end is empty', () => {
    expect(recorded('next_prompt_after_worker_death_never_starts')).toBeUndefined();
    expect(readHistory('a', {})).toBeUndefined();
    expect(readHistory('a', { b: { status: { status_str: 'success' } } })).toBeUndefined();
  });
});

describe('the history of older servers', () => {
  const outputs = { save: { images: [{ filename: 'a.png', subfolder: '', type: 'output' }] } };

  test.each([[{ status_str: 'success', completed: true }], [{}], [null], [undefined]])(
    'is a success by its files when its status is %j',
    (status) => expect(readHistory('a', { a: { outputs, status } })).toMatchObject({ outcome: 'success', ranMs: 0 }),
  );

  test('is a failure when it has neither status nor files', () => {
    expect(readHistory('a', { a: { outputs: { save: {} } } })).toMatchObject({ outcome: 'error' });
  });
});

describe('the queue', () => {
  const queue = { queue_running: [[3, 'a', {}, {}, ['9']]], queue_pending: [[4, 'b', {}, {}, ['9']]] };

  test.each([
    ['a', 'running'],
    ['b', 'queued'],
    ['c', 'absent'],
  ])('has %s %s', (id, place) => expect(placeInQueue(id, queue)).toBe(place));

  test('that is empty or strange holds nothing', () => {
    expect(placeInQueue('a', { queue_running: [], queue_pending: [] })).toBe('absent');
    expect(placeInQueue('a', { queue_running: [null, 'a', ['a']] })).toBe('absent');
  });
});
