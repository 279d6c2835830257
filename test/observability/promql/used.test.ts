import {
  type AnyQuery,
  above,
  alertsThatAre,
  hasAlerts,
  hasHistogram,
  metricsOf,
  or,
  over,
  recorded,
  recordedQuantile,
  recordsOf,
  selectedBy,
  seriesOf,
  sum,
} from '../../../src/observability/promql';
import { PROMQL, metricOf } from '../../support/mixin';

const { buckets, gauge, quantile, rate } = PROMQL;
const LATENCY = 'coderd_api_request_latencies_ms';
const CPU = 'process_cpu_seconds_total';

const busy = { record: 'job:cpu:rate', query: sum(rate(CPU), ['job']) };
const latency = { record: 'job:latency:buckets', query: buckets(LATENCY, { by: ['job'] }) };

interface Use {
  readonly query: AnyQuery;
  readonly series: readonly string[];
  readonly records: readonly string[];
  readonly histogram: boolean;
  readonly alerts: boolean;
}

const NONE = { series: [], records: [], histogram: false, alerts: false } as const;

/** Queries, and what they read. */
const USES: readonly Use[] = [
  { ...NONE, query: above(gauge('up'), 1), series: ['up'] },
  { ...NONE, query: over(sum(rate(CPU), ['pod']), sum(gauge('up'), ['pod'])), series: [CPU, 'up'] },
  { ...NONE, query: or(gauge('up'), rate(CPU, { where: { pod: 'a' } })), series: ['up', CPU] },
  { ...NONE, query: or(rate(CPU), rate(CPU, { where: { pod: 'a' } })), series: [CPU] },
  { ...NONE, query: sum(quantile(0.9, LATENCY, { by: ['job'] }), ['job']), series: [LATENCY], histogram: true },
  { ...NONE, query: sum(alertsThatAre('firing')), alerts: true },
  { ...NONE, query: over(recorded(busy), recorded(busy)), series: [CPU], records: [busy.record] },
  {
    ...NONE,
    query: over(recordedQuantile(0.9, latency), recorded(busy)),
    series: [LATENCY, CPU],
    records: [latency.record, busy.record],
    histogram: true,
  },
  { ...NONE, query: recorded(latency), series: [LATENCY], records: [latency.record] },
];

describe('of a query is known', () => {
  test.each(USES)('what it reads: $series, $records', ({ query, series, records, histogram, alerts }) => {
    expect(seriesOf(query)).toEqual(series);
    expect(metricsOf(query)).toEqual(series.filter((name) => name !== 'up'));
    expect(recordsOf(query)).toEqual(records);
    expect([hasHistogram(query), hasAlerts(query)]).toEqual([histogram, alerts]);
  });

  test('what the catalogue says of each series', () => {
    const read = selectedBy(over(sum(rate(CPU)), sum(gauge('go_goroutines'))));
    expect(read.map(({ name, metric }) => [name, metric])).toEqual(
      [CPU, 'go_goroutines'].map((name) => [name, metricOf(name as typeof CPU)]),
    );
  });
});
