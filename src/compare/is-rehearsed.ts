import type { Plan } from '../plan/plan.ts';
import type { ProviderFamily } from '../providers/provider.ts';
import { rehearsedName } from '../providers/rehearsed.ts';

const MADE_HERE: readonly ProviderFamily[] = ['painter'];

/** No real money was asked for any of it: made by limner itself, or by a service on this machine. */
export function isRehearsed({ assets }: Plan): boolean {
  const mark = rehearsedName('');
  return assets.every(
    (planned) =>
      planned.action === 'refuse' || MADE_HERE.includes(planned.family) || planned.request.version.startsWith(mark),
  );
}
