import { catalogue } from '../catalogue';
import type { Metric } from '../metric';
import { CODERD_METRICS } from './coderd';
import { GO_HEAP_METRICS } from './go-heap';
import { GO_MEMORY_METRICS } from './go-memory';
import { GO_RUNTIME_METRICS } from './go-runtime';
import { PROCESS_METRICS } from './process';

/** The 91 metrics of coderd 1.36 by name, grouped by subject: type, help and name are those of its table. */
export const METRICS = {
  ...CODERD_METRICS,
  ...GO_RUNTIME_METRICS,
  ...GO_HEAP_METRICS,
  ...GO_MEMORY_METRICS,
  ...PROCESS_METRICS,
};

/** Everything that Prometheus has of coderd 1.36. */
export const METRICS_1_36 = catalogue(METRICS);

/** The metrics of coderd 1.36, as a type. */
export type Metrics136 = typeof METRICS_1_36;

/** Name of a metric of coderd 1.36. */
export type MetricName = keyof typeof METRICS;

/** All names, grouped by subject. */
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** What is known of a metric. */
export function metricOf(name: MetricName): Metric {
  return METRICS[name];
}
