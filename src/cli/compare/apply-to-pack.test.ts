import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyRoutes } from './apply-to-pack.ts';

const COMPARISON = {
  verdict: { criteria: [], routes: [{ type: 'entity', provider: 'scenario', because: '' }] },
} as const;
const [BEFORE, AFTER] = ['painter', 'scenario'].map((name) => `providers:\n  entity: ${name}\nassets: []\n`) as [
  string,
  string,
];

function freshPack(): { readonly folder: string; readonly pack: string } {
  const folder = mkdtempSync(join(tmpdir(), 'limner-apply-'));
  const pack = join(folder, 'limner.yaml');
  writeFileSync(pack, BEFORE);
  return { folder, pack };
}

describe('the routes of a comparison are written into a pack', () => {
  test('which stays readable for the same people, and leaves nothing beside it', async () => {
    const { folder, pack } = freshPack();
    chmodSync(pack, 0o640);
    expect(await applyRoutes(COMPARISON, pack)).toMatchObject({ hasChanged: true });
    expect(readFileSync(pack, 'utf8')).toBe(AFTER);
    expect(statSync(pack).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['limner.yaml']);
    expect(await applyRoutes(COMPARISON, pack)).toMatchObject({ hasChanged: false });
  });

  test('that a link leads to, and the link stays', async () => {
    const { folder, pack } = freshPack();
    const link = join(folder, 'link.yaml');
    symlinkSync(pack, link);
    await applyRoutes(COMPARISON, link);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(pack, 'utf8')).toBe(AFTER);
  });

  test('or not at all, with a way out', async () => {
    const { folder, pack } = freshPack();
    // In its way, also for those who may write everywhere.
    mkdirSync(`${pack}.limner-new`);
    const refused = { code: 'LIMNER_OUTPUT_UNWRITABLE', next: expect.stringMatching(/writable/) as string };
    await expect(applyRoutes(COMPARISON, pack)).rejects.toMatchObject(refused);
    expect(readFileSync(pack, 'utf8')).toBe(BEFORE);
    expect(readdirSync(folder)).toContain('limner.yaml');
  });
});
