import type { Plan } from '../plan/plan.ts';
import { rehearsedName } from '../providers/rehearsed.ts';

/** No real money was asked for any of it: made by limner itself, or by a service on this machine. */
export function isRehearsed({ assets }: Plan): boolean {
  const mark = rehearsedName('');
  return assets.every(
    (planned) =>
      planned.action === 'refuse' || planned.family === 'painter' || planned.request.version.startsWith(mark),
  );
}
