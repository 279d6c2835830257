import type { AnswerJson, RangeJson, SampleJson } from '../../../tools/components';
import { dataSourceOf } from '../../../tools/pictures';

const window = { start: 0, end: 1, step: 1 };

/** The data source of a preview over a Prometheus that always gives the same answer. */
function source({ query, range }: { readonly query?: AnswerJson; readonly range?: RangeJson }) {
  return dataSourceOf({
    query: () => (query === undefined ? Promise.reject(new Error('not asked')) : Promise.resolve(query)),
    queryRange: () => (range === undefined ? Promise.reject(new Error('not asked')) : Promise.resolve(range)),
  });
}

describe('the data source of a preview', () => {
  test('reads the points of each series of a range', async () => {
    const values: readonly SampleJson[] = [[1, '2.5'], [2, '-Inf']]; // prettier-ignore
    const range = { result: [{ metric: { pod: 'a' }, values }] };
    expect(await source({ range }).range('q', window)).toEqual([
      { labels: { pod: 'a' }, points: [[1, 2.5], [2, -Infinity]] }, // prettier-ignore
    ]);
  });

  test('reads the one point of each series of an instant, and those that are no number', async () => {
    const result = ['+Inf', 'NaN', '1e-05'].map((value) => ({ metric: {}, value: [1, value] as const }));
    const points = [Infinity, NaN, 0.00001].map((value) => ({ labels: {}, points: [[1, value]] }));
    expect(await source({ query: { resultType: 'vector', result } }).instant('q', 1)).toEqual(points);
  });

  test('reads a scalar as a series without labels', async () => {
    expect(await source({ query: { resultType: 'scalar', result: [1, '7'] } }).instant('1', 1)).toEqual([
      { labels: {}, points: [[1, 7]] },
    ]);
  });

  test('reads a native histogram as a series without points', async () => {
    const result = [{ metric: { pod: 'a' }, histogram: [1, {}] }];
    expect(await source({ query: { resultType: 'vector', result } }).instant('q', 1)).toEqual([
      { labels: { pod: 'a' }, points: [] },
    ]);
  });
});
