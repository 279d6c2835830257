import { type PanelTarget, line, valueOf } from '../../../../observability/mixin';
import {
  type Query,
  alertsThatAre,
  count,
  minus,
  or,
  over,
  recorded,
  sum,
  time,
  times,
} from '../../../../observability/promql';
import type { Histogram } from '../metrics';
import { SLO_VALUES } from '../slo';
import { gauge, quantile, rate } from '../promql';
import { type SloWindow, apiErrorRatio, apiSlowRatio } from '../recordings';

/** Pods that Prometheus knows, whether they answer or not. */
const PODS_FOUND = count(gauge('up'));

/** A number that is 0 where there is no series to count. */
export function orZero(query: Query<never>): Query<never> {
  return or(query, times(PODS_FOUND, 0));
}

/** How many alerts of this project fire. */
export function firing(severity: 'critical' | 'warning'): Query<never> {
  return orZero(count(alertsThatAre('firing', { alertname: { matches: 'Coderd.+' }, severity })));
}

/** API requests per second. */
export const REQUESTS = sum(rate('coderd_api_requests_processed_total'));

/** Part of the API requests that were answered with some statuses; 0 where none was. */
export function partWithStatus(pattern: string): Query<never> {
  const some = sum(rate('coderd_api_requests_processed_total', { where: { code: { matches: pattern } } }));
  return over(or(some, times(REQUESTS, 0)), REQUESTS);
}

/** How fast failed requests use up the budget of errors: at 1 it lasts for exactly the period of the objective. */
export function errorBurn(window: SloWindow): Query<'namespace' | 'job'> {
  return over(recorded(apiErrorRatio(window)), minus(1, valueOf({ objectives: SLO_VALUES, name: 'availability' })));
}

/** How fast slow requests use up their budget. */
export function latencyBurn(window: SloWindow): Query<'namespace' | 'job'> {
  return over(recorded(apiSlowRatio(window)), minus(1, valueOf({ objectives: SLO_VALUES, name: 'latency' })));
}

/** Seconds since a point in time that a metric tells, by pod. */
export function age(name: 'process_start_time_seconds' | 'go_memstats_last_gc_time_seconds'): Query<'pod'> {
  return minus(time(), sum(gauge(name), ['pod']));
}

const NAMES: Readonly<Record<number, string>> = { 0.5: 'half (p50)', 0.9: 'p90', 0.95: 'p95', 0.99: 'p99' };

/** Lines of several quantiles of all observations, each multiplied by a factor. */
export function quantiles(
  name: Histogram,
  of: readonly (0.5 | 0.9 | 0.95 | 0.99)[],
  factor = 1,
): readonly PanelTarget[] {
  const scaled = (query: Query<never>): Query<never> => (factor === 1 ? query : times(query, factor));
  return of.map((part) => line(scaled(quantile(part, name)), NAMES[part] ?? ''));
}
