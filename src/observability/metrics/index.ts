export {
  type BucketOf,
  type Catalogue,
  type LabelOf,
  type NameOf,
  type QuantileOf,
  catalogue,
  isScrapeMetric,
  ownNames,
} from './catalogue';
export {
  type Evidence,
  type Metric,
  type MetricType,
  type Subject,
  type Unit,
  counter,
  gauge,
  histogram,
  summary,
} from './metric';
export { METRICS, METRICS_1_36, METRIC_NAMES, type MetricName, type Metrics136, metricOf } from './release-1-36';
export { SCRAPE_METRICS, type ScrapeName, TARGET_LABELS, type TargetLabel } from './scrape';
