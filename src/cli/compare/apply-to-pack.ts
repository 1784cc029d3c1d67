import { constants } from 'node:fs';
import { access, chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { LimnerError } from '../../errors.ts';
import type { Comparison } from '../../compare/comparison.ts';
import { withRoutes } from './apply-routes.ts';

export interface Applied {
  readonly packFile: string;
  readonly routes: Readonly<Record<string, string>>;
  /** False when the pack said so already. */
  readonly hasChanged: boolean;
}

/**
 * Writes the suggested routes into the pack's own file, whole or not at all.
 * @throws LIMNER_PACK_UNREADABLE when the pack is gone, or written in a way that cannot be changed without touching the rest
 * @throws LIMNER_OUTPUT_UNWRITABLE
 */
export async function applyRoutes({ verdict }: Pick<Comparison, 'verdict'>, packFile: string): Promise<Applied> {
  const routes = Object.fromEntries(verdict.routes.map(({ type, provider }) => [type, provider]));
  const before = await readFile(packFile, 'utf8').catch((cause: unknown) => {
    throw new LimnerError('LIMNER_PACK_UNREADABLE', `${packFile} cannot be read any more.`, { cause });
  });
  const after = withRoutes(before, routes);
  if (after === undefined) {
    const lines = Object.entries(routes).map(([type, provider]) => `${type}: ${provider}`);
    throw new LimnerError(
      'LIMNER_PACK_UNREADABLE',
      `The routes in ${packFile} are written in a way that cannot be changed for you.`,
      {
        next: `Write them under providers: yourself: ${lines.join(', ')}.`,
      },
    );
  }
  if (after !== before) await replaceText(packFile, after);
  return { packFile, routes, hasChanged: after !== before };
}

/** What a link leads to is replaced, not the link; whoever could read the file still can. */
async function replaceText(packFile: string, text: string): Promise<void> {
  try {
    const file = await realpath(packFile);
    await access(file, constants.W_OK);
    const { mode } = await stat(file);
    const draft = `${file}.limner-new`;
    try {
      await writeFile(draft, text);
      await chmod(draft, mode & 0o777);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  } catch (cause) {
    throw new LimnerError('LIMNER_OUTPUT_UNWRITABLE', `${packFile} cannot be written.`, {
      cause,
      next: 'Make the file and its folder writable, then run the command again.',
    });
  }
}
