import { describe, expect, test } from 'vitest';
import { type Step, scopeStep } from '../pipeline/step.ts';

/**
 * What every engine must do. `open` gives an engine on a fresh run; `reopen` gives another engine on the run of the last
 * `open`, as after a crash.
 */
export function stepContract(name: string, host: { open(): Promise<Step>; reopen(): Promise<Step> }): void {
  describe(`${name} as a step engine`, () => {
    test('gives the output of the work', async () => {
      const step = await host.open();
      expect(await step.do('a', async () => ({ n: 1 }))).toEqual({ n: 1 });
    });

    test('runs finished work never again, also after a crash', async () => {
      let runs = 0;
      const work = async (): Promise<number> => (runs += 1);
      const step = await host.open();
      await step.do('a', work);
      expect(await step.do('a', work)).toBe(1);
      expect(await (await host.reopen()).do('a', work)).toBe(1);
      expect(runs).toBe(1);
    });

    test('runs failed work again', async () => {
      const step = await host.open();
      await expect(step.do('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await (await host.reopen()).do('a', async () => 'yes')).toBe('yes');
    });

    test('keeps steps of other names apart', async () => {
      const step = await host.open();
      await scopeStep(step, 'slime').do('a', async () => 1);
      expect(await scopeStep(step, 'bat').do('a', async () => 2)).toBe(2);
      expect(await step.do('slime/a', async () => 3)).toBe(1);
    });

    test.each([[undefined], [null], [false], [0], ['']])('runs work that gave %j never again', async (output) => {
      let runs = 0;
      const work = async (): Promise<unknown> => {
        runs += 1;
        return output;
      };
      expect(await (await host.open()).do('a', work)).toBe(output);
      expect(await (await host.reopen()).do('a', work)).toBe(output);
      expect(runs).toBe(1);
    });
  });
}
