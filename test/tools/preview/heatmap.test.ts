import * as fc from 'fast-check';
import { renderDashboard } from '../../../tools/preview';
import { bucketsOf } from '../../../tools/preview/buckets';
import type { Field } from '../../../tools/preview/fields';
import { OPTIONS, SampleSource, constant, only, textsOf } from './sample';

function field(le: string, values: readonly (number | null)[], index = 0): Field {
  return { name: le, labels: { le }, values, config: {}, index };
}

describe('the buckets of a heat map', () => {
  test('are what each bound adds, in the order of the bounds', () => {
    const fields = [field('+Inf', [10, 7]), field('10', [3, 3]), field('2', [1, null]), field('100', [9, 3])];
    expect(bucketsOf(fields)).toEqual([
      { bound: 2, values: [1, null] },
      { bound: 10, values: [2, 3] },
      { bound: 100, values: [6, 0] },
      { bound: Infinity, values: [1, 4] },
    ]);
  });

  test('are the same for the bounds of Prometheus 2 and 3', () => {
    expect(bucketsOf([field('500', [1]), field('500.0', [2])])).toEqual([{ bound: 500, values: [3] }]);
  });

  test('leave out what is no bucket', () => {
    expect(bucketsOf([field('', [1]), { ...field('x', [1]), labels: { pod: 'a' } }])).toEqual([]);
  });

  test('add up to the last cumulative value', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (each) => {
        let sum = 0;
        const fields = each.map((count, i) => field(i === each.length - 1 ? '+Inf' : String(2 ** i), [(sum += count)]));
        const buckets = bucketsOf(fields);
        expect(buckets.map(({ values }) => values[0])).toEqual(each);
      }),
    );
  });
});

describe('a heat map', () => {
  const heatmap = { type: 'heatmap', options: { yAxis: { unit: 'ms' } } };

  test('names its buckets from below in the order of their bounds, with their unit', async () => {
    const samples = ['1000', '5', '+Inf', '25'].map((le) => constant(le === '+Inf' ? 40 : Number(le) / 100, { le }));
    const texts = textsOf(await renderDashboard(only(heatmap), new SampleSource({ q: samples }), OPTIONS));
    const named = texts.filter((content) => /^≤|Inf/.test(content));
    expect(named).toEqual(['≤ 5 ms', '≤ 25 ms', '≤ 1 s', '+Inf']);
  });

  test('says that there is no data where all buckets are empty', async () => {
    const source = new SampleSource({ q: [constant(0, { le: '5' }), constant(0, { le: '+Inf' })] });
    expect(textsOf(await renderDashboard(only(heatmap), source, OPTIONS))).toContain('No data');
  });

  test('says that there is no data where the series are native histograms, which have no points', async () => {
    const source = new SampleSource({ q: [{ labels: { pod: 'a' }, curve: () => undefined }] });
    expect(textsOf(await renderDashboard(only(heatmap), source, OPTIONS))).toContain('No data');
  });

  test('says so where the series are no buckets', async () => {
    const source = new SampleSource({ q: [constant(5)] });
    expect(textsOf(await renderDashboard(only(heatmap), source, OPTIONS))).toContain(
      'No series with a label "le" to draw',
    );
  });
});
