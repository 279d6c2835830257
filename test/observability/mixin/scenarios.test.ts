import { PRESETS } from '../../../src/observability/mixin';
import { testSeries } from '../../../src/observability/mixin/input-series';
import { unitTestFile } from '../../../src/observability/mixin/unit-tests';
import { ALERTS, MIXIN, SERIES } from '../../support/mixin';

const { unitTests } = MIXIN;
const { histogramSeries } = SERIES;

describe('the unit tests', () => {
  test.each(PRESETS)('have each scenario of each alert, for %s', (preset) => {
    const tests = unitTests(preset).flatMap((group) => group.tests.map(({ name }) => name));
    const wanted = ALERTS.flatMap(({ name, scenarios }) =>
      scenarios.map(({ title, fires }) => `${name} ${fires.length === 0 ? 'is silent' : 'fires'} ${title}`),
    );
    expect(tests.filter((name) => name.startsWith('Coderd'))).toEqual(expect.arrayContaining(wanted));
    expect(new Set(tests).size).toBe(tests.length);
  });

  test('read the groups that record what their alerts read', () => {
    const needs = Object.fromEntries(unitTests('full').map((group) => [group.group, group.needs]));
    expect(needs['slo']).toEqual(['slo', 'slo-long']);
    expect(needs['scrape']).toEqual(['scrape']);
  });

  test('ask for the alerts that fire, by the labels that the scenario names, and for such without a namespace', () => {
    const [scrape] = unitTests('full').filter(({ group }) => group === 'scrape');
    const file = unitTestFile(scrape!, ['scrape.json']);
    const test = file.tests.find(({ name }) => name.startsWith('CoderdScrapeDown fires'));
    expect(file).toMatchObject({ rule_files: ['scrape.json'], evaluation_interval: '1m' });
    expect(test?.promql_expr_test).toEqual([
      {
        expr: 'count by (pod, severity) (ALERTS{alertname="CoderdScrapeDown",alertstate="firing"})',
        eval_time: '25m',
        exp_samples: [{ labels: '{pod="coderd-a", severity="warning"}', value: 1 }],
      },
      {
        expr: 'ALERTS{alertname="CoderdScrapeDown",alertstate="firing",namespace=""}',
        eval_time: '25m',
        exp_samples: [],
      },
    ]);
  });
});

describe('a histogram of a scenario', () => {
  const input = histogramSeries(
    'coderd_api_request_latencies_ms',
    { buckets: { 100: '0+1x5 _x2', 500: '0+3x5 _x2' }, all: '0+4x5 _x2', sum: '0+900x5 _x2' },
    { labels: { path: '/' }, spelling: 'Prometheus 3' },
  );

  test('becomes a series a bucket, with bounds as a release writes them', () => {
    const lines = testSeries(input, 'classic');
    expect(lines.map(({ series }) => /le="[^"]*"/.exec(series)?.[0] ?? series.split('{')[0])).toEqual([
      'le="100.0"',
      'le="500.0"',
      'le="+Inf"',
      'coderd_api_request_latencies_ms_count',
      'coderd_api_request_latencies_ms_sum',
    ]);
    expect(lines.map(({ values }) => values)).toEqual([
      '0+1x5 _x2',
      '0+3x5 _x2',
      '0+4x5 _x2',
      '0+4x5 _x2',
      '0+900x5 _x2',
    ]);
  });

  test('becomes a single series of native histograms with the same counts', () => {
    const [line, ...others] = testSeries(input, 'native');
    const at = (count: number, sum: number, own: string): string =>
      `{{schema:-53 count:${String(count)} sum:${String(sum)} custom_values:[100 500] buckets:[${own}]}}`;
    expect(others).toEqual([]);
    expect(line?.values).toBe(`${at(0, 0, '0 0 0')}+${at(4, 900, '1 2 1')}x5 _x2`);
  });

  test('is refused where its parts have samples of different lengths', () => {
    const uneven = { ...input, sum: '0+900x5' };
    expect(() => testSeries(uneven, 'native')).toThrow('must have the same lengths');
    expect(() => testSeries({ ...input, all: '1 2 3' }, 'native')).toThrow('such as 0+5x60, not 1');
  });
});
