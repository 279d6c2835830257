/** Catalogues of metrics: what is known of each. */
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
  type MetricFacts,
  type MetricSubject,
  type MetricType,
  type Unit,
  counter,
  gauge,
  histogram,
  summary,
} from './metric';
export { SCRAPE_METRICS, type ScrapeMetrics, type ScrapeName, TARGET_LABELS, type TargetLabel } from './scrape';
