const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Distances between times that read well, in seconds. */
const STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200].concat(
  [1, 2, 7, 14, 30, 60, 90, 180, 365].map((days) => days * DAY),
);

/** The smallest distance that reads well and is not below `seconds`. */
export function niceStep(seconds: number): number {
  return STEPS.find((step) => step >= seconds) ?? Math.ceil(seconds / DAY) * DAY;
}

/** A moment in UTC: 2026-01-31 09:00:00. */
export function isoTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'Invalid date' : date.toISOString().slice(0, 19).replace('T', ' ');
}

/** A moment in UTC as an axis with this distance between its ticks shows it. */
export function tickTime(seconds: number, step: number, span: number): string {
  const iso = isoTime(seconds);
  if (step >= DAY) return iso.slice(5, 10);
  if (span > DAY) return iso.slice(5, 16);
  return step < MINUTE ? iso.slice(11, 19) : iso.slice(11, 16);
}

/** Times between start and end, at most `count`, each a multiple of their distance. */
export function timeTicks(start: number, end: number, count: number): { readonly step: number; readonly at: number[] } {
  const step = niceStep((end - start) / Math.max(1, count));
  const first = Math.ceil(start / step) * step;
  const at = Array.from({ length: Math.max(0, Math.floor((end - first) / step) + 1) }, (_, i) => first + i * step);
  return { step, at };
}

const DURATION_UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
  y: 365 * DAY,
};

/** The seconds of a duration such as `90s`, `5m` or `1d`; undefined for anything else. */
export function durationSeconds(duration: string): number | undefined {
  const [, amount, unit = ''] = /^>?\s*(\d+)(ms|[smhdwy])$/.exec(duration.trim()) ?? [];
  const factor = DURATION_UNITS[unit];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}
