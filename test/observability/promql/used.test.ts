import {
  type AnyQuery,
  above,
  alertsThatAre,
  hasAlerts,
  absent,
  and,
  count,
  hasHistogram,
  keepsLabel,
  max,
  metricsOf,
  minus,
  or,
  over,
  recorded,
  recordedQuantile,
  recordsOf,
  selectedBy,
  seriesOf,
  sum,
  time,
  topk,
  unless,
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

/** Queries, and whether all of their series have the label `job` that all series have. */
const KEEPING: readonly (readonly [title: string, query: AnyQuery, keeps: boolean])[] = [
  ['what is read', gauge('up'), true],
  ['a rate', rate(CPU), true],
  ['alerts', alertsThatAre('firing'), true],
  ['the greatest', topk(3, gauge('up')), true],
  ['a sum by it', sum(gauge('up'), ['job', 'pod']), true],
  ['a sum by another', sum(gauge('up'), ['pod']), false],
  ['a sum of what lost it', sum(absent('up'), ['job']), false],
  ['a quantile by it', quantile(0.9, LATENCY, { by: ['job'] }), true],
  ['a quantile by another', quantile(0.9, LATENCY, { by: ['pod'] }), false],
  ['what a rule recorded', recorded(busy), true],
  ['a recorded quantile', recordedQuantile(0.9, latency), true],
  ['what is absent', absent('up'), false],
  ['a number less what has it', minus(time(), max(gauge('up'), ['job'])), true],
  ['a comparison of what lacks it', above(count(gauge('up')), 1), false],
  ['those of the left', unless(sum(rate(CPU), ['job']), count(gauge('up')), []), true],
  ['not those of the right', and(count(gauge('up')), sum(rate(CPU), ['job']), []), false],
  ['those of either', or(sum(rate(CPU), ['job']), count(gauge('up')), []), false],
];

test.each(KEEPING)('a label is kept by %s, or not', (_, query, keeps) => {
  expect(keepsLabel(query, 'job')).toBe(keeps);
});
