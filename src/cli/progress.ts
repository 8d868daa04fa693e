// A line on stderr for work that takes longer than a second, on a terminal only.

import type { Stream } from './world.js';

const FIRST_MS = 1000;
const EVERY_MS = 120;

export type Progress = { tick: () => void; end: () => void };

/** Shows how far a scan is. */
export function startProgress(
  stream: Stream,
  read: () => { done: number; total: number; unit: string },
  nowMs: () => number,
): Progress {
  if (!stream.isTTY) return { tick: () => {}, end: () => {} };
  const start = nowMs();
  let last = start + FIRST_MS - EVERY_MS;
  let shown = false;
  const tick = () => {
    const now = nowMs();
    if (now - last < EVERY_MS) return;
    last = now;
    shown = true;
    stream.write(`\r\x1b[2K${line(read(), (now - start) / 1000, stream.columns ?? 80)}`);
  };
  return { tick, end: () => void (shown && stream.write('\r\x1b[2K')) };
}

function line(
  { done, total, unit }: { done: number; total: number; unit: string },
  seconds: number,
  columns: number,
): string {
  const count =
    total > 0
      ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}`
      : `${done.toLocaleString('en')} ${unit}`;
  const text = `  ${count}  ${seconds.toFixed(0)} s`;
  if (total === 0) return text.slice(0, columns - 1);
  const width = 24;
  const filled = Math.round((Math.min(done, total) / total) * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]${text}`.slice(0, columns - 1);
}
