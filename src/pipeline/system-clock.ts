import { pause } from '../providers/pause.ts';
import type { Clock } from './ports.ts';

/** The host's own clock and timers. */
export const systemClock: Clock = { now: () => Date.now(), sleep: pause };
