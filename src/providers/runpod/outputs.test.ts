import { describe, expect, test } from 'vitest';
import { imagesUnder, readOutput } from './outputs.ts';

const image = (filename: string, data = 'AAAA') => ({ filename, type: 'base64', data });

describe('the output of a job', () => {
  test('is its pictures and what went wrong in part', () => {
    expect(readOutput({ images: [image('a_00001_.png')], errors: ['Workflow execution error: boom'] })).toEqual({
      images: [{ filename: 'a_00001_.png', data: 'AAAA', isAddress: false }],
      errors: ['Workflow execution error: boom'],
    });
  });

  test('of a worker that saved nothing is empty, not absent', () => {
    expect(readOutput({ status: 'success_no_images', images: [] })).toEqual({ images: [], errors: [] });
  });

  test('that is not there is a result too large to hand back', () => expect(readOutput(undefined)).toBeUndefined());

  test('of older workers is one message', () => {
    expect(readOutput({ status: 'success', message: 'data:image/png;base64,AAAA' })?.images).toEqual([
      { filename: '', data: 'data:image/png;base64,AAAA', isAddress: false },
    ]);
    expect(readOutput({ status: 'error', message: 'no disk' })).toEqual({ images: [], errors: ['no disk'] });
  });

  test('in a bucket is an address', () => {
    const output = readOutput({ images: [{ filename: 'a.png', type: 's3_url', data: 'https://bucket.example/a' }] });
    expect(output?.images[0]?.isAddress).toBe(true);
  });
});

describe('pictures under a prefix', () => {
  test('are told by their name, whatever the order, and counted upwards', () => {
    const output = {
      images: ['b_00007_.png', 'a_00012_.png', 'a_00009_.webp', 'a_b_00001_.png', 'a_00001_.txt'].map((filename) => ({
        filename,
        data: '',
        isAddress: false,
      })),
      errors: [],
    };
    expect(imagesUnder('a', output).map(({ filename }) => filename)).toEqual(['a_00009_.webp', 'a_00012_.png']);
    expect(imagesUnder('c', output)).toEqual([]);
  });
});
