import { evaluate, literal, ref } from '../../../src/engine/expr';
import {
  type AnyQuery,
  type Scalar,
  above,
  absent,
  alertsThatAre,
  and,
  atLeast,
  avg,
  below,
  count,
  equalTo,
  max,
  min,
  minus,
  or,
  over,
  plus,
  printQuery,
  quantity,
  queryText,
  recorded,
  recordedQuantile,
  recordedMax,
  recordedSum,
  scalar,
  sum,
  time,
  times,
  topk,
  unequalTo,
  unless,
} from '../../../src/observability/promql';
import { PROMQL } from '../../support/mixin';
import { syntaxErrors } from '../../support/promql';

const {
  avgOverTime,
  buckets,
  changes,
  deriv,
  gauge,
  increase,
  observations,
  observed,
  partAtMost,
  quantile,
  quantilesOf,
  rate,
} = PROMQL;

const UP = gauge('up');
const LATENCY = 'coderd_api_request_latencies_ms';
const rule = { record: 'a:b:c', query: sum(UP, ['job']) };
const recordedBuckets = { record: 'a:b:buckets', query: buckets(LATENCY, { by: ['job'] }) };

/** Each function of the kit, and how its result is written. */
const WRITTEN: readonly (readonly [AnyQuery | Scalar, string])[] = [
  [gauge('up'), 'up'],
  [gauge('up', { where: { job: 'a' }, offset: '5m' }), 'up{job="a"} offset 5m'],
  [gauge('up', { where: { job: { is: 'a' }, pod: { isNot: 'b' } } }), 'up{job="a", pod!="b"}'],
  [gauge('up', { where: { job: { matches: 'a.*' }, pod: { matchesNot: 'b' } } }), 'up{job=~"a.*", pod!~"b"}'],
  [rate('process_cpu_seconds_total'), 'rate(process_cpu_seconds_total[5m])'],
  [rate('process_cpu_seconds_total', { window: '1h' }), 'rate(process_cpu_seconds_total[1h])'],
  [increase('process_cpu_seconds_total'), 'increase(process_cpu_seconds_total[5m])'],
  [changes('up', { where: { job: 'a' } }), 'changes(up{job="a"}[5m])'],
  [deriv('up'), 'deriv(up[5m])'],
  [quantilesOf('go_gc_duration_seconds'), 'go_gc_duration_seconds'],
  [quantile(0.9, LATENCY), `histogram_quantile(0.9, sum by (le) (rate(${LATENCY}_bucket[5m])))`],
  [
    partAtMost(500, LATENCY, { by: ['job', 'pod'] }),
    `sum by (job, pod) (rate(${LATENCY}_bucket{le=~"500([.]0)?"}[5m])) / sum by (job, pod) (rate(${LATENCY}_count[5m]))`,
  ],
  [observations(LATENCY, { window: '1d', by: ['job'] }), `sum by (job) (rate(${LATENCY}_count[1d]))`],
  [observed(LATENCY), `sum(rate(${LATENCY}_sum[5m]))`],
  [buckets(LATENCY, { by: ['job'] }), `sum by (le, job) (rate(${LATENCY}_bucket[5m]))`],
  [absent('up'), 'absent(up)'],
  [alertsThatAre('firing'), 'ALERTS{alertstate="firing"}'],
  [alertsThatAre('pending', { alertname: 'A' }), 'ALERTS{alertstate="pending", alertname="A"}'],
  [time(), 'time()'],
  [scalar(0.5), '0.5'],
  [quantity(literal('512 * 1024')), '(512 * 1024)'],
  [sum(UP), 'sum(up)'],
  [sum(UP, ['job', 'pod']), 'sum by (job, pod) (up)'],
  [max(UP), 'max(up)'],
  [min(UP), 'min(up)'],
  [avg(UP), 'avg(up)'],
  [count(UP), 'count(up)'],
  [topk(3, UP), 'topk(3, up)'],
  [recorded(rule), 'a:b:c'],
  [recordedQuantile(0.9, recordedBuckets), 'histogram_quantile(0.9, a:b:buckets)'],
  [recordedSum(recordedBuckets, '1d'), 'sum_over_time(a:b:buckets[1d])'],
  [recordedMax(rule, '6h'), 'max_over_time(a:b:c[6h])'],
  [avgOverTime('up', { window: '10m' }), 'avg_over_time(up[10m])'],
  [avgOverTime('up', { window: '10m', offset: '1h' }), 'avg_over_time(up[10m] offset 1h)'],
  [plus(UP, UP), 'up + up'],
  [minus(UP, 1), 'up - 1'],
  [times(2, UP), '2 * up'],
  [over(count(UP, ['job']), partAtMost(500, LATENCY, { by: ['job'] })), 'count by (job) (up) / (sum by (job) (rate('],
  [over(count(UP, ['job']), quantile(0.9, LATENCY, { by: ['job'] })), 'count by (job) (up) / histogram_quantile(0.9, '],
  [above(UP, 1), 'up > 1'],
  [atLeast(UP, 1), 'up >= 1'],
  [below(UP, 1), 'up < 1'],
  [equalTo(UP, 1), 'up == 1'],
  [unequalTo(UP, 1), 'up != 1'],
  [and(UP, UP), 'up and up'],
  [or(UP, UP), 'up or up'],
  [unless(UP, sum(UP, ['job', 'pod']), ['job', 'pod']), 'up unless on (job, pod) sum by (job, pod) (up)'],
];

/** Those that are written otherwise where Prometheus keeps histograms as one series. */
const NATIVE: readonly (readonly [AnyQuery, string])[] = [
  [quantile(0.9, LATENCY, { by: ['job'] }), `histogram_quantile(0.9, sum by (job) (rate(${LATENCY}[5m])))`],
  [partAtMost(500, LATENCY), `histogram_fraction(-Inf, 500, sum(rate(${LATENCY}[5m])))`],
  [
    over(count(UP, ['job']), partAtMost(500, LATENCY, { by: ['job'] })),
    'count by (job) (up) / histogram_fraction(-Inf, ',
  ],
  [observations(LATENCY), `histogram_count(sum(rate(${LATENCY}[5m])))`],
  [observed(LATENCY), `histogram_sum(sum(rate(${LATENCY}[5m])))`],
  [buckets(LATENCY, { by: ['job'] }), `sum by (job) (rate(${LATENCY}[5m]))`],
  [recordedQuantile(0.9, recordedBuckets), `histogram_quantile(0.9, sum by (job) (rate(${LATENCY}[5m])))`],
];

/** What ends in a bracket that stays open is only the beginning. */
function expectText(written: string, expected: string): void {
  const open = expected.split('(').length - expected.split(')').length;
  expect(open > 0 ? written.slice(0, expected.length) : written).toBe(expected);
  expect(syntaxErrors(written)).toEqual([]);
}

describe('a query is written as', () => {
  test.each(WRITTEN.map(([query, text]) => [text, query] as const))('%s', (text, query) => {
    expectText(queryText(query), text);
  });

  test.each(NATIVE.map(([query, text]) => [text, query] as const))('%s, of native histograms', (text, query) => {
    expectText(queryText(query, { histograms: 'native' }), text);
  });

  test('a text only where all its numbers are known', () => {
    const limit = ref<number>(['limit'], 'number');
    expect(() => queryText(above(UP, limit))).toThrow('the query holds a number that only Helm knows: use printQuery');
    const options = { selector: 'job="x"', window: '9m', histograms: 'classic' } as const;
    const values = { values: { limit: 2 }, builtins: { releaseName: '', namespace: '' } };
    expect(evaluate(printQuery(above(recorded(rule), limit), options), values)).toBe('a:b:c{job="x"} > 2');
    expect(evaluate(printQuery(plus(deriv('up'), times(2, limit)), options), values)).toBe(
      'deriv(up{job="x"}[9m]) + (2 * 2)',
    );
  });
});

test('a quantile is not of a rule that records something else than buckets', () => {
  const rates = { record: 'a:b:rate', query: sum(quantilesOf('go_gc_duration_seconds'), ['job']) };
  expect(() => recordedQuantile(0.9, rates as never)).toThrow('a:b:rate records no buckets');
  const counts = { record: 'a:b:count', query: observations(LATENCY) };
  expect(() => recordedQuantile(0.9, counts as never)).toThrow('a:b:count records no buckets');
});
