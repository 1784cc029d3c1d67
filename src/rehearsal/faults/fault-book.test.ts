import { expect, test } from 'vitest';
import { FAULTS } from '../runpod/faults.ts';
import { FaultBook, type FaultRule, parseRules } from './fault-book.ts';

/** Which of the next events are struck. */
function struck(rule: FaultRule, events: number, endpoint = 'e1'): readonly number[] {
  const book = new FaultBook(FAULTS);
  book.set([rule]);
  return Array.from({ length: events }, (_, index) => index).filter(() => book.draw('job', endpoint).length > 0);
}

test('a rule for the next few is spent after them', () => {
  expect(struck({ fault: 'failed-node', next: 2 }, 5)).toEqual([0, 1]);
});

test('a rule with neither rate nor number strikes all', () => {
  expect(struck({ fault: 'failed-node' }, 3)).toEqual([0, 1, 2]);
});

test('a rate strikes its share, the same ones every time', () => {
  const rule = { fault: 'failed-node', rate: 0.05, seed: 7 };
  const first = struck(rule, 2000);
  expect(first.length).toBeGreaterThan(70);
  expect(first.length).toBeLessThan(130);
  expect(struck(rule, 2000)).toEqual(first);
  expect(struck({ ...rule, seed: 8 }, 2000)).not.toEqual(first);
});

test('rates of 0 and 1 are exact', () => {
  expect(struck({ fault: 'failed-node', rate: 0 }, 100)).toEqual([]);
  expect(struck({ fault: 'failed-node', rate: 1 }, 100)).toHaveLength(100);
});

test('a rate and a number together strike some until the number is reached', () => {
  expect(struck({ fault: 'failed-node', rate: 0.5, next: 3 }, 100)).toHaveLength(3);
});

test('a rule strikes only its moment and its endpoint', () => {
  expect(struck({ fault: 'status-500' }, 3)).toEqual([]);
  expect(struck({ fault: 'failed-node', endpoint: 'e1' }, 3, 'e2')).toEqual([]);
  expect(struck({ fault: 'failed-node', endpoint: 'e1' }, 3, 'e1')).toHaveLength(3);
});

test('new rules replace the old ones', () => {
  const book = new FaultBook(FAULTS);
  book.set([{ fault: 'failed-node' }]);
  book.set([{ fault: 'slow-queue=50' }]);
  expect(book.draw('job', 'e1')).toEqual([{ name: 'slow-queue', value: 50 }]);
});

test.each([
  [null, 'expected {"faults"'],
  [{ faults: {} }, 'expected {"faults"'],
  [{ faults: [5] }, 'every rule names its "fault"'],
  [{ faults: [{ fault: 'hang', rate: 'often' }] }, '"rate" must be a number'],
])('%j is refused', (body, message) => {
  expect(() => parseRules(body)).toThrow(message);
});

test.each([
  [{ fault: 'hung' }, 'no fault is called "hung"'],
  [{ fault: 'constructor' }, 'no fault is called "constructor"'],
  [{ fault: 'slow-queue=soon' }, '"soon" is no value'],
  [{ fault: 'hang', rate: 1.5 }, 'must lie between 0 and 1'],
])('the rule %j is refused', (rule, message) => {
  expect(() => new FaultBook(FAULTS).set([rule])).toThrow(message);
});
