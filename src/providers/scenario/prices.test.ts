import { expect, test } from 'vitest';
import { LimnerError } from '../../errors.ts';
import { createPrices } from './prices.ts';
import type { Order } from './translate.ts';

const { signal } = new AbortController();
const ORDER: Order = { path: '/generate/custom/model_x', model: 'model_x', kind: 'paint', takesImage: false };
const BODY = { prompt: 'a cave', width: 512 };

function scene() {
  const time = { now: 0 };
  const service = { cu: 10, asked: 0, isDown: false };
  const appraise = async (): Promise<number> => {
    service.asked += 1;
    if (service.isDown) throw new LimnerError('LIMNER_CALL_FAILED', 'down', { retryable: true });
    return service.cu;
  };
  return { prices: createPrices({ appraise }, () => time.now), time, service };
}

test('a price that was just told is not asked for again', async () => {
  const { prices, service } = scene();
  await prices.learn(ORDER, BODY, signal);
  await prices.refresh(ORDER, { ...BODY, prompt: 'another cave' }, signal);
  expect(service.asked).toBe(1);
});

test('an old price is asked for again before it is paid', async () => {
  const { prices, service, time } = scene();
  await prices.learn(ORDER, BODY, signal);
  service.cu = 20;
  time.now += 10 * 60_000;
  await Promise.all([prices.refresh(ORDER, BODY, signal), prices.refresh(ORDER, BODY, signal)]);
  expect(prices.tell(ORDER, BODY)).toMatchObject({ cu: 20, isLearned: true });
  expect(service.asked).toBe(2);
});

test('an old price stands while no other is to be had', async () => {
  const { prices, service, time } = scene();
  await prices.learn(ORDER, BODY, signal);
  service.isDown = true;
  time.now += 10 * 60_000;
  await prices.refresh(ORDER, BODY, signal);
  expect(prices.tell(ORDER, BODY)).toMatchObject({ cu: 10, isLearned: true });
});
