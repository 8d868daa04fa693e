// A stretch of time → the days, months or years to write below it.

const DAY = 86_400_000; // milliseconds
const MAX_TICKS = 8;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 600];
const DAY_STEPS = [1, 2, 7, 14];

export type Tick = { at: number; label: string }; // milliseconds

/** Ticks inside [from, to], at most nine, on whole days, months or years in UTC. */
export function timeTicks(from: number, to: number): Tick[] {
  const days = (to - from) / DAY;
  const dayStep = DAY_STEPS.find(step => days / step <= MAX_TICKS - 1);
  if (dayStep !== undefined) return dayTicks(from, to, dayStep);
  const monthStep = MONTH_STEPS.find(step => days / 30.4 / step <= MAX_TICKS - 1) ?? 1200;
  return monthTicks(from, to, monthStep);
}

function dayTicks(from: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / DAY) * DAY; at <= to; at += step * DAY) {
    ticks.push({ at, label: new Date(at).toISOString().slice(5, 10) });
  }
  return ticks;
}

function monthTicks(from: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  const start = new Date(from);
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (let month = first; ticks.length <= MAX_TICKS + 1; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to || !Number.isFinite(at)) break;
    if (at >= from) ticks.push({ at, label: new Date(at).toISOString().slice(0, step % 12 === 0 ? 4 : 7) });
  }
  return ticks;
}
