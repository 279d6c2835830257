import type { Metric, MetricType } from './metric';
import { CODERD_METRICS } from './release-1-36/coderd';
import { GO_HEAP_METRICS } from './release-1-36/go-heap';
import { GO_MEMORY_METRICS } from './release-1-36/go-memory';
import { GO_RUNTIME_METRICS } from './release-1-36/go-runtime';
import { PROCESS_METRICS } from './release-1-36/process';

/**
 * The 91 metrics of coderd 1.36 by name, grouped by subject: type, help and name are those of its table.
 *
 * @see https://prometheus.io/docs/concepts/data_model/
 */
export const METRICS = {
  ...CODERD_METRICS,
  ...GO_RUNTIME_METRICS,
  ...GO_HEAP_METRICS,
  ...GO_MEMORY_METRICS,
  ...PROCESS_METRICS,
};

type Catalogue = typeof METRICS;

/** Name of a metric of coderd. */
export type MetricName = keyof Catalogue;

/** Name of a metric of a type. */
export type NameOf<T extends MetricType> = {
  [N in MetricName]: Catalogue[N]['type'] extends T ? N : never;
}[MetricName];

/** A label of a metric that is documented. */
export type LabelOf<N extends MetricName> = Catalogue[N]['labels'][number];

/** A bound of a bucket of a histogram that is published. */
export type BucketOf<N extends NameOf<'histogram'>> = Catalogue[N]['buckets'][number];

/** A quantile of a summary. */
export type QuantileOf<N extends NameOf<'summary'>> = Catalogue[N]['quantiles'][number];

/** All names, grouped by subject. */
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** What is known of a metric. */
export function metricOf(name: MetricName): Metric {
  return METRICS[name];
}
