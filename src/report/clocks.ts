// When what must be done, counted from the detection of a leak.

const HOUR = 3_600_000; // milliseconds

/** Hours from detection until a phase is due. */
export type DueHours = { contain: number; audit: number; rca: number; followUp: number };

export type Clocks = Record<keyof DueHours, string>; // ISO 8601

const DAY = 24; // hours
const LEAST_DAYS = 3; // fewer are told in hours

/** Hours as people say them: `24 hours`, `7 days`. */
export function spanOf(hours: number): string {
  const isDays = hours % DAY === 0 && hours >= LEAST_DAYS * DAY;
  const count = isDays ? hours / DAY : hours;
  return `${count} ${isDays ? 'day' : 'hour'}${count === 1 ? '' : 's'}`;
}

/**
 * The times at which the phases of a response are due.
 *
 * @param detectedAt ISO 8601: the end of the scan
 */
export function clocksFrom(detectedAt: string, { contain, audit, rca, followUp }: DueHours): Clocks {
  const due = (hours: number) => new Date(Date.parse(detectedAt) + hours * HOUR).toISOString();
  return { contain: due(contain), audit: due(audit), rca: due(rca), followUp: due(followUp) };
}
