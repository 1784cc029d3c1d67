/** What a rehearsed endpoint saw and what it would have cost. */
export interface Counts {
  /** Submissions that reached the server, those it did not accept among them. */
  readonly submitsSeen: number;
  /** Jobs that only ask what is there (`input.limner.probe`); they are in no other count. */
  readonly probes: number;
  readonly submitsAccepted: number;
  /** How often a worker began to work on a job. */
  readonly executions: number;
  /** Every question about a job's state. */
  readonly statusCalls: number;
  /** Those of them, and of the submissions, that were held open. */
  readonly longPolls: number;
  readonly cancels: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** How often each fault struck. */
  readonly faults: { readonly [name: string]: number };
  /** What the platform bills: every worker's cold start, executions and idle tail, each worker up to a whole second. */
  readonly billedSeconds: number;
  /** Those seconds at `usdPerGpuSecond` of the endpoint. */
  readonly usd: number;
}

export interface CountersReport {
  readonly total: Counts;
  readonly endpoints: { readonly [endpointId: string]: Counts };
}

type Countable = Exclude<keyof Counts, 'faults' | 'billedSeconds' | 'usd'>;

/** The counts of one endpoint; what workers cost is asked of them. */
export class Counters {
  #counts = emptyCounts();

  count(what: Countable, amount = 1): void {
    this.#counts = { ...this.#counts, [what]: this.#counts[what] + amount };
  }

  countFault(name: string): void {
    const { faults } = this.#counts;
    this.#counts = { ...this.#counts, faults: { ...faults, [name]: (faults[name] ?? 0) + 1 } };
  }

  reset(): void {
    this.#counts = emptyCounts();
  }

  report(billedSeconds: number, usdPerGpuSecond: number): Counts {
    return { ...this.#counts, billedSeconds, usd: billedSeconds * usdPerGpuSecond };
  }
}

export function addCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, counts) => ({
      submitsSeen: sum.submitsSeen + counts.submitsSeen,
      probes: sum.probes + counts.probes,
      submitsAccepted: sum.submitsAccepted + counts.submitsAccepted,
      executions: sum.executions + counts.executions,
      statusCalls: sum.statusCalls + counts.statusCalls,
      longPolls: sum.longPolls + counts.longPolls,
      cancels: sum.cancels + counts.cancels,
      bytesIn: sum.bytesIn + counts.bytesIn,
      bytesOut: sum.bytesOut + counts.bytesOut,
      faults: addFaults(sum.faults, counts.faults),
      billedSeconds: sum.billedSeconds + counts.billedSeconds,
      usd: sum.usd + counts.usd,
    }),
    emptyCounts(),
  );
}

function addFaults(a: Counts['faults'], b: Counts['faults']): Counts['faults'] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}

function emptyCounts(): Counts {
  return {
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
}
