import { ASSET_TYPES } from './pack.ts';
import { fieldOf } from './plain-value.ts';
import type { Fault } from './problem.ts';

/**
 * Whether the asset says once what it shows. Looks at the raw asset: the rule binds two fields together, and should
 * speak even when others are broken.
 */
export function checkDescription(asset: unknown): readonly Fault[] {
  const type = fieldOf(asset, 'type');
  const description = fieldOf(asset, 'description');
  const prompt = fieldOf(asset, 'prompt');
  if (description !== undefined && prompt !== undefined) {
    const message = 'prompt is another name for description: give one of them';
    return [{ path: ['prompt'], point: 'key', message }];
  }
  const described = description ?? prompt ?? fieldOf(fieldOf(asset, 'promptConfig'), 'basePrompt');
  const needed = ASSET_TYPES.some((known) => known === type) && type !== 'title_hero';
  if (described !== undefined || !needed) return [];
  return [{ path: ['description'], message: '"description" is missing: say what the picture shows' }];
}
