/**
 * What the assets that have been begun will still cost in this run. No other asset may take it from them: half a chain of calls
 * is money for nothing.
 */
export interface Promises {
  /** Of all other assets. */
  toOthers(asset: string): number;
  /** Of this one; undefined when it has not been begun. */
  to(asset: string): number | undefined;
  keep(asset: string, usd: number): void;
  end(asset: string): void;
  /** One claim at a time: what is promised by one counts for the next. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

export function createPromises(): Promises {
  const promised = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    toOthers(asset) {
      return [...promised].reduce((sum, [other, usd]) => (other === asset ? sum : sum + usd), 0);
    },
    to: (asset) => promised.get(asset),
    keep: (asset, usd) => void promised.set(asset, usd),
    end: (asset) => void promised.delete(asset),
    inTurn(work) {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
