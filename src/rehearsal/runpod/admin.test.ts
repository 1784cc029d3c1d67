import { expect, test } from 'vitest';
import { holdTime } from '../../testing/held-time.ts';
import { RunpodRig } from '../../testing/runpod-rig.ts';
import { ScriptedComfy } from '../../testing/scripted-comfy.ts';

const NOTHING = {
  submitsSeen: 0,
  probes: 0,
  submitsAccepted: 0,
  executions: 0,
  statusCalls: 0,
  longPolls: 0,
  cancels: 0,
  bytesIn: 0,
  bytesOut: 0,
  faults: {},
  billedSeconds: 0,
  usd: 0,
};

async function admin(
  rig: RunpodRig,
  method: string,
  path: string,
  body?: string,
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${rig.server.origin}/admin/${path}`, {
    method,
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, json: await response.json() };
}

test('everything is counted, and the same is said over HTTP and in the process', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({ usdPerGpuSecond: 0.5, workersMax: 1 });
  const id = await rig.run();
  await time.pass(100);
  await rig.end(id);
  await rig.call('GET', `status/${id}`);
  await rig.call('POST', `cancel/${id}`);
  const { json } = await admin(rig, 'GET', 'counters');
  expect(json).toEqual(rig.server.admin.counters());
  expect(json).toMatchObject({
    total: {
      submitsSeen: 1,
      probes: 0,
      submitsAccepted: 1,
      executions: 1,
      statusCalls: 2,
      longPolls: 1,
      cancels: 1,
      billedSeconds: 1,
      usd: 0.5,
    },
  });
  const { total, endpoints } = rig.server.admin.counters();
  expect(total.bytesIn).toBeGreaterThan(100);
  expect(total.bytesOut).toBeGreaterThan(200);
  expect(endpoints).toEqual({ e1: total });
});

test('the endpoints are counted apart', async () => {
  const makeEngine = (): ScriptedComfy => new ScriptedComfy();
  const e2 = { makeEngine, catalogue: {} };
  await using rig = await RunpodRig.start({}, { endpoints: { e1: { makeEngine, catalogue: {}, workersMax: 0 }, e2 } });
  await rig.run();
  const { total, endpoints } = rig.server.admin.counters();
  expect(endpoints['e1']).toMatchObject({ submitsAccepted: 1 });
  expect(endpoints['e2']).toEqual(NOTHING);
  expect(total.submitsAccepted).toBe(1);
});

test('faults are set and lifted over HTTP', async () => {
  await using rig = await RunpodRig.start();
  const rules = { faults: [{ fault: 'failed-node', next: 1 }] };
  expect(await admin(rig, 'POST', 'faults', JSON.stringify(rules))).toEqual({ status: 200, json: rules });
  expect((await rig.end(await rig.run())).json['status']).toBe('FAILED');
  expect((await rig.end(await rig.run())).json['status']).toBe('COMPLETED');
});

test('a share of everything is struck, and the counters say how much', async () => {
  await using rig = await RunpodRig.start();
  rig.server.admin.setFaults([
    { fault: 'submit-500', rate: 0.2, seed: 1 },
    { fault: 'failed-node', rate: 0.2, seed: 2 },
  ]);
  const submitted = await Promise.allSettled(Array.from({ length: 100 }, () => rig.run()));
  const ids = submitted.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const ends = await Promise.all(ids.map((id) => rig.end(id)));
  const { submitsSeen, submitsAccepted, executions, faults } = rig.server.admin.counters().total;
  expect([submitsSeen, submitsAccepted, executions]).toEqual([100, ids.length, ids.length]);
  expect(faults).toEqual({
    'submit-500': 100 - ids.length,
    'failed-node': ends.filter(({ json }) => json['status'] === 'FAILED').length,
  });
  expect(ids.length).toBeLessThan(95);
});

test.each(['{oops', '{"faults": [{"fault": "hung"}]}'])('%s is refused as faults', async (body) => {
  await using rig = await RunpodRig.start();
  expect(await admin(rig, 'POST', 'faults', body)).toMatchObject({ status: 400, json: { error: expect.any(String) } });
});

test('after a reset nothing is left of what was', async () => {
  await using rig = await RunpodRig.start();
  rig.server.admin.setFaults([{ fault: 'failed-node' }]);
  const id = await rig.run('slow-queue=30');
  expect(await admin(rig, 'POST', 'reset')).toEqual({
    status: 200,
    json: { total: NOTHING, endpoints: { e1: NOTHING } },
  });
  expect((await rig.call('GET', `status/${id}`)).status).toBe(404);
  expect((await rig.end(await rig.run('slow-queue=60'))).json['status']).toBe('COMPLETED');
  expect(rig.server.admin.counters().total).toMatchObject({ submitsAccepted: 1, executions: 1 });
});

test('workers that are recycled give their jobs back to the queue', async () => {
  await using rig = await RunpodRig.start({ workersMax: 1 });
  const id = await rig.run('never-ending-run');
  await expect
    .poll(() => rig.call('GET', `status/${id}`), { interval: 10 })
    .toMatchObject({ json: { status: 'IN_PROGRESS' } });
  expect((await admin(rig, 'POST', 'recycle/e1')).status).toBe(200);
  expect((await rig.end(id)).json['status']).toBe('COMPLETED');
  expect(rig.server.admin.counters().total).toMatchObject({ submitsAccepted: 1, executions: 2 });
});

test('other admin routes are not there', async () => {
  await using rig = await RunpodRig.start();
  expect((await admin(rig, 'GET', 'faults')).status).toBe(404);
});
