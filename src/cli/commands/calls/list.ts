import { peekState } from '../../compose.ts';
import { findState } from '../../find-state.ts';
import { reportCalls } from '../../print/calls.ts';
import { printJson } from '../../print/terminal.ts';
import { type CallsFlags, type FoundCall, costOfCall, findCalls, isOpen, nextWords, remoteIdOf } from './find-calls.ts';

export async function callsList(
  what: string | undefined,
  flags: CallsFlags & { readonly all?: boolean },
): Promise<void> {
  const found = findState(what, flags);
  const state = peekState(found.folder);
  try {
    const calls = await findCalls(found, flags, state);
    if (flags.json) printJson(calls.map(describeCall));
    else reportCalls(calls, { all: flags.all === true, now: Date.now(), state: found.folder });
  } finally {
    await state.ledger.close();
  }
}

/** A call as machines read it. */
export function describeCall(found: FoundCall): object {
  const { id, asset, run, provider, state, claimedAt, error } = found.call;
  const remoteId = remoteIdOf(found.call);
  return {
    call: id,
    asset,
    run,
    provider,
    state,
    claimedAt: new Date(claimedAt).toISOString(),
    usd: costOfCall(found.call),
    isEstimate: isOpen(found.call),
    ...(remoteId === undefined ? {} : { remoteId }),
    ...(error ? { error } : {}),
    next: nextWords(found),
  };
}
