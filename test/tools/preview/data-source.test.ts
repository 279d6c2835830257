import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';

const script = path.join(__dirname, '../../../tools/preview/command/data-source.mjs');

/** What the data source of the preview makes of an answer of Prometheus; numbers that JSON cannot hold are texts. */
function answered(ask: string, answer: unknown): unknown {
  const program = `
    import { dataSourceOf } from ${JSON.stringify(pathToFileURL(script).href)};
    const answer = async () => (${JSON.stringify(answer)});
    const source = dataSourceOf({ query: answer, queryRange: answer });
    const written = (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value);
    console.log(JSON.stringify(await source.${ask}, written));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }));
}

describe('the data source of a preview', () => {
  test('reads the points of each series of a range', () => {
    const result = [{ metric: { pod: 'a' }, values: [[1, '2.5'], [2, '-Inf']] }]; // prettier-ignore
    expect(answered(`range('q', {})`, { resultType: 'matrix', result })).toEqual([
      { labels: { pod: 'a' }, points: [[1, 2.5], [2, '-Infinity']] }, // prettier-ignore
    ]);
  });

  test('reads the one point of each series of an instant, and those that are no number', () => {
    const result = ['+Inf', 'NaN', '1e-05'].map((value) => ({ metric: {}, value: [1, value] }));
    const points = ['Infinity', 'NaN', 0.00001].map((value) => ({ labels: {}, points: [[1, value]] }));
    expect(answered(`instant('q', 1)`, { resultType: 'vector', result })).toEqual(points);
  });

  test('reads a scalar as a series without labels', () => {
    expect(answered(`instant('1', 1)`, { resultType: 'scalar', result: [1, '7'] })).toEqual([
      { labels: {}, points: [[1, 7]] },
    ]);
  });

  test('reads a native histogram as a series without points', () => {
    const result = [{ metric: { pod: 'a' }, histogram: [1, {}] }];
    expect(answered(`instant('q', 1)`, { resultType: 'vector', result })).toEqual([
      { labels: { pod: 'a' }, points: [] },
    ]);
  });
});
