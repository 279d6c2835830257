// How Grafana writes each unit that a dashboard may have.

const NUMBER = '-?[\\d.,]+';

const of = (...endings: readonly string[]): RegExp => new RegExp(`^${NUMBER} ?(?:${endings.join('|')})$`);

const TIMES = ['ns', 'µs', 'ms', 's', 'mins?', 'hours?', 'days?', 'weeks?', 'years?'];
const BYTES = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** What a value with a unit looks like. A number alone may be shortened, as in `1.05 Mil`. */
export const WRITTEN: Readonly<Record<string, RegExp>> = {
  none: of(''),
  short: of('', 'K', 'Mil', 'Bil', 'Tri', 'm', 'µ'),
  percentunit: of('%'),
  ms: of(...TIMES),
  s: of(...TIMES),
  d: of(...TIMES),
  dthms: /^\d+:\d\d:\d\d$/,
  bytes: of(...BYTES),
  binBps: of(...BYTES.map((one) => `${one}/s`)),
  reqps: of('K?m?µ?req/s'),
  ops: of('m?µ?K? ?(?:Mil)?ops/s'),
  opm: of('ops/m', 'opm'),
  dateTimeAsIso: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  'time:YYYY-MM-DD': /^\d{4}-\d\d-\d\d$/,
};

/** Minutes, hours or days with parts of ten, such as 4.17 mins, which nobody reads at a glance. */
export const ODD = /\.\d*[1-9]\d* (?:mins?|hours?|days?|weeks?)$/;
