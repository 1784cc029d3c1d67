import { LimnerError } from '../../errors.ts';

export function unknownTicket(remoteId: string): LimnerError {
  return new LimnerError('LIMNER_CALL_FAILED', 'The painter did not write this ticket, or it was changed since.', {
    facts: { remoteId },
  });
}

/** A fault while painting, as a failure of this one call. What already is ours stays as it is. */
export function paintingFailed(cause: unknown): LimnerError {
  if (cause instanceof LimnerError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LimnerError('LIMNER_CALL_FAILED', `The painter could not finish the picture: ${reason}.`, {
    cause,
    next: 'Choose another description or size; this is a fault in limner, please report it.',
  });
}
