import type * as z from 'zod';
import { checkAsset } from './check-asset.ts';
import { checkDescription } from './check-description.ts';
import { issueFaults } from './issue-faults.ts';
import { normaliseAsset } from './normalise-asset.ts';
import type { AssetSpec } from './pack.ts';
import { fieldOf } from './plain-value.ts';
import type { Fault } from './problem.ts';
import { Asset } from './schema-asset.ts';
import type { Path } from './source-node.ts';

export type ParsedAsset =
  | { readonly asset: AssetSpec; readonly faults?: never }
  | { readonly asset?: never; readonly faults: readonly Fault[] };

/** Checks one asset by itself; `path` is where it stands in the pack. */
export function parseAsset(value: unknown, path: Path): ParsedAsset {
  const undescribed = checkDescription(value);
  const result = Asset.safeParse(value);
  if (!result.success) {
    const sums = checkWithoutUnknownKeys(value, result.error.issues);
    return { faults: [...issueFaults(result.error.issues, value, path), ...below(path, [...undescribed, ...sums])] };
  }
  const faults = [...undescribed, ...checkAsset(result.data)];
  return faults.length > 0 ? { faults: below(path, faults) } : { asset: normaliseAsset(result.data) };
}

function below(path: Path, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}

/** A misspelt key must not hide that the sums are wrong as well; where they rest on that key, it may. */
function checkWithoutUnknownKeys(value: unknown, issues: readonly z.core.$ZodIssue[]): readonly Fault[] {
  if (!issues.every((issue) => issue.code === 'unrecognized_keys')) return [];
  const known: unknown = structuredClone(value);
  for (const { path, keys } of issues) {
    const holder = path.reduce(fieldOf, known);
    if (typeof holder === 'object' && holder !== null) for (const key of keys) Reflect.deleteProperty(holder, key);
  }
  const result = Asset.safeParse(known);
  return result.success ? checkAsset(result.data) : [];
}
