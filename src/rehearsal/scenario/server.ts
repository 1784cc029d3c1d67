import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { FaultBook } from '../faults/fault-book.ts';
import { refuse } from '../http/answer.ts';
import { writeAnswer } from '../http/exchange.ts';
import { Timers } from '../http/timers.ts';
import { type ScenarioAdmin, createScenarioAdmin } from './admin.ts';
import { AssetBook } from './asset-book.ts';
import { ScenarioCounters } from './counters.ts';
import { SCENARIO_FAULTS } from './faults.ts';
import { JobBook } from './job-book.ts';
import { readModels } from './models.ts';
import { type ScenarioOptions, withScenarioDefaults } from './options.ts';
import { serveScenario } from './serve.ts';
import type { Team } from './team.ts';
import { UploadBook } from './upload-book.ts';

export interface ScenarioServerOptions extends ScenarioOptions {
  readonly host?: string;
  /** 0, and so any free one, unless given. */
  readonly port?: number;
}

export interface ScenarioServer {
  /** Up to and including the version: `http://127.0.0.1:1234/v1`. */
  readonly baseUrl: string;
  /** Where `/admin` is. */
  readonly origin: string;
  readonly admin: ScenarioAdmin;
  /** Cuts every connection and leaves nothing running. */
  stop(): Promise<void>;
}

/** A rehearsed Scenario: its API, its jobs, its assets and its bills, with the painter behind the models. */
export async function startScenarioServer(options: ScenarioServerOptions = {}): Promise<ScenarioServer> {
  const { host = '127.0.0.1', port = 0, ...rest } = options;
  const server = createServer();
  const origin = (): string => `http://${host}:${portOf(server)}`;
  const team = createTeam(rest, origin);
  const admin = createScenarioAdmin(team);
  server.on('request', (request, response) => {
    serveScenario(request, response, { team, admin }).catch((error: unknown) => {
      writeAnswer(response, refuse(500, error instanceof Error ? error.message : String(error)));
    });
  });
  server.listen(port, host);
  // Rejects when the port is taken.
  await once(server, 'listening');
  return {
    origin: origin(),
    baseUrl: `${origin()}/v1`,
    admin,
    stop: async () => {
      team.timers.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createTeam(options: ScenarioOptions, origin: () => string): Team {
  const settings = withScenarioDefaults(options);
  const timers = new Timers();
  const counters = new ScenarioCounters();
  const assets = new AssetBook(origin);
  const jobs = new JobBook({ settings, timers, counters, assets });
  const uploads = new UploadBook({ timers, assets, importMs: settings.importMs });
  const faults = new FaultBook(SCENARIO_FAULTS);
  return { settings, models: readModels(), timers, counters, assets, jobs, uploads, faults };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
