// When what must be done, counted from the detection of a leak.

const HOUR = 3_600_000; // milliseconds

/** Hours from detection until a phase is due. */
export type DueHours = { contain: number; audit: number; rca: number; followUp: number };

export type Clocks = Record<keyof DueHours, string>; // ISO 8601

/**
 * The times at which the phases of a response are due.
 *
 * @param detectedAt ISO 8601: the end of the scan
 */
export function clocksFrom(detectedAt: string, { contain, audit, rca, followUp }: DueHours): Clocks {
  const due = (hours: number) => new Date(Date.parse(detectedAt) + hours * HOUR).toISOString();
  return { contain: due(contain), audit: due(audit), rca: due(rca), followUp: due(followUp) };
}
