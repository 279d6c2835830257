import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type Metric, type NameOf, type ScrapeName, ownNames } from '../../src/observability/metrics';

/** The metrics of the version of coderd that is simulated. */
export const METRICS = DEFAULT_VERSION.metrics;

/** Name of a metric that coderd itself serves. */
export type MetricName = Exclude<NameOf<typeof METRICS>, ScrapeName>;

/** All of them, in the order of the catalogue. */
export const METRIC_NAMES = ownNames(METRICS) as readonly MetricName[];

/** What is known of a metric. */
export function metricOf(name: MetricName): Metric {
  return METRICS[name];
}
