const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether somebody wants limner to stop. A run that is at its end by then ends as ever, so it cannot tell. */
export interface Stops {
  isAsked(): boolean;
  stopWatching(): void;
}

/** Until it stops watching, signals do not end the process. */
export function watchStops(): Stops {
  let asked = false;
  const note = (): void => {
    asked = true;
  };
  for (const name of SIGNALS) process.on(name, note);
  return {
    isAsked: () => asked,
    stopWatching: () => {
      for (const name of SIGNALS) process.off(name, note);
    },
  };
}
