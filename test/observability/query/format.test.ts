import * as fc from 'fast-check';
import { format } from '../../../src/observability/query';

type Unit = Parameters<typeof format>[1];

const EXAMPLES: readonly (readonly [value: number | undefined, unit: Unit, text: string])[] = [
  [0.4213, 'milliseconds', '0.421 ms'],
  [83.14, 'milliseconds', '83.1 ms'],
  [999.7, 'milliseconds', '1 s'],
  [1234, 'milliseconds', '1.23 s'],
  [90_000, 'milliseconds', '1 min 30 s'],
  [0, 'seconds', '0 s'],
  [12.34, 'seconds', '12.3 s'],
  [59.99, 'seconds', '60 s'],
  [3599.9, 'seconds', '60 min'],
  [7260, 'seconds', '2 h 1 min'],
  [86_400 * 3 + 3600 * 4, 'seconds', '3 d 4 h'],
  [0, 'ratio', '0 %'],
  [0.001234, 'ratio', '0.123 %'],
  [0.000001, 'ratio', '< 0.001 %'],
  [0.5, 'ratio', '50 %'],
  [0.99876, 'ratio', '99.876 %'],
  [0.999994, 'ratio', '99.999 %'],
  [0.999996, 'ratio', '> 99.999 %'],
  [0.9999999, 'ratio', '> 99.999 %'],
  [1, 'ratio', '100 %'],
  [500, 'bytes', '500 B'],
  [305_135_616, 'bytes', '291 MiB'],
  [1_610_612_736, 'bytes', '1.5 GiB'],
  [24.123, 'perSecond', '24.1/s'],
  [0.0000123, 'perSecond', '1.2e-5/s'],
  [1_048_576, 'count', '1048576'],
  [199.96, 'days', '200.0 d'],
  [1_812_283_200, 'date', '2027-06-06 12:00 UTC'],
  [NaN, 'ratio', '-'],
  [undefined, 'count', '-'],
  [Infinity, 'seconds', 'infinite'],
];

describe('values', () => {
  test.each(EXAMPLES)('read well: %p as %s is %s', (value, unit, text) => {
    expect(format(value, unit)).toBe(text);
  });

  test.each<[Unit, readonly RegExp[]]>([
    ['ratio', [/^(< |> )?\d+(\.\d+)? %$/]],
    ['seconds', [/^[\d.e-]+ ms$/, /^[\d.]+ s$/, /^\d+ min( \d+ s)?$/, /^\d+ h( \d+ min)?$/, /^\d+ d( \d+ h)?$/]],
    ['bytes', [/^[\d.]+ ([KMGT]i)?B$/]],
  ])('in %s always have one of the forms %p', (unit, forms) => {
    const values = fc.double({ min: unit === 'bytes' ? 1 : 0, max: unit === 'ratio' ? 1 : 1e9, noNaN: true });
    fc.assert(
      fc.property(values, (value) => {
        const text = format(unit === 'bytes' ? Math.floor(value) : value, unit);
        expect(forms.some((form) => form.test(text)) ? [] : [value, text]).toEqual([]);
      }),
    );
  });

  test('below 1 never read 100 %, above 0 never 0 %', () => {
    const parts = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(parts, (part) => {
        expect(['0 %', '100 %']).not.toContain(format(part, 'ratio'));
      }),
    );
  });
});
