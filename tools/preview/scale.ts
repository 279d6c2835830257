import { isBinary, secondsIn } from './units';

/** A value axis: its ends and its ticks. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** The base of a logarithmic axis. */
  readonly log?: number;
}

/** What an axis has to show, and what its ends are if they are fixed. */
export interface ScaleWishes {
  readonly values: readonly number[];
  readonly unit: string | undefined;
  readonly min?: number | null | undefined;
  readonly max?: number | null | undefined;
  readonly decimals?: number | null | undefined;
  readonly log?: number | undefined;
  /** The number of ticks that there is room for. */
  readonly count: number;
}

const DECIMAL = [1, 2, 2.5, 5, 10];
const BINARY = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

/** An axis with ends that read well around all values; it begins at 0 unless the values are far from it. */
export function valueScale(wishes: ScaleWishes): Scale {
  const finite = wishes.values.filter(Number.isFinite);
  if (wishes.log !== undefined) return logScale(finite, wishes.log);
  const [low, high] = extent(finite, wishes);
  const step = Math.max(stepFor((high - low) / Math.max(1, wishes.count), wishes.unit), leastStep(wishes));
  const min = wishes.min ?? clean(Math.floor(low / step + 1e-9) * step);
  const max = wishes.max ?? clean(Math.ceil(high / step - 1e-9) * step);
  return max > min ? { min, max, ticks: ticksBetween(min, max, step) } : { min, max: min + 1, ticks: [min, min + 1] };
}

function extent(finite: readonly number[], { min, max }: ScaleWishes): readonly [low: number, high: number] {
  const ends = finite.length === 0 ? ([0, 1] as const) : towardsZero(Math.min(...finite), Math.max(...finite));
  const [low, high] = [min ?? ends[0], max ?? ends[1]];
  // What differs by a rounding only is one value; 0 is its other end.
  if (high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-9) return [low, high];
  return low === 0 && high === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
}

function towardsZero(least: number, greatest: number): readonly [low: number, high: number] {
  const low = least > 0 && least < 0.7 * greatest ? 0 : least;
  const high = greatest < 0 && greatest > 0.7 * least ? 0 : greatest;
  return [low, high];
}

/** Ticks nearer to each other than the last decimal shown would read alike. */
function leastStep({ decimals, unit }: ScaleWishes): number {
  if (typeof decimals !== 'number' || secondsIn(unit) !== undefined) return 0;
  return 10 ** -(decimals + (unit === 'percentunit' ? 2 : 0));
}

function stepFor(least: number, unit: string | undefined): number {
  const seconds = secondsIn(unit);
  if (seconds !== undefined && least * seconds > 0.5) return timeStep(least * seconds) / seconds;
  const base = isBinary(unit) && least >= 1 ? 1024 : 10;
  const magnitude = base ** Math.floor(Math.log(least) / Math.log(base) + 1e-9);
  const multiple = (base === 10 ? DECIMAL : BINARY).find((each) => magnitude * each >= least * 0.9999);
  return magnitude * (multiple ?? base);
}

function timeStep(least: number): number {
  return SECONDS.find((step) => step >= least) ?? Math.ceil(least / 86_400) * 86_400;
}

/** Without the last bits, in which products of the same numbers differ: ECharts would miss a tick beyond the end by them. */
function clean(value: number): number {
  return Number(value.toPrecision(14));
}

function ticksBetween(min: number, max: number, step: number): readonly number[] {
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  // A multiple of the step, not a sum of steps: those would drift.
  return Array.from({ length: Math.max(0, Math.min(count, 100)) }, (_, i) => clean((first + i) * step));
}

function logScale(finite: readonly number[], log: number): Scale {
  const positive = finite.filter((value) => value > 0);
  const [least, greatest] = positive.length === 0 ? [1, log] : [Math.min(...positive), Math.max(...positive)];
  const from = Math.floor(Math.log(least) / Math.log(log) + 1e-9);
  const to = Math.max(from + 1, Math.ceil(Math.log(greatest) / Math.log(log) - 1e-9));
  const each = Math.ceil((to - from) / 6);
  const powers = Array.from({ length: Math.floor((to - from) / each) + 1 }, (_, i) => log ** (from + i * each));
  return { min: log ** from, max: log ** to, ticks: powers, log };
}

/** Where a value stands between the ends of its axis: 0 at the lower one, 1 at the upper one. */
export function fraction(value: number, { min, max, log }: Scale): number {
  if (log === undefined) return (value - min) / (max - min);
  return Math.log(value / min) / Math.log(max / min);
}
