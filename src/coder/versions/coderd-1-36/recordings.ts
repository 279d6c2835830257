import { INSTALLATION, type InstallationLabel, type RecordingRule } from '../../../observability/mixin';
import {
  type Query,
  above,
  minus,
  or,
  over,
  recorded,
  recordedQuantile,
  recordedSum,
  sum,
  times,
} from '../../../observability/promql';
import { AGENTS, AGENTS_LOST, WEBSOCKETS, WEBSOCKETS_LOST } from './connections';
import { type Group, type Recorded, SLO_SECONDS } from './groups';
import { buckets, observations, partAtMost, rate } from './promql';
import { DEFAULT_SLO, type Slo } from './slo';

/** Windows of the ratios that burn-rate alerts compare. */
const SLO_WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'] as const;

/** One of the windows. */
export type SloWindow = (typeof SLO_WINDOWS)[number];

/** Those in which broken promises are counted. */
const LONG_WINDOWS = ['1h', '6h', '1d', '3d'] as const;

/** One of them. */
export type LongWindow = (typeof LONG_WINDOWS)[number];

const REQUESTS = 'coderd_api_requests_processed_total';
const LATENCIES = 'coderd_api_request_latencies_ms';
const SQL_LATENCIES = 'coderd_db_sql_query_latencies_ms';

/** Windows that read much and change slowly are evaluated more rarely. */
function groupOf(window: SloWindow): Group {
  return window === '6h' || window === '1d' || window === '3d' ? 'slo-long' : 'slo';
}

/** API requests per second. */
const REQUEST_RATE: Recorded<InstallationLabel> = {
  record: 'namespace_job:coderd_api_requests:rate5m',
  query: sum(rate(REQUESTS, { window: '5m' }), INSTALLATION),
  group: 'slo',
};

/** API requests per second that fail with a status 5xx. */
const FAILED_RATE: Recorded<InstallationLabel> = {
  record: 'namespace_job:coderd_api_requests:failed_rate5m',
  query: or(
    sum(rate(REQUESTS, { where: { code: { matches: '5..' } }, window: '5m' }), INSTALLATION),
    // There is no series of a status that was never answered.
    times(0, recorded(REQUEST_RATE)),
  ),
  group: 'slo',
};

/** API requests per second that have a latency, which those of websockets have not. */
const TIMED_RATE: Recorded<InstallationLabel> = {
  record: 'namespace_job:coderd_api_request_latencies:rate5m',
  query: observations(LATENCIES, { by: INSTALLATION, window: '5m' }),
  group: 'slo',
};

/** API requests per second that take longer than the objective allows. */
function slowRate(slo: Slo = DEFAULT_SLO): Recorded<InstallationLabel> {
  const ratio = minus(1, partAtMost(slo.latencyMilliseconds, LATENCIES, { by: INSTALLATION, window: '5m' }));
  return {
    record: 'namespace_job:coderd_api_request_latencies:slow_rate5m',
    // Without requests the part is NaN, which would spoil every sum.
    query: or(above(times(ratio, recorded(TIMED_RATE)), 0), times(0, recorded(TIMED_RATE))),
    group: 'slo',
  };
}

/** Part of the API requests of a window that failed with a status 5xx: 0 where none ever did, NaN without requests. */
export function apiErrorRatio(window: SloWindow): Recorded<InstallationLabel> {
  return {
    record: `namespace_job:coderd_api_requests:availability_error_ratio_rate${window}`,
    query: over(within(FAILED_RATE, window), within(REQUEST_RATE, window)),
    group: groupOf(window),
  };
}

/** Part of the API requests of a window that took longer than the objective allows; NaN without requests. */
export function apiSlowRatio(window: SloWindow, slo: Slo = DEFAULT_SLO): Recorded<InstallationLabel> {
  return {
    record: `namespace_job:coderd_api_request_latencies:slow_ratio_rate${window}`,
    query: over(within(slowRate(slo), window), within(TIMED_RATE, window)),
    group: groupOf(window),
  };
}

/** API requests of a window that failed with a status 5xx. Recorded, since an alert would read days of records every minute. */
export function apiFailedRequests(window: LongWindow): Recorded<InstallationLabel> {
  return {
    record: `namespace_job:coderd_api_requests:failed_increase${window}`,
    query: times(within(FAILED_RATE, window), SLO_SECONDS),
    group: groupOf(window),
  };
}

/** API requests of a window that took longer than the objective allows. */
export function apiSlowRequests(window: LongWindow, slo: Slo = DEFAULT_SLO): Recorded<InstallationLabel> {
  return {
    record: `namespace_job:coderd_api_request_latencies:slow_increase${window}`,
    query: times(within(slowRate(slo), window), SLO_SECONDS),
    group: groupOf(window),
  };
}

/** What was recorded within a window. Rates of 5 minutes need no sum. */
function within(rule: Recorded<InstallationLabel>, window: SloWindow): Query<InstallationLabel> {
  return window === '5m' ? recorded(rule) : recordedSum(rule, window);
}

/** API requests per second by status. */
export const API_RATE_BY_CODE: Recorded<InstallationLabel | 'code'> = {
  record: 'namespace_job_code:coderd_api_requests:rate5m',
  query: sum(rate(REQUESTS, { window: '5m' }), [...INSTALLATION, 'code']),
  group: 'api',
};

/** API requests per second by route. */
export const API_RATE_BY_ROUTE: Recorded<InstallationLabel | 'method' | 'path'> = {
  record: 'namespace_job_method_path:coderd_api_requests:rate5m',
  query: sum(rate(REQUESTS, { window: '5m' }), [...INSTALLATION, 'method', 'path']),
  group: 'api',
};

/** API requests per second by bucket of their latency; not for `native`, whose histograms have no series a bucket. */
const API_LATENCY_BUCKETS: Recorded<InstallationLabel | 'le'> = {
  record: `namespace_job_le:${LATENCIES}_bucket:rate5m`,
  query: buckets(LATENCIES, { by: INSTALLATION, window: '5m' }),
  group: 'api',
  not: ['native'],
};

/** Queries of the database per second by bucket of their latency; not for `native`. */
const SQL_LATENCY_BUCKETS: Recorded<InstallationLabel | 'le'> = {
  record: `namespace_job_le:${SQL_LATENCIES}_bucket:rate5m`,
  query: buckets(SQL_LATENCIES, { by: INSTALLATION, window: '5m' }),
  group: 'database',
  not: ['native'],
};

/** Milliseconds within which 99 % of the API requests are answered. */
const API_LATENCY_P99 = quantileRule(0.99, LATENCIES, API_LATENCY_BUCKETS);
/** Milliseconds within which 95 % of the API requests are answered. */
export const API_LATENCY_P95 = quantileRule(0.95, LATENCIES, API_LATENCY_BUCKETS);
/** Milliseconds within which 99 % of the queries of the database are answered. */
export const SQL_LATENCY_P99 = quantileRule(0.99, SQL_LATENCIES, SQL_LATENCY_BUCKETS);
/** Milliseconds within which 95 % of the queries of the database are answered. */
export const SQL_LATENCY_P95 = quantileRule(0.95, SQL_LATENCIES, SQL_LATENCY_BUCKETS);

function quantileRule(
  of: number,
  metric: string,
  rule: Recorded<InstallationLabel | 'le'>,
): Recorded<InstallationLabel> {
  const query: Query<InstallationLabel> = recordedQuantile(of, rule);
  return { record: `namespace_job:${metric}:p${String(of * 100)}_rate5m`, query, group: rule.group };
}

/**
 * Every recording rule for given objectives; within a group, a rule comes after those that it reads. Names are level:metric:operation.
 *
 * @see https://prometheus.io/docs/practices/rules/
 */
export function recordingsFor(slo: Slo): readonly RecordingRule[] {
  return [
    ...[REQUEST_RATE, FAILED_RATE, TIMED_RATE, slowRate(slo)],
    ...SLO_WINDOWS.map((window) => apiErrorRatio(window)),
    ...SLO_WINDOWS.map((window) => apiSlowRatio(window, slo)),
    ...LONG_WINDOWS.map((window) => apiFailedRequests(window)),
    ...LONG_WINDOWS.map((window) => apiSlowRequests(window, slo)),
    ...[API_RATE_BY_CODE, API_RATE_BY_ROUTE],
    ...[API_LATENCY_BUCKETS, API_LATENCY_P99, API_LATENCY_P95],
    ...[SQL_LATENCY_BUCKETS, SQL_LATENCY_P99, SQL_LATENCY_P95],
    ...[AGENTS, AGENTS_LOST, WEBSOCKETS, WEBSOCKETS_LOST],
  ];
}
