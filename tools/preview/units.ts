import { isoTime } from './time';

/** What a text such as "3 days ago" counts from, in Unix seconds. */
export interface Clock {
  readonly now: number;
}

type Format = (value: number, decimals: number | undefined, clock: Clock) => string;

/** Three significant digits, but no digit before the point is lost; a fixed number of decimals if one is given. */
export function plainNumber(value: number, decimals?: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  if (decimals !== undefined) return withoutMinusZero(value.toFixed(decimals));
  if (value !== 0 && Math.abs(value) < 1e-6) return value.toExponential(2);
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return withoutMinusZero(String(Number(value.toFixed(Math.min(digits, 20)))));
}

function withoutMinusZero(written: string): string {
  return /^-0(\.0*)?$/.test(written) ? written.slice(1) : written;
}

function suffixed(suffix: string, factor = 1): Format {
  return (value, decimals) => `${plainNumber(value * factor, decimals)}${suffix}`;
}

/** Scales by powers of `base`; `first` is the prefix that the value has already. */
function scaled(base: number, prefixes: readonly string[], symbol: string, first = 0): Format {
  return (value, decimals) => {
    const [scale, rest] = scaleOf(value, base, prefixes.length - 1 - first);
    return `${plainNumber(rest, decimals)}${prefixes[first + scale] ?? ''}${symbol}`.trimEnd();
  };
}

/** The power of the base to show a value with, and what is left of the value. */
function scaleOf(value: number, base: number, largest: number): readonly [power: number, rest: number] {
  let [power, rest] = [0, value];
  // 999.6 would read as 1000 with three digits: it is 1 of the next power.
  while (power < largest && Math.abs(rest) >= base * 0.9995 && Number.isFinite(rest))
    [power, rest] = [power + 1, rest / base];
  return [power, rest];
}

const SHORT = ['', ' K', ' Mil', ' Bil', ' Tri', ' Quadr', ' Quint'];
const COUNT = ['', 'K', 'M', 'B', 'T'];
const IEC = [' ', ' Ki', ' Mi', ' Gi', ' Ti', ' Pi'];
const SI = [' ', ' k', ' M', ' G', ' T', ' P'];

const count = (symbol: string): Format => scaled(1000, COUNT, ` ${symbol}`);
const iec = (symbol: string, first = 0): Format => scaled(1024, IEC, symbol, first);
const si = (symbol: string, first = 0): Format => scaled(1000, SI, symbol, first);

/** From which number of seconds on a duration is told in which unit. */
const DURATIONS: readonly (readonly [from: number, seconds: number, unit: string])[] = [
  [31_536_000, 31_536_000, 'year'],
  [604_800, 604_800, 'week'],
  [86_400, 86_400, 'day'],
  [3600, 3600, 'hour'],
  [60, 60, 'min'],
  [1, 1, 's'],
  [1e-3, 1e-3, 'ms'],
  [1e-6, 1e-6, 'µs'],
  [0, 1e-9, 'ns'],
];

/** Units that are words. */
const PLURAL: ReadonlySet<string> = new Set(['hour', 'day', 'week', 'year']);

/** A duration in the unit that suits it; the value counts `seconds` each, and never becomes smaller units than its own. */
function duration(seconds: number, own: string): Format {
  const usable = DURATIONS.filter(([, each]) => each >= seconds * 0.999 || own === 's');
  return (value, decimals) => {
    const total = value * seconds;
    const [, each, unit] = (value !== 0 && usable.find(([from]) => Math.abs(total) >= from * 0.9995)) || [
      0,
      seconds,
      own,
    ];
    const amount = plainNumber(total / each, decimals);
    return `${amount} ${unit}${PLURAL.has(unit) && amount !== '1' ? 's' : ''}`;
  };
}

const PARTS: readonly (readonly [seconds: number, name: string])[] = [
  [31_536_000, 'year'],
  [2_592_000, 'month'],
  [604_800, 'week'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** A duration in words: its largest part and as many smaller ones as there are decimals. */
function inWords(factor: number): Format {
  return (value, decimals = 1) => {
    if (value < 0) return `${inWords(factor)(-value, decimals, { now: 0 })} ago`;
    let rest = value * factor;
    const first = PARTS.findIndex(([seconds]) => rest >= seconds);
    if (first < 0) return `${plainNumber(rest)} seconds`;
    const words = PARTS.slice(first, first + decimals + 1).map(([seconds, name]) => {
      const amount = Math.floor(rest / seconds);
      rest -= amount * seconds;
      return `${amount} ${name}${amount === 1 ? '' : 's'}`;
    });
    return words.join(', ');
  };
}

const fromNow: Format = (value, _decimals, { now }) => {
  const seconds = value / 1000 - now;
  if (!Number.isFinite(seconds)) return 'Invalid date';
  const [each, name] = PARTS.find(([part]) => Math.abs(seconds) >= part) ?? [1, 'second'];
  const amount = Math.round(Math.abs(seconds) / each);
  const words = `${amount} ${name}${amount === 1 ? '' : 's'}`;
  return seconds > 0 ? `in ${words}` : `${words} ago`;
};

const isoFormat: Format = (value) => isoTime(value / 1000);
const yesNo =
  (yes: string, no: string): Format =>
  (value) =>
    value === 0 ? no : yes;

const clockFormat: Format = (value) => {
  const pad = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  const seconds = Math.abs(value);
  return `${value < 0 ? '-' : ''}${pad(seconds / 3600)}:${pad((seconds % 3600) / 60)}:${pad(seconds % 60)}`;
};

/** Grafana's unit ids, as its page of standard options names them. */
const FORMATS: Readonly<Record<string, Format>> = {
  none: suffixed(''),
  short: scaled(1000, SHORT, ''),
  sishort: scaled(1000, ['', 'k', 'M', 'G', 'T', 'P'], ''),
  percent: suffixed('%'),
  percentunit: suffixed('%', 100),
  locale: (value, decimals) => value.toLocaleString('en-US', { maximumFractionDigits: decimals ?? 2 }),
  string: (value) => String(value),
  sci: (value, decimals) => value.toExponential(decimals),
  bytes: iec('B'),
  kbytes: iec('B', 1),
  mbytes: iec('B', 2),
  gbytes: iec('B', 3),
  bits: iec('b'),
  decbytes: si('B'),
  deckbytes: si('B', 1),
  decmbytes: si('B', 2),
  decgbytes: si('B', 3),
  decbits: si('b'),
  Bps: si('B/s'),
  binBps: iec('B/s'),
  bps: si('b/s'),
  binbps: iec('b/s'),
  pps: si('p/s'),
  hertz: si('Hz'),
  ops: count('ops/s'),
  reqps: count('req/s'),
  rps: count('rd/s'),
  wps: count('wr/s'),
  iops: count('io/s'),
  cps: count('c/s'),
  eps: count('evt/s'),
  mps: count('msg/s'),
  recps: count('rec/s'),
  rowsps: count('rows/s'),
  opm: count('ops/m'),
  reqpm: count('req/m'),
  cpm: count('c/m'),
  ns: duration(1e-9, 'ns'),
  µs: duration(1e-6, 'µs'),
  ms: duration(1e-3, 'ms'),
  s: duration(1, 's'),
  m: duration(60, 'min'),
  h: duration(3600, 'hour'),
  d: duration(86_400, 'day'),
  dtdurations: inWords(1),
  dtdurationms: inWords(0.001),
  dthms: clockFormat,
  dateTimeAsIso: isoFormat,
  dateTimeAsIsoNoDateIfToday: isoFormat,
  dateTimeAsSystem: isoFormat,
  dateTimeAsLocal: isoFormat,
  dateTimeFromNow: fromNow,
  bool: yesNo('True', 'False'),
  bool_yes_no: yesNo('Yes', 'No'),
  bool_on_off: yesNo('On', 'Off'),
};

/**
 * A value as Grafana's unit shows it, with three significant digits where `decimals` is not given. Times are in UTC. A unit
 * that is not known stands behind the number, as in Grafana.
 */
export function formatValue(
  value: number,
  unit: string | undefined,
  decimals?: number | null,
  clock: Clock = { now: 0 },
): string {
  if (!Number.isFinite(value)) return plainNumber(value);
  return formatOf(unit ?? 'none')(value, decimals ?? undefined, clock);
}

const MADE: Readonly<Record<string, (symbol: string) => Format>> = {
  prefix: (symbol) => (value, decimals) => `${symbol}${plainNumber(value, decimals)}`,
  suffix: (symbol) => suffixed(` ${symbol}`),
  si,
  count,
};

function formatOf(unit: string): Format {
  if (Object.hasOwn(FORMATS, unit)) return FORMATS[unit] ?? suffixed('');
  const [, kind = '', symbol = ''] = /^(suffix|prefix|si|count):(.*)$/.exec(unit) ?? [];
  return MADE[kind]?.(symbol) ?? suffixed(unit === '' ? '' : ` ${unit}`);
}

const BINARY_UNITS: ReadonlySet<string> = new Set(['bytes', 'kbytes', 'mbytes', 'gbytes', 'bits', 'binBps', 'binbps']);

/** Whether powers of 1024 read well in this unit. */
export function isBinary(unit = ''): boolean {
  return BINARY_UNITS.has(unit);
}

const SECONDS: Readonly<Record<string, number>> = { ns: 1e-9, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400 };

/** How many seconds 1 is in this unit; undefined if it is no duration. */
export function secondsIn(unit = ''): number | undefined {
  return Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
}
