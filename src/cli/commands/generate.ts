import { make } from '../make.ts';
import { openSession, snapshotOf } from '../session.ts';
import type { RunFlags } from '../settings.ts';

export async function generateCommand(packPath: string, flags: RunFlags): Promise<void> {
  const session = await openSession(packPath, flags, 'make');
  const { loaded, destination, options, state } = session;
  try {
    await make(
      {
        pack: loaded.pack,
        packFile: loaded.file,
        destination,
        state,
        options: {
          ...options,
          snapshot: snapshotOf(session),
          ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
        },
      },
      flags,
    );
  } finally {
    await state.ledger.close();
  }
}
