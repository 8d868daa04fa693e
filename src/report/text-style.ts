// ANSI colours for the text report, or none.

import type { Severity } from '../rule.js';

type Paint = (text: string) => string;

export type Style = {
  heading: Paint;
  dim: Paint;
  alarm: Paint;
  severity: Record<Severity, Paint>;
};

const plain: Paint = text => text;
const sgr =
  (code: string): Paint =>
  text =>
    `\x1b[${code}m${text}\x1b[0m`;

const COLORLESS: Style = {
  heading: plain,
  dim: plain,
  alarm: plain,
  severity: { critical: plain, high: plain, medium: plain, low: plain },
};

const COLORED: Style = {
  heading: sgr('1'),
  dim: sgr('2'),
  alarm: sgr('1;31'),
  severity: { critical: sgr('1;31'), high: sgr('31'), medium: sgr('33'), low: sgr('36') },
};

/** The style of a report. Takes sanitised text only: what it returns holds control characters. */
export function styleOf(color: boolean): Style {
  return color ? COLORED : COLORLESS;
}

/** `1 commit`, `2 commits`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
