/** Unit of a cell: that of a metric, or of what was made of it. */
export type CellUnit =
  'count' | 'perSecond' | 'perHour' | 'milliseconds' | 'seconds' | 'days' | 'ratio' | 'bytes' | 'cores' | 'date';

/** What stands for a value that is not there, or that nothing was observed for. */
const NOTHING = '-';

const FORMATS: Readonly<Record<CellUnit, (value: number) => string>> = {
  count: short,
  perSecond: (value) => `${short(value)}/s`,
  perHour: (value) => `${short(value)}/h`,
  milliseconds: (value) => duration(value / 1000),
  seconds: duration,
  days: (value) => `${value.toFixed(1)} d`,
  ratio: percent,
  bytes,
  cores: (value) => `${short(value)} cores`,
  date: (value) => dateOf(value),
};

/** A value as people read it, in its unit. */
export function format(value: number | undefined, unit: CellUnit): string {
  if (value === undefined || Number.isNaN(value)) return NOTHING;
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite';
  return FORMATS[unit](value);
}

/** Three digits, all digits of whole numbers. */
function short(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return String(Math.round(value));
  return Math.abs(value) < 0.0005 ? value.toExponential(1) : trimmed(value.toPrecision(3));
}

function trimmed(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** Three digits; near 100 % those behind the point count. 99.9996 % must not read 100 %, nor a rare error 0 %. */
function percent(ratio: number): string {
  const value = ratio * 100;
  if (ratio > 0 && value < 0.001) return '< 0.001 %';
  if (ratio < 1 && value >= 99.9995) return '> 99.999 %';
  return `${trimmed(Math.abs(value) < 99 ? value.toPrecision(3) : value.toFixed(3))} %`;
}

function bytes(value: number): string {
  const power = Math.min(4, Math.max(0, Math.floor(Math.log2(Math.abs(value)) / 10)));
  return `${short(power > 0 ? Math.round((value / 1024 ** power) * 10) / 10 : value)} ${['B', 'KiB', 'MiB', 'GiB', 'TiB'][power] ?? ''}`;
}

const DAY = 86_400;

/** The two largest units that matter. */
function duration(seconds: number): string {
  const size = Math.abs(seconds);
  if (size === 0) return '0 s';
  if (size < 0.9995) return `${short(seconds * 1000)} ms`;
  if (size < 60) return `${trimmed(seconds.toPrecision(3))} s`;
  if (size < 3600) return parts(seconds, 60, ['min', 's'], 1);
  return size < DAY ? parts(seconds, 3600, ['h', 'min'], 60) : parts(seconds, DAY, ['d', 'h'], 3600);
}

function parts(seconds: number, large: number, [first, second]: readonly [string, string], small: number): string {
  const all = Math.round(Math.abs(seconds) / small);
  const whole = Math.floor((all * small) / large);
  const rest = all - (whole * large) / small;
  return `${seconds < 0 ? '-' : ''}${String(whole)} ${first}${rest === 0 ? '' : ` ${String(rest)} ${second}`}`;
}

function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? short(seconds) : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
