/** What a client of RunPod sends, and how soon it learns that a job has ended. */
export interface Traffic {
  readonly fetch: typeof globalThis.fetch;
  /** Status questions, long ones and short ones. */
  statusCalls(): number;
  /** Milliseconds between the end of a job and the answer that tells of it; the median. */
  noticedMs(): number;
}

interface Answer {
  readonly id?: string;
  readonly status?: string;
  readonly delayTime?: number;
  readonly executionTime?: number;
}

/** The service tells how long a job waited and ran; with the moment it was taken, that is the moment it ended. */
export function watchTraffic(fetch: typeof globalThis.fetch): Traffic {
  const takenAt = new Map<string, number>();
  const noticed: number[] = [];
  let statusCalls = 0;
  return {
    async fetch(input, init) {
      const url = input instanceof Request ? input.url : String(input);
      const sentAt = performance.now();
      const response = await fetch(input, init);
      const isStatus = url.includes('/status');
      if (isStatus) statusCalls += 1;
      if (!isStatus && !/\/run(sync)?(\?|$)/.test(url)) return response;
      const text = await response.text();
      const { id = '', status, delayTime, executionTime } = JSON.parse(text) as Answer;
      const startedAt = takenAt.get(id) ?? (isStatus ? undefined : (sentAt + performance.now()) / 2);
      if (startedAt !== undefined) takenAt.set(id, /runsync/.test(url) ? sentAt : startedAt);
      if (status === 'COMPLETED' && delayTime !== undefined && executionTime !== undefined) {
        noticed.push(performance.now() - ((takenAt.get(id) ?? sentAt) + delayTime + executionTime));
        takenAt.delete(id);
      }
      return new Response(text, { status: response.status, headers: response.headers });
    },
    statusCalls: () => statusCalls,
    noticedMs: () => noticed.toSorted((a, b) => a - b)[noticed.length >> 1] ?? Number.NaN,
  };
}
