import type { TestSeries } from '../../src/observability/mixin';
import type { Incident } from './incident';
import type { Minute } from './minute';

type Labels = Readonly<Record<string, string>>;

/** What a metric shows: `counts` is added up while a process lives, the rest is shown as it is. */
interface Shown {
  /** In the catalogue. */
  readonly metric: string;
  /** Of the series: that of the metric, for parts of a histogram with an ending. */
  readonly name: string;
  readonly labels?: Labels;
  readonly isCount: boolean;
  /** At a minute since the beginning, which is in 1970. */
  readonly of: (minute: Minute, at: number) => number;
}

const gauge = (name: string, of: Shown['of']): Shown => ({ metric: name, name, isCount: false, of });
const counter = (name: string, of: Shown['of'], labels: Labels = {}): Shown => ({
  metric: name,
  name,
  labels,
  isCount: true,
  of,
});
const part = (metric: string, ending: string, of: Shown['of'], labels: Labels = {}): Shown => ({
  ...counter(`${metric}_${ending}`, of, labels),
  metric,
});

/** A histogram of observations that all have one value. */
function histogram(
  name: string,
  bounds: readonly number[],
  count: (minute: Minute) => number,
  value: (minute: Minute) => number,
): readonly Shown[] {
  return [
    ...bounds.map((bound) => part(name, 'bucket', (m) => (value(m) <= bound ? count(m) : 0), { le: String(bound) })),
    part(name, 'bucket', count, { le: '+Inf' }),
    part(name, 'count', count),
    part(name, 'sum', (m) => count(m) * value(m)),
  ];
}

const ROUTE = { method: 'GET', path: '/api/v0/users' };
const LATENCIES = 'coderd_api_request_latencies_ms';
const QUICK = 20;
const SLOW = 2000;

function latencies(): readonly Shown[] {
  const all = (m: Minute): number => Object.values(m.requests).reduce((sum, count) => sum + count, 0);
  const within = (bound: number) => (m: Minute) =>
    (QUICK <= bound ? (1 - m.slow) * all(m) : 0) + (SLOW <= bound ? m.slow * all(m) : 0);
  return [
    ...[1, 5, 10, 25, 50, 100, 500, 1000, 5000, 10_000, 30_000].map((bound) =>
      part(LATENCIES, 'bucket', within(bound), { ...ROUTE, le: String(bound) }),
    ),
    part(LATENCIES, 'bucket', all, { ...ROUTE, le: '+Inf' }),
    part(LATENCIES, 'count', all, ROUTE),
    part(LATENCIES, 'sum', (m) => all(m) * (QUICK + m.slow * (SLOW - QUICK)), ROUTE),
  ];
}

const CODES = ['200', '401', '500'];

/** Everything that the rules read. */
const SHOWN: readonly Shown[] = [
  ...CODES.map((code) =>
    counter('coderd_api_requests_processed_total', (m) => m.requests[code] ?? 0, { ...ROUTE, code }),
  ),
  counter('coderd_api_requests_processed_total', ({ websockets }) => websockets / 60, { ...ROUTE, code: '101' }),
  ...latencies(),
  gauge('coderd_api_concurrent_requests', (m) => m.concurrent),
  gauge('coderd_api_concurrent_websockets', (m) => m.websockets),
  counter('coderd_db_sql_queries_executed_total', (m) => m.queries),
  ...histogram(
    'coderd_db_sql_query_latencies_ms',
    [1, 10, 100, 500, 1000, 5000],
    (m) => m.queries,
    (m) => m.queryMilliseconds,
  ),
  gauge('coderd_backgroundjob_current_enqueued_jobs', (m) => m.queue),
  counter('coderd_backgroundjob_enqueued_total', (m) => m.enqueued),
  counter('coderd_backgroundjob_started_total', (m) => m.started),
  counter('coderd_backgroundjob_completed_total', (m) => m.completed),
  ...histogram(
    'coderd_backgroundjob_enqueue_time_seconds',
    [1, 10, 60, 300, 600],
    (m) => m.started,
    (m) => m.wait,
  ),
  ...histogram(
    'coderd_background_workspace_build_duration_s',
    [60, 300, 900, 1800, 3600],
    (m) => m.completed,
    (m) => m.build,
  ),
  gauge('coderd_rtc_agent_listeners_concurrent', (m) => m.agents),
  counter('coderd_rtc_workspace_connections_total', (m) => m.connections),
  counter('coderd_rtc_turn_connections_total', (m) => m.relayed),
  gauge('coderd_rtc_turn_connections_concurrent', () => 3),
  gauge('process_resident_memory_bytes', (m) => m.memory),
  gauge('process_start_time_seconds', (m) => m.start * 60),
  gauge('process_open_fds', (m) => m.files),
  gauge('process_max_fds', () => 1000),
  gauge('go_goroutines', (m) => m.goroutines),
  gauge('go_memstats_gc_cpu_fraction', (m) => m.collecting),
  ...histogram(
    'go_sched_latencies_seconds',
    [0.001, 0.01, 0.1, 1],
    () => 1000,
    (m) => m.waiting,
  ),
  gauge('coderd_license_expires_at_unix', (m) => m.licensedUntil),
  gauge('coderd_license_time_until_expires_days', ({ licensedUntil }, at) =>
    Math.max(0, Math.floor((licensedUntil - 60 * at) / 86_400)),
  ),
  gauge('coderd_license_user_count', (m) => m.users),
  gauge('coderd_license_user_limit', (m) => m.seats),
  gauge('scrape_duration_seconds', (m) => m.scrape),
  counter('promhttp_metric_handler_requests_total', () => 1, { code: '200' }),
  counter('promhttp_metric_handler_requests_total', (m) => m.failedScrapes, { code: '500' }),
];

/** Names of all metrics that an incident shows, beside `up`. */
export const NAMES: readonly string[] = [...new Set(SHOWN.map(({ metric }) => metric))];

/** The series of an incident as promtool reads them, a sample a minute. */
export function seriesOf({ minutes, pods, dropped = [], watched = {} }: Incident): readonly TestSeries[] {
  const { interval = 1 } = watched;
  const kept = SHOWN.filter(({ metric }) => !dropped.includes(metric));
  return Object.entries(pods).flatMap(([pod, course]) => {
    const life = Array.from({ length: minutes + 1 }, (_, minute) => course(minute));
    const made = kept.map((shown) => [shown.name, shown.labels ?? {}, samplesOf(shown, life)] as const);
    const up = life.map((minute) => (minute === undefined ? undefined : Number(minute.isUp)));
    const all = dropped.includes('up') ? made : [['up', {}, up] as const, ...made];
    return all.map(([name, labels, samples]) => ({
      series: `${name}${labelsText({ ...TARGET, pod, instance: `${pod}:2112`, ...labels })}`,
      values: notation(samples, interval),
    }));
  });
}

const TARGET = { namespace: 'coder', job: 'coder/master-monitor', container: 'coderd', endpoint: 'prom-coderd' };

function labelsText(labels: Labels): string {
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')}}`;
}

function samplesOf({ isCount, of }: Shown, life: readonly (Minute | undefined)[]): readonly (number | undefined)[] {
  let [sum, start] = [0, Number.NaN];
  return life.map((minute, at) => {
    if (minute === undefined) return undefined;
    if (minute.start !== start) [sum, start] = [0, minute.start];
    sum += of(minute, at);
    if (!minute.isUp) return undefined;
    return isCount ? Math.floor(sum + 1e-6) : of(minute, at);
  });
}

/** Samples in promtool's notation. A series that ends is marked as stale, as Prometheus does. */
function notation(samples: readonly (number | undefined)[], interval: number): string {
  const words = samples.map((sample, i) => {
    if (i % interval !== 0) return '_';
    if (sample !== undefined) return String(sample);
    return samples[i - interval] === undefined ? '_' : 'stale';
  });
  return words.join(' ');
}
