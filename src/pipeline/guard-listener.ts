import type { RunEvent } from './events.ts';

/** Keeps what a listener throws away from the run, which may be paying at that moment, until the run is closed. */
export function guardListener(onEvent: (event: RunEvent) => void): {
  tell(event: RunEvent): void;
  /** Throws the first of what the listener threw, if it did. */
  rethrow(): void;
} {
  const thrown: unknown[] = [];
  return {
    tell(event) {
      try {
        onEvent(event);
      } catch (error) {
        thrown.push(error);
      }
    },
    rethrow() {
      if (thrown.length > 0) throw thrown[0];
    },
  };
}
