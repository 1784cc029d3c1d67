import { once } from 'node:events';
import { LimnerError } from '../../errors.ts';
import { nearest } from '../../pack/nearest.ts';
import { CAPABILITY_PRESETS, fromObjectInfo } from '../../rehearsal/presets.ts';
import { type Rehearsal, startRehearsal } from '../../rehearsal/rehearse.ts';
import type { FaultRule } from '../../rehearsal/faults/fault-book.ts';
import type { FaultTable } from '../../rehearsal/faults/fault-table.ts';
import { FAULTS } from '../../rehearsal/runpod/faults.ts';
import { SCENARIO_FAULTS } from '../../rehearsal/scenario/faults.ts';
import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import { columns, print, printJson, wrap } from '../print/terminal.ts';

export interface RehearseFlags {
  readonly preset?: string;
  readonly objectInfo?: string;
  readonly port: number;
  readonly comfyuiPort: number;
  readonly scenarioPort: number;
  readonly workers?: number;
  readonly coldStart?: number;
  readonly execution?: number;
  readonly fault?: readonly string[];
  readonly scenarioFault?: readonly string[];
  readonly key?: string;
  readonly json?: boolean;
}

/** Serves until it is interrupted. */
export async function rehearse(flags: RehearseFlags): Promise<void> {
  const interrupted = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const rehearsal = await start(flags);
  if (flags.json) printJson(describe(rehearsal));
  else announce(rehearsal);
  await interrupted;
  const runpod = rehearsal.runpod.admin.counters().total;
  const scenario = rehearsal.scenario.admin.counters().total;
  await rehearsal.stop();
  if (flags.json) return;
  print();
  print(
    `Seen: ${runpod.submitsAccepted} jobs taken, ${runpod.executions} executed, ${runpod.statusCalls} status calls.`,
  );
  if (scenario.submitsSeen > 0)
    print(`By Scenario: ${scenario.submitsAccepted} jobs taken, ${scenario.polls} polls, ${scenario.cu} CU charged.`);
}

function describe({ runpod, comfyuiUrl, scenario, environment }: Rehearsal): object {
  return {
    runpod: runpod.baseUrl,
    comfyui: comfyuiUrl,
    scenario: scenario.baseUrl,
    admin: `${runpod.origin}/admin`,
    scenarioAdmin: `${scenario.origin}/admin`,
    environment,
  };
}

async function start(flags: RehearseFlags): Promise<Rehearsal> {
  const { workers, coldStart, execution, key } = flags;
  const catalogue = catalogueOf(flags);
  const faults = (flags.fault ?? []).map((text) => faultRule(text, '--fault', FAULTS));
  const scenarioFaults = (flags.scenarioFault ?? []).map((text) =>
    faultRule(text, '--scenario-fault', SCENARIO_FAULTS),
  );
  try {
    return await startRehearsal({
      runpodPort: flags.port,
      comfyuiPort: flags.comfyuiPort,
      scenarioPort: flags.scenarioPort,
      faults,
      scenarioFaults,
      ...(catalogue ? { catalogue } : {}),
      ...(workers === undefined ? {} : { workersMax: workers }),
      ...(coldStart === undefined ? {} : { coldStartMs: coldStart }),
      ...(execution === undefined ? {} : { executionMs: execution }),
      ...(key === undefined ? {} : { apiKey: key }),
    });
  } catch (error) {
    throw translate(error);
  }
}

function translate(error: unknown): unknown {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (!isTaken) return error;
  const port = 'port' in error ? ` ${String(error.port)}` : '';
  return new LimnerError('LIMNER_USAGE', `The port${port} is taken.`, {
    cause: error,
    next: 'Stop what listens there, or choose others with --port, --comfyui-port and --scenario-port; 0 takes any that is free.',
  });
}

function catalogueOf({ preset, objectInfo }: RehearseFlags): NodeCatalogue | undefined {
  if (objectInfo !== undefined) return fromObjectInfo(objectInfo);
  if (preset === undefined) return undefined;
  const presets: Readonly<Record<string, () => NodeCatalogue>> = CAPABILITY_PRESETS;
  const make = Object.hasOwn(presets, preset) ? presets[preset] : undefined;
  if (make) return make();
  const names = Object.keys(presets);
  const guess = nearest(preset, names);
  throw new LimnerError('LIMNER_USAGE', `There is no preset "${preset}".`, {
    next: guess === undefined ? `Choose from: ${names.join(', ')}.` : `Did you mean "${guess}"?`,
  });
}

/**
 * `name=0.05` strikes a share, `name` alone every time; a value of the fault itself stands before: `slow-queue=2000=0.1`.
 * @throws LIMNER_USAGE
 */
function faultRule(text: string, flag: string, table: FaultTable): FaultRule {
  const at = text.lastIndexOf('=');
  const rate = Number(text.slice(at + 1));
  const isRate = at > 0 && rate > 0 && rate <= 1;
  const fault = isRate ? text.slice(0, at) : text;
  checkFault(fault, flag, table);
  return isRate ? { fault, rate, seed: 1 } : { fault };
}

function checkFault(fault: string, flag: string, table: FaultTable): void {
  const [name = '', value] = fault.split('=');
  const names = Object.keys(table);
  if (!names.includes(name)) {
    const guess = nearest(name, names);
    throw new LimnerError('LIMNER_USAGE', `${flag}: there is no fault "${name}".`, {
      next: guess === undefined ? `Choose from: ${names.join(', ')}.` : `Did you mean "${guess}"?`,
    });
  }
  if (value === undefined || Number(value) > 0) return;
  throw new LimnerError('LIMNER_USAGE', `${flag} ${fault}: "${value}" is neither a share from 0 to 1 nor a number.`, {
    next: `Write ${name}=0.05 for one in twenty, or ${name} alone for all.`,
  });
}

function announce({ environment, comfyuiUrl, runpod, scenario }: Rehearsal): void {
  const say = (text: string): void => print(wrap(text, columns()));
  say(
    `RunPod Serverless is rehearsed on ${runpod.baseUrl}, ComfyUI on ${comfyuiUrl}, Scenario on ${scenario.baseUrl}.`,
  );
  say('The painter stands in for the models; nothing costs. In another terminal:');
  print();
  for (const [name, value] of Object.entries(environment)) print(`  export ${name}=${value}`);
  print();
  print('  IMAGE_GENERATION_PROVIDER=comfyui limner generate PACK');
  print('  limner probe comfyui-custom');
  print();
  say(
    `What the servers have seen: ${runpod.origin}/admin/counters and ${scenario.origin}/admin/counters. Ctrl-C ends them.`,
  );
}
