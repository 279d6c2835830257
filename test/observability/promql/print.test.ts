import * as fc from 'fast-check';
import { type NameOf, catalogue, counter, gauge as gaugeMetric, summary } from '../../../src/observability/metrics';
import { literal, ref, evaluate } from '../../../src/engine/expr';
import {
  type AnyQuery,
  type PrintOptions,
  type Query,
  above,
  absent,
  and,
  count,
  max,
  metricsOf,
  minus,
  or,
  over,
  plus,
  printQuery,
  promqlFor,
  queryText,
  recorded,
  scalar,
  seriesOf,
  sum,
  time,
  times,
  topk,
  unless,
} from '../../../src/observability/promql';
import { type METRICS, METRIC_NAMES, PROMQL, metricOf } from '../../support/mixin';
import { syntaxErrors } from '../../support/promql';

const { buckets, changes, deriv, gauge, increase, observations, observed, partAtMost, quantile, quantileOf, rate } =
  PROMQL;

type Pods = Query<'namespace' | 'job' | 'pod'>;

const BY = ['namespace', 'job', 'pod'] as const;

const FACTS = { help: 'Help.', unit: 'count', subject: 'database', labels: [], evidence: 'documented' } as const;

type Type = 'gauge' | 'counter' | 'histogram';

function named<T extends Type>(type: T): fc.Arbitrary<NameOf<typeof METRICS, T>> {
  const is = (name: string): name is NameOf<typeof METRICS, T> => metricOf(name).type === type;
  return fc.constantFrom(...METRIC_NAMES.filter(is));
}

const windows = fc.constantFrom('default' as const, '5m' as const, '1h' as const);

/** Any query whose series have the labels of a pod. */
const { query } = fc.letrec<{ query: Pods }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    named('gauge').map((name): Pods => max(gauge(name), BY)),
    fc.tuple(named('counter'), windows).map(([name, window]): Pods => sum(rate(name, { window }), BY)),
    fc.tuple(named('counter'), windows).map(([name, window]): Pods => sum(increase(name, { window }), BY)),
    named('gauge').map((name): Pods => max(deriv(name), BY)),
    fc.constant<Pods>(max(changes('process_start_time_seconds'), BY)),
    fc.tuple(named('histogram'), windows).map(([name, window]): Pods => quantile(0.9, name, { by: BY, window })),
    named('histogram').map((name): Pods => observations(name, { by: BY })),
    named('histogram').map((name): Pods => observed(name, { by: BY })),
    fc.constant<Pods>(partAtMost(500, 'coderd_api_request_latencies_ms', { by: BY })),
    tie('query').map((of): Pods => sum(of, BY)),
    tie('query').map((of) => topk(3, of)),
    tie('query').map((of) => above(of, times(14.4, minus(1, 0.999)))),
    tie('query').map((of) => minus(time(), of)),
    tie('query').map((of) => recorded({ record: 'level:metric:operation', query: of })),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => plus(a, b)),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => over(a, b)),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => or(a, b)),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => unless(a, b)),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => and(a, count(b, ['namespace']), ['namespace'])),
  ),
}));

const options: fc.Arbitrary<PrintOptions> = fc.record({
  selector: fc.constantFrom('', 'job="coder/master-monitor"', 'namespace=~"$namespace", pod=~"$pod"'),
  window: fc.constantFrom('5m', '1d'),
  histograms: fc.constantFrom('classic' as const, 'native' as const),
});

function print(of: AnyQuery, given: Partial<PrintOptions> = {}): string {
  const text = printQuery(of, { selector: '', window: '5m', histograms: 'classic', ...given });
  return evaluate(text, {
    values: { bound: 500, limit: 0.9 },
    builtins: { releaseName: '', namespace: '' },
  }) as string;
}

describe('a query that compiles', () => {
  test('is PromQL, whatever it is made of and however histograms are kept', () => {
    fc.assert(
      fc.property(query, options, (of, given) => {
        expect(syntaxErrors(print(of, given))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('reads a native histogram by its own name, without buckets', () => {
    fc.assert(
      fc.property(query, (of) => {
        expect(print(of, { histograms: 'native' })).not.toMatch(/_bucket[{[]|\ble\b/);
      }),
    );
  });

  test('gets the selector of its place in each of its selections', () => {
    fc.assert(
      fc.property(query, (of) => {
        const text = print(of, { selector: 'job="x"' });
        const names = text.match(/\b(go|process|coderd|promhttp)_\w+|level:metric:operation/g) ?? [];
        expect(text.match(/\{job="x"[,}]/g)).toHaveLength(names.length);
      }),
    );
  });
});

describe('what is asked of the bucket of 500 ms', () => {
  const query500 = partAtMost(500, 'coderd_api_request_latencies_ms', { by: ['job'] });

  test('matches the bound as Prometheus 2 and as Prometheus 3 writes it', () => {
    const [, pattern = ''] = /le=~"([^"]*)"/.exec(print(query500)) ?? [];
    const matched = ['500', '500.0', '5000', '50', '500x0', '1500'].filter((le) =>
      new RegExp(`^(?:${pattern})$`).test(le),
    );
    expect(matched).toEqual(['500', '500.0']);
  });

  test('is the same when only Helm knows the bound', () => {
    const symbolic = partAtMost(ref<500>(['bound'], 'integer'), 'coderd_api_request_latencies_ms', { by: ['job'] });
    expect(print(symbolic)).toBe(print(query500));
    expect(print(symbolic, { histograms: 'native' })).toBe(print(query500, { histograms: 'native' }));
  });
});

test.each<[string, AnyQuery, string]>([
  ['a difference of a difference', minus(scalar(1), minus(scalar(2), scalar(3))), '1 - (2 - 3)'],
  ['a quotient of a part', times(2, partAtMost(500, 'coderd_api_request_latencies_ms')), '2 * (sum(rate('],
  ['a bound that only Helm knows', above(gauge('up'), ref<number>(['limit'], 'number')), 'up > 0.9'],
  ['a quantile of a summary', quantileOf('go_gc_duration_seconds', 1), 'go_gc_duration_seconds{quantile=~"1([.]0)?"}'],
  ['a value some time ago', gauge('up', { offset: '15m' }), 'up offset 15m'],
  ['a missing target', absent('up'), 'absent(up)'],
  ['a quote in a matcher', gauge('up', { where: { pod: 'a"b\\' } }), 'up{pod="a\\"b\\\\"}'],
  [
    'a rate of some series',
    rate('coderd_api_requests_processed_total', { where: { code: { matches: '5..' } } }),
    '{code=~"5.."}[5m])',
  ],
  [
    'a heatmap',
    buckets('coderd_api_request_latencies_ms'),
    'sum by (le) (rate(coderd_api_request_latencies_ms_bucket[5m]))',
  ],
])('%s is printed so that it keeps its meaning', (_, of, text) => {
  expect(print(of)).toContain(text);
  expect(syntaxErrors(print(of))).toEqual([]);
});

// Each of these lines must not compile: the type check of the tests fails when one does.
const refused = (): readonly AnyQuery[] => [
  // @ts-expect-error a rate of a gauge
  rate('go_goroutines'),
  // @ts-expect-error a rate of a histogram whose name ends in _total
  rate('go_gc_pauses_seconds_total'),
  // @ts-expect-error a quantile of a gauge whose name ends in _count
  quantile(0.9, 'coderd_license_user_count'),
  // @ts-expect-error a quantile of a counter
  quantile(0.9, 'process_cpu_seconds_total'),
  // @ts-expect-error a counter as it is
  gauge('process_cpu_seconds_total'),
  // @ts-expect-error a label that the metric does not have
  sum(rate('process_cpu_seconds_total'), ['path']),
  // @ts-expect-error a label that nobody documented
  sum(rate('coderd_backgroundjob_started_total'), ['job_type']),
  // @ts-expect-error a label that an inner aggregation dropped
  sum(sum(rate('process_cpu_seconds_total'), ['pod']), ['job']),
  // @ts-expect-error a bound that no bucket has
  partAtMost(400, 'coderd_api_request_latencies_ms'),
  // @ts-expect-error a bound of a histogram whose buckets are not published
  partAtMost(500, 'coderd_db_sql_query_latencies_ms'),
  // @ts-expect-error two queries whose labels differ
  over(sum(rate('process_cpu_seconds_total'), ['pod']), sum(rate('process_cpu_seconds_total'), ['job'])),
  // @ts-expect-error a matcher on a label that the metric does not have
  gauge('go_goroutines', { where: { code: '200' } }),
  // @ts-expect-error a quantile that the summary does not have
  quantileOf('go_gc_duration_seconds', 0.9),
  // @ts-expect-error a metric that coderd does not send
  gauge('coderd_users'),
  // @ts-expect-error a quantile with a text for a number
  quantile(literal('0.9'), 'coderd_api_request_latencies_ms'),
];

test('what makes no sense to Prometheus does not compile', () => {
  expect(refused).toBeInstanceOf(Function);
});

describe('another catalogue', () => {
  const other = catalogue({
    pool_wait_seconds: summary({ ...FACTS, labels: ['pool'], quantiles: [0.5, 0.99] }),
    pool_waits_total: counter({ ...FACTS, labels: ['pool'] }),
  });
  const own = promqlFor(other);

  test('types its own metrics, and those of the scrape', () => {
    const waits = over(
      sum(own.rate('pool_waits_total'), ['job', 'pool']),
      sum(own.quantilesOf('pool_wait_seconds'), ['job', 'pool']),
    );
    expect(print(waits)).toContain('sum by (job, pool) (rate(pool_waits_total[5m]))');
    expect([metricsOf(waits), seriesOf(own.gauge('up'))]).toEqual([['pool_waits_total', 'pool_wait_seconds'], ['up']]);
  });

  test('does not have those of coderd, as TypeScript and a program without types learn', () => {
    // @ts-expect-error a metric of coderd
    expect(() => own.gauge('go_goroutines')).toThrow('the catalogue has no metric go_goroutines');
    // @ts-expect-error a label of coderd's
    expect(print(sum(own.rate('pool_waits_total'), ['path']))).toContain('path');
    expect(() => catalogue({ up: gaugeMetric(FACTS) })).toThrow('a catalogue cannot have the metric up');
  });
});

describe('where clusters are told apart', () => {
  const alsoBy = 'cluster, ';
  const text = (query: AnyQuery, options: Partial<PrintOptions> = {}): string =>
    queryText(query, { selector: 'job="a"', alsoBy, ...options });

  test('each grouping has their label, and each matching, in any form of histograms', () => {
    const one = sum(rate('process_cpu_seconds_total', { window: '5m' }), ['job']);
    expect(text(one)).toBe('sum by (cluster, job) (rate(process_cpu_seconds_total{job="a"}[5m]))');
    expect(text(and(one, count(gauge('up'), ['job', 'pod']), ['job']))).toContain(
      ' and on (cluster, job) count by (cluster, job, pod) ',
    );
    const tail = quantile(0.9, 'coderd_api_request_latencies_ms', { by: ['job'], window: '5m' });
    expect(text(tail)).toContain('sum by (cluster, le, job) (');
    expect(text(tail, { histograms: 'native' })).toContain('sum by (cluster, job) (');
    expect(text(sum(gauge('up')))).toBe('sum(up{job="a"})');
  });

  test('what is absent is what was there within a day, or nothing at all', () => {
    const up = 'up{job="a"}';
    const group = 'group by (cluster, namespace, job)';
    expect(text(absent('up'))).toBe(
      `(${group} (last_over_time(${up}[1d])) unless ${group} (${up})) or absent_over_time(${up}[1d])`,
    );
  });

  test('only Helm may know whether they are', () => {
    const label = ref<string>(['label'], 'string');
    const print = (query: AnyQuery, label_: string): unknown =>
      evaluate(printQuery(query, { selector: '', window: '5m', histograms: 'classic', alsoBy: label }), {
        values: { label: label_ },
        builtins: { releaseName: '', namespace: '' },
      });
    expect(print(absent('up'), '')).toBe('absent(up)');
    expect(print(absent('up'), alsoBy)).toContain('absent_over_time(up[1d])');
    expect([print(sum(gauge('up'), ['job']), ''), print(sum(gauge('up'), ['job']), alsoBy)]).toEqual([
      'sum by (job) (up)',
      'sum by (cluster, job) (up)',
    ]);
  });
});
