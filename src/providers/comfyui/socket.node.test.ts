import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runNode } from '../../../test/run-limner.ts';
import { ROOT } from '../../../test/source-files.ts';
import { ComfyuiRig, SMALL_JOB, contextFor, followToEnd, rerouted } from '../../testing/comfyui-rig.ts';
import { pause } from '../pause.ts';
import type { Preview } from './options.ts';
import { type Socket, createSocket } from './socket.ts';
import { promptIdOf } from './translate.ts';

/** Longer than any test: what resolves sooner was told. */
const LONG_MS = 30_000;
const { signal } = new AbortController();

function socketTo(base: string, more: Partial<Parameters<typeof createSocket>[0]> = {}): Socket {
  return createSocket({ base, clientId: 'test', now: Date.now, sleep: pause, ...more });
}

async function opened(socket: Socket, promptId: string): Promise<void> {
  await socket.news(promptId, LONG_MS, signal);
  expect(socket.isOpen).toBe(true);
}

/** Sends a prompt under a client's name. */
async function send(rig: ComfyuiRig, clientId: string, callId = 'a call'): Promise<string> {
  const asClient = rerouted('/prompt', async (init) => {
    const body: unknown = await new Response(init?.body ?? null).json();
    return fetch(`${rig.url}/prompt`, { ...init, body: JSON.stringify({ ...Object(body), client_id: clientId }) });
  });
  const { remoteId } = await rig.provider({ fetch: asClient }).submit(SMALL_JOB, contextFor(callId));
  return remoteId;
}

describe('news', () => {
  test('come when the socket opens, for what was said before nobody heard', async () => {
    await using rig = await ComfyuiRig.start();
    const socket = socketTo(rig.url);
    expect(socket.isOpen).toBe(false);
    await opened(socket, 'a');
    socket.forget('a');
    expect(socket.isOpen).toBe(false);
  });

  test('come with the end of a prompt, and with steps on the way', async () => {
    const go = Promise.withResolvers<void>();
    await using rig = await ComfyuiRig.start({ stepMs: 30, sleep: () => go.promise });
    const socket = socketTo(rig.url);
    await opened(socket, 'other');
    const id = await send(rig, 'test');
    const told = socket.news(id, LONG_MS, signal);
    go.resolve();
    await told;
    while (!rig.engine.queue.history.has(id)) await socket.news(id, LONG_MS, signal);
    expect(socket.progressOf(id)).toEqual({ step: 8, total: 8 });
    socket.forget(id);
    expect(socket.progressOf(id)).toBeUndefined();
    socket.forget('other');
  });

  test('come when the queue grows shorter, which is all that is told of prompts of an earlier process', async () => {
    const go = Promise.withResolvers<void>();
    await using rig = await ComfyuiRig.start({ stepMs: 30, sleep: () => go.promise });
    const socket = socketTo(rig.url);
    await opened(socket, 'a');
    const id = await send(rig, 'an earlier process');
    const told = socket.news('a', LONG_MS, signal);
    go.resolve();
    await told;
    expect(rig.engine.queue.history.has(id)).toBe(true);
    socket.forget('a');
  });

  test('that come while nobody waits are told at once', async () => {
    await using rig = await ComfyuiRig.start();
    const socket = socketTo(rig.url);
    await opened(socket, 'a');
    const id = promptIdOf('a call');
    await socket.news(id, 1, signal);
    await send(rig, 'test', 'a call');
    await rig.engine.finished(id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await socket.news(id, LONG_MS, signal);
    socket.forget(id);
    socket.forget('a');
  });

  test('end with the signal', async () => {
    await using rig = await ComfyuiRig.start();
    const socket = socketTo(rig.url);
    await opened(socket, 'a');
    const stop = new AbortController();
    const waiting = socket.news('a', LONG_MS, stop.signal);
    stop.abort(new Error('told to stop'));
    await expect(waiting).rejects.toThrow('told to stop');
    socket.forget('a');
  });
});

describe('a server without a socket', () => {
  test('that refuses it costs a wait, and is tried again only after a while', async () => {
    let connections = 0;
    await using server = await listen((socket) => {
      connections += 1;
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    });
    let now = 0;
    const socket = socketTo(server.url, { now: () => now });
    const connectionsMade = async (): Promise<number> => {
      await socket.news('a', 30, signal);
      return connections;
    };
    await expect.poll(connectionsMade).toBe(1);
    for (let i = 0; i < 5; i += 1) expect(await connectionsMade()).toBe(1);
    expect(socket.isOpen).toBe(false);
    now += 10_000;
    await expect.poll(connectionsMade).toBe(2);
    socket.forget('a');
  });

  test('that never answers holds nobody up', async () => {
    await using server = await listen((socket) => socket.resume());
    const socket = socketTo(server.url);
    await socket.news('a', 30, signal);
    expect(socket.isOpen).toBe(false);
    socket.forget('a');
    await expect.poll(() => server.connections()).toBe(0);
  });

  test('because it has died is polled, and heard again when it is back', async () => {
    await using rig = await ComfyuiRig.start();
    let now = 0;
    const socket = socketTo(rig.url, { now: () => now });
    await opened(socket, 'a');
    await rig.restart();
    await expect.poll(() => socket.isOpen).toBe(false);
    await socket.news('a', 10, signal);
    now += 10_000;
    await opened(socket, 'a');
    socket.forget('a');
  });
});

test('a server with a password is polled without a socket, and gets it with every request', async () => {
  await using rig = await ComfyuiRig.start({ stepMs: 20 });
  const sent: (string | null)[] = [];
  const sockets = vi.spyOn(globalThis, 'WebSocket');
  const provider = rig.provider({
    url: rig.url.replace('http://', 'http://ann:secret@'),
    fetch: (input, init) => {
      sent.push(new Headers(init?.headers).get('authorization'));
      return fetch(input, init);
    },
  });
  const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
  expect(JSON.stringify(ticket)).not.toContain('secret');
  expect((await followToEnd(provider, ticket)).at(-1)).toMatchObject({ phase: 'done' });
  expect(new Set(sent)).toEqual(new Set([`Basic ${btoa('ann:secret')}`]));
  expect(sockets).not.toHaveBeenCalled();
  sockets.mockRestore();
});

test('nothing keeps a process alive whose last job has ended', async () => {
  await using rig = await ComfyuiRig.start({ stepMs: 20 });
  const from = (path: string): string => JSON.stringify(join(ROOT, 'src', path));
  const script = `
    import { createComfyui } from ${from('providers/comfyui/index.ts')};
    import { SMALL_JOB, contextFor, followToEnd, rerouted } from ${from('testing/comfyui-rig.ts')};
    const provider = createComfyui({ name: 'comfyui-direct', url: '${rig.url}' });
    const states = await followToEnd(provider, await provider.submit(SMALL_JOB, contextFor('a')));
    console.log(states.at(-1).phase);
    setTimeout(() => { console.log('still alive'); process.exit(); }, 60_000).unref();`;
  const { code, stdout } = await runNode(['--input-type=module', '-e', script]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'done\n' });
});

describe('previews', () => {
  test('come with the prompt they are of', async () => {
    const go = Promise.withResolvers<void>();
    await using rig = await ComfyuiRig.start({ stepMs: 60, sleep: () => go.promise });
    const previews: Preview[] = [];
    let waitMs = LONG_MS;
    const provider = rig.provider({
      onPreview: (preview) => previews.push(preview),
      sleep: (_ms, until) => pause(waitMs, until),
    });
    const tickets = [
      await provider.submit(SMALL_JOB, contextFor('a')),
      await provider.submit({ ...SMALL_JOB, seed: 8 }, contextFor('b')),
    ];
    // Answered once the socket is open: only then does the server go on.
    await provider.poll(tickets[0] ?? { remoteId: '' }, contextFor('any'));
    waitMs = 100;
    go.resolve();
    await Promise.all(tickets.map((ticket) => followToEnd(provider, ticket)));
    expect(new Set(previews.map(({ remoteId }) => remoteId))).toEqual(new Set(tickets.map(({ remoteId }) => remoteId)));
    for (const { mimeType, bytes } of previews) {
      expect(mimeType).toBe('image/png');
      expect(String.fromCharCode(...bytes.subarray(1, 4))).toBe('PNG');
    }
    const extra = rig.engine.queue.history.get(tickets[0]?.remoteId ?? '')?.prompt[3];
    expect(extra).toMatchObject({ preview_method: 'auto' });
  });

  test('are not asked for where nobody looks', async () => {
    await using rig = await ComfyuiRig.start();
    const provider = rig.provider();
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    await followToEnd(provider, ticket);
    expect(rig.engine.queue.history.get(ticket.remoteId)?.prompt[3]).not.toHaveProperty('preview_method');
  });
});

async function listen(onConnection: Parameters<typeof createServer>[1] & object) {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () =>
      new Promise<number>((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}
