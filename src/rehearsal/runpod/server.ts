import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type Admin, createAdmin } from './admin.ts';
import { refuse } from '../http/answer.ts';
import type { Keys } from './authorize.ts';
import { Bucket } from './bucket.ts';
import { type Endpoint, createEndpoint } from './endpoint.ts';
import { writeAnswer } from '../http/exchange.ts';
import { FaultBook } from '../faults/fault-book.ts';
import { FAULTS } from './faults.ts';
import type { EndpointOptions } from './options.ts';
import { serve } from './serve.ts';
import { Timers } from '../http/timers.ts';

export interface RunpodServerOptions extends Keys {
  readonly endpoints: { readonly [endpointId: string]: EndpointOptions };
  /** What stands behind an id that is not among them; undefined: there is no such endpoint. */
  readonly anyEndpoint?: (endpointId: string) => EndpointOptions | undefined;
  readonly host?: string;
  /** 0, and so any free one, unless given. */
  readonly port?: number;
}

export interface RunpodServer {
  /** What goes before `/{endpointId}`: `http://127.0.0.1:1234/v2`. */
  readonly baseUrl: string;
  /** Where `/admin` is. */
  readonly origin: string;
  readonly admin: Admin;
  /** Cuts every connection and leaves nothing running. */
  stop(): Promise<void>;
}

/** A rehearsed RunPod Serverless platform with worker-comfyui on its workers. */
export async function startRunpodServer(options: RunpodServerOptions): Promise<RunpodServer> {
  const timers = new Timers();
  const faults = new FaultBook(FAULTS);
  const host = options.host ?? '127.0.0.1';
  const server = createServer();
  const origin = (): string => `http://${host}:${portOf(server)}`;
  const bucket = new Bucket(origin);
  const surroundings = { timers, bucket, faults };
  const endpoints = new Map(
    Object.entries(options.endpoints).map(([id, each]) => [id, createEndpoint(id, each, surroundings)]),
  );
  const admin = createAdmin(endpoints, faults, bucket);
  const find = (id: string): Endpoint | undefined => {
    const known = endpoints.get(id);
    const found = known ? undefined : options.anyEndpoint?.(id);
    if (found) endpoints.set(id, createEndpoint(id, found, surroundings));
    return endpoints.get(id);
  };
  const place = { find, admin, bucket, keys: options };
  server.on('request', (request, response) => {
    serve(request, response, place).catch((error: unknown) => {
      writeAnswer(response, refuse(500, error instanceof Error ? error.message : String(error)));
    });
  });
  server.listen(options.port ?? 0, host);
  // Rejects when the port is taken.
  await once(server, 'listening');
  return {
    origin: origin(),
    baseUrl: `${origin()}/v2`,
    admin,
    stop: async () => {
      timers.stop();
      for (const { queue } of endpoints.values()) queue.clear();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
