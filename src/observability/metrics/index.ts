export {
  type BucketOf,
  type LabelOf,
  METRICS,
  METRIC_NAMES,
  type MetricName,
  type NameOf,
  type QuantileOf,
  metricOf,
} from './catalogue';
export type { Evidence, Metric, MetricType, Subject, Unit } from './metric';
export { SCRAPE_METRICS, type ScrapeName, TARGET_LABELS, type TargetLabel } from './scrape';
