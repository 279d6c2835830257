import * as fc from 'fast-check';
import { fraction, valueScale } from '../../../tools/preview/scale';
import { formatValue } from '../../../tools/preview/units';

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((value) => {
  return Math.abs(value) < 1e-9 ? 0 : value;
});
const unit = fc.constantFrom('short', 'bytes', 's', 'percentunit', 'ms', undefined);

test('an axis holds every value, and its ticks lie on it in order, not too many of them', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 20 }), unit, fc.integer({ min: 1, max: 12 }), (values, unitId, count) => {
      const scale = valueScale({ values, unit: unitId, count });
      const slack = (scale.max - scale.min) * 1e-6;
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(scale.min - slack);
        expect(value).toBeLessThanOrEqual(scale.max + slack);
      }
      expect(scale.ticks.length).toBeLessThanOrEqual(count + 3);
      expect([...scale.ticks].sort((a, b) => a - b)).toEqual(scale.ticks);
      for (const tick of scale.ticks) expect(Math.abs(fraction(tick, scale) - 0.5)).toBeLessThanOrEqual(0.5001);
    }),
  );
});

test('fixed ends are kept', () => {
  const { min, max } = valueScale({ values: [0.3, 0.7], unit: 'percentunit', min: 0, max: 1, count: 4 });
  expect([min, max]).toEqual([0, 1]);
});

test('an axis of bytes has ticks that read without a fraction', () => {
  const { ticks } = valueScale({ values: [0, 300_000_000], unit: 'bytes', count: 5 });
  expect(ticks.map((tick) => formatValue(tick, 'bytes'))).toEqual([
    '0 B',
    '64 MiB',
    '128 MiB',
    '192 MiB',
    '256 MiB',
    '320 MiB',
  ]);
});

test.each([
  ['s', 7000, ['0 s', '30 min', '1 hour', '1.5 hours', '2 hours']],
  ['ms', 3_900_000, ['0 ms', '15 min', '30 min', '45 min', '1 hour', '1.25 hours']],
])('an axis in %s has ticks that are whole in larger units', (unitId, greatest, read) => {
  const { ticks } = valueScale({ values: [0, greatest], unit: unitId, count: 5 });
  expect(ticks.map((tick) => formatValue(tick, unitId))).toEqual(read);
});

test('no two ticks read alike where the decimals are fixed', () => {
  const { ticks } = valueScale({ values: [0, 1], unit: 'none', decimals: 0, count: 5 });
  expect(ticks).toEqual([0, 1]);
});

test('a logarithmic axis has powers as ticks and puts their middle in the middle', () => {
  const scale = valueScale({ values: [2, 800], unit: 'none', log: 10, count: 5 });
  expect(scale.ticks).toEqual([1, 10, 100, 1000]);
  expect(fraction(Math.sqrt(1000), scale)).toBeCloseTo(0.5);
});
