import { LimnerError } from '../errors.ts';
import type { RunRow } from '../ledger/ledger.ts';
import type { Plan, PlannedAsset } from '../plan/plan.ts';
import { closeRun } from './close-run.ts';
import type { Emit, RunNews, RunSummary } from './events.ts';
import { createLedgerStep } from './ledger-step.ts';
import { guardListener } from './guard-listener.ts';
import { createLimiter } from './limiter.ts';
import { openFirst } from './open-first.ts';
import { openRun } from './open-run.ts';
import { workThrough } from './pool.ts';
import type { Ports } from './ports.ts';
import { createPromises } from './promises.ts';
import { publish } from './publish.ts';
import type { RunOptions } from './run-options.ts';
import { type RunContext, settleAsset } from './settle-asset.ts';

/**
 * Makes everything a plan asks for. One asset's failure never stops the others; only a store or a ledger that cannot be
 * written does, and is thrown. An aborted signal ends the run cleanly as `interrupted`. What a listener throws is thrown
 * when the run is closed.
 */
export async function runPlan(plan: Plan, ports: Ports, options: RunOptions): Promise<RunSummary> {
  const listener = guardListener(options.onEvent);
  const emit = (news: RunNews): void => listener.tell({ at: new Date(ports.clock.now()).toISOString(), ...news });
  const run = await openRun(plan, ports, options);
  emit({ type: 'run-start', run: run.id, pack: plan.pack.pack, assets: plan.assets.length, resumed: run.resumed });
  for (const message of plan.warnings) emit({ type: 'warning', message });
  try {
    await makeAll(plan, ports, runContext(plan, run, ports, options, emit));
    await publish({ plan, run, limner: options.limner }, ports);
  } catch (error) {
    const summary = await closeRun(run, ports, brokenOff(error, options.signal)).catch(() => undefined);
    if (summary) emit({ type: 'run-done', ...summary });
    if (summary && options.signal.aborted) {
      listener.rethrow();
      return summary;
    }
    throw error;
  }
  await ports.ledger.steps.clear(run.id);
  const summary = await closeRun(run, ports, 'finished');
  emit({ type: 'run-done', ...summary });
  listener.rethrow();
  return summary;
}

/** What ends the run for one asset ends it for all: nobody waits any longer for what that one had in hand. */
async function makeAll(plan: Plan, ports: Ports, context: RunContext): Promise<void> {
  const broken = new AbortController();
  const signal = AbortSignal.any([context.signal, broken.signal]);
  await workThrough(await openFirst(plan.assets, ports), context.concurrency, async (planned) => {
    try {
      await makeOne(planned, ports, { ...context, signal });
    } catch (error) {
      broken.abort(error);
      throw error;
    }
  });
}

async function makeOne(planned: PlannedAsset, ports: Ports, context: RunContext): Promise<void> {
  context.signal.throwIfAborted();
  const entry = await settleAsset(planned, ports, context);
  await ports.ledger.runs.saveAsset(context.run, planned.position, entry);
  const { id, cached, provider, cost, error } = entry;
  if (entry.status === 'done') {
    const files = entry.files.map(({ path }) => path);
    context.emit({ type: 'asset-done', id, cached, provider, usd: cost.usd, files });
  } else if (error) context.emit({ type: 'asset-failed', id, status: entry.status, error });
}

function runContext(plan: Plan, run: RunRow, ports: Ports, options: RunOptions, emit: Emit): RunContext {
  const { signal, owner, attempts, concurrency, callDeadlineMs } = options;
  const { budget } = plan.pack;
  return {
    run: run.id,
    step: createLedgerStep({ steps: ports.ledger.steps, run: run.id, signal }),
    promises: createPromises(),
    caps: {
      ...(budget.run === undefined ? {} : { runUsd: budget.run }),
      ...(budget.day === undefined ? {} : { dayUsd: budget.day }),
    },
    emit,
    signal,
    owner,
    attempts,
    callDeadlineMs,
    concurrency,
    takeOver: plan.takeOver,
    limiters: new Map([...plan.concurrency].map(([name, limit]) => [name, createLimiter(limit)])),
  };
}

function brokenOff(error: unknown, signal: AbortSignal): { readonly exitCode: number } {
  const INTERRUPTED = 4;
  if (signal.aborted) return { exitCode: INTERRUPTED };
  return { exitCode: error instanceof LimnerError ? error.exitCode : 70 };
}
