// From detection to the hour at which each phase is due. The config can make the clocks tighter, not looser. Pure.

import type { Order } from './order.js';
import type { PhaseId } from './record-schema.js';

/** Hours from detection, by phase. */
export type Clocks = Readonly<Record<Exclude<PhaseId, 'detect'>, number>>;

const HOUR_MS = 3_600_000;
const REVOKED_FIRST_HOURS = 1; // what is revoked first stops a service, which waits for the new value

/** When a phase is due; null for detection, which has happened. */
export function dueAt(phase: PhaseId, detectedAt: string, clocks: Clocks, strategy: Order['strategy']): string | null {
  if (phase === 'detect') return null;
  const isUrgent = phase === 'rotate' && strategy === 'revoke-first';
  const hours = isUrgent ? Math.min(clocks.rotate, REVOKED_FIRST_HOURS) : clocks[phase];
  return new Date(Date.parse(detectedAt) + hours * HOUR_MS).toISOString();
}
