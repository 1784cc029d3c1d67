import { publicAddress } from '../store/s3/options.ts';
import type { Destination } from './destination.ts';
import { type Making, makeInto } from './make-into.ts';
import { reportFailure } from './print/failure.ts';
import { resumeCommand, shortPath } from './print/hint.ts';
import { createProgress } from './print/progress.ts';
import { reportSummary } from './print/summary.ts';
import type { RunFlags } from './settings.ts';

/** Makes a pack into a place that nobody else writes into meanwhile, showing progress; sets the exit code. */
export async function make(making: Making, flags: RunFlags): Promise<void> {
  const { pack, destination, state, options } = making;
  const progress = createProgress({ json: flags.json === true, total: options.only?.length ?? pack.assets.length });
  try {
    const summary = await makeInto(making, progress, (run) => resumeCommand(run, state.folder));
    progress.end();
    process.exitCode = summary?.exitCode ?? INTERRUPTED;
    if (summary && !flags.json)
      reportSummary(summary, { ...whereToLook(destination), resume: resumeCommand(summary.run, state.folder) });
  } catch (error) {
    if (!progress.end(error)) throw error;
    process.exitCode = reportFailure(error);
  }
}

const INTERRUPTED = 4;

/** What a person opens: from a bucket the address that everybody can read, if there is one. */
function whereToLook(destination: Destination): { readonly report: string; readonly manifest: string } {
  const [report, manifest] = ['report.html', 'manifest.json'].map((path) => {
    if (destination.type === 'fs') return `${shortPath(destination.out)}/${path}`;
    const { publicUrl, prefix } = destination.bucket;
    return publicUrl === undefined ? `${destination.out}/${path}` : publicAddress(publicUrl, prefix, path);
  });
  return { report: report ?? '', manifest: manifest ?? '' };
}
