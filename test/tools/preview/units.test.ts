import * as fc from 'fast-check';
import { formatValue, plainNumber } from '../../../tools/preview/units';

describe('a value with a unit', () => {
  test.each([
    [0.0123, 'percentunit', '1.23%'],
    [12.3, 'percent', '12.3%'],
    [0, 'percentunit', '0%'],
    [1234.5678, 'none', '1235'],
    [1234, 'short', '1.23 K'],
    [2_500_000, 'short', '2.5 Mil'],
    [0.5, 'short', '0.5'],
    [1536, 'bytes', '1.5 KiB'],
    [1_073_741_824, 'bytes', '1 GiB'],
    [512, 'bytes', '512 B'],
    [1500, 'decbytes', '1.5 kB'],
    [1_000_000, 'Bps', '1 MB/s'],
    [1_048_576, 'binBps', '1 MiB/s'],
    [2, 'mbytes', '2 MiB'],
    [123.4, 'reqps', '123 req/s'],
    [12_345, 'ops', '12.3K ops/s'],
    [250, 'ms', '250 ms'],
    [1500, 'ms', '1.5 s'],
    [0.25, 'ms', '0.25 ms'],
    [0.00025, 's', '250 µs'],
    [0.25, 's', '250 ms'],
    [90, 's', '1.5 min'],
    [5400, 's', '1.5 hours'],
    [0, 's', '0 s'],
    [1500, 'ns', '1.5 µs'],
    [1500, 'µs', '1.5 ms'],
    [3, 'd', '3 days'],
    [1, 'd', '1 day'],
    [14, 'd', '2 weeks'],
    [730, 'd', '2 years'],
    [93_784, 'dtdurations', '1 day, 2 hours'],
    [-60, 'dtdurations', '1 minute, 0 seconds ago'],
    [3661, 'dthms', '01:01:01'],
    [1_666_656_000_000, 'dateTimeAsIso', '2022-10-25 00:00:00'],
    [1, 'bool_yes_no', 'Yes'],
    [3, 'suffix:pods', '3 pods'],
    [3, 'prefix:#', '#3'],
    [3, 'parsecs', '3 parsecs'],
    [3, 'constructor', '3 constructor'],
    [Infinity, 'ms', '∞'],
    [NaN, 'bytes', 'NaN'],
  ])('%p in %s reads %s', (value, unit, read) => {
    expect(formatValue(value, unit)).toBe(read);
  });

  test('has as many decimals as are asked for', () => {
    expect(formatValue(0.99987, 'percentunit', 3)).toBe('99.987%');
    expect(formatValue(2, 'short', 2)).toBe('2.00');
    expect(formatValue(-0.001, 'none', 1)).toBe('0.0');
  });

  test('tells a moment as seen from the end of the picture', () => {
    const clock = { now: 1_666_656_000 };
    expect(formatValue(1_666_656_000_000 + 3 * 86_400_000, 'dateTimeFromNow', undefined, clock)).toBe('in 3 days');
    expect(formatValue(1_666_656_000_000 - 3_600_000, 'dateTimeFromNow', undefined, clock)).toBe('1 hour ago');
  });

  test('never reads as 1000 of a unit that has a larger one', () => {
    expect(formatValue(999.96, 'short')).toBe('1 K');
    expect(formatValue(1_048_575, 'bytes')).toBe('1 MiB');
    expect(formatValue(59.99, 's')).toBe('1 min');
  });
});

test('a plain number reads within half a percent of what it is', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
      expect(Math.abs(Number(plainNumber(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.005 + 1e-300);
    }),
  );
});

test('of two values of a duration the greater never reads as the lesser', () => {
  const seconds: Readonly<Record<string, number>> = {
    ns: 1e-9,
    µs: 1e-6,
    ms: 1e-3,
    s: 1,
    min: 60,
    hour: 3600,
    day: 86_400,
  };
  const read = (text: string): number => {
    const [amount = '', unit = ''] = text.split(' ');
    const singular = unit.replace(/^(hour|day|week|year)s$/, '$1');
    return Number(amount) * ({ ...seconds, week: 604_800, year: 31_536_000 }[singular] ?? NaN);
  };
  const duration = fc.double({ min: 1e-8, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(duration, duration, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(read(formatValue(less, 's'))).toBeLessThanOrEqual(read(formatValue(more, 's')) * 1.0000001);
    }),
  );
});
