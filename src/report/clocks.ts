// When what must be done, counted from the detection of a leak.

const HOUR = 3_600_000; // milliseconds

/** Hours from detection until a phase is due. */
export const DUE_HOURS = { contain: 1, audit: 24, rca: 7 * 24, followUp: 30 * 24 } as const;

export type Clocks = Record<keyof typeof DUE_HOURS, string>; // ISO 8601

/**
 * The times at which the phases of a response are due.
 *
 * @param detectedAt ISO 8601: the end of the scan
 */
export function clocksFrom(detectedAt: string): Clocks {
  const due = (hours: number) => new Date(Date.parse(detectedAt) + hours * HOUR).toISOString();
  const { contain, audit, rca, followUp } = DUE_HOURS;
  return { contain: due(contain), audit: due(audit), rca: due(rca), followUp: due(followUp) };
}
