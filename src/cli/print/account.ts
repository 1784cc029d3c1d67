import { ASSET_TYPES } from '../../pack/pack.ts';
import type { AccountSurvey } from '../../providers/account-provider.ts';
import type { Timing } from '../time-provider.ts';
import { duration } from './figures.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

/** `probe --json` of a service with an account. */
export interface AccountReport extends AccountSurvey {
  readonly provider: string;
  readonly time?: Timing;
}

const COLOURS = { A: 'green', C: 'red' } as const;

export function reportAccount({ provider, outcome, words, assets, unit, time }: AccountReport): void {
  print(`${paintText('bold', provider)}: outcome ${paintText(COLOURS[outcome], outcome)}`);
  print(wrap(words, columns()));
  print();
  const rows = ASSET_TYPES.map((type) => {
    const asset = assets[type];
    if (!asset.ok) return [paintText('red', '✗'), type, '', '', ''];
    return [paintText('green', '✓'), type, `$${asset.usd.toFixed(4)}`, String(asset.calls), asset.workflow];
  });
  for (const line of table({ columns: COLUMNS, rows })) print(line);
  print();
  for (const line of new Set(ASSET_TYPES.flatMap((type) => modelLines(assets[type]))))
    print(wrap(line, columns(), '  '));
  print(wrap(`A ${unit.name} counts as $${unit.usd}: ${unit.words}.`, columns()));
  if (!time) return;
  print(`A small picture took ${duration(time.firstMs)} at first and ${duration(time.secondMs)} at once after.`);
}

const COLUMNS = [
  { title: '' },
  { title: 'type' },
  { title: 'a picture' },
  { title: 'calls' },
  { title: 'workflow', drop: 1 },
] as const;

/** Why a type cannot be made, or the models that make it. */
function modelLines(asset: AccountSurvey['assets']['entity']): readonly string[] {
  return asset.ok ? asset.profile.split(' + ').map((model) => `Uses ${model}.`) : [`Missing: ${asset.reason}.`];
}
