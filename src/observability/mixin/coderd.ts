import { METRICS_1_36, type Metrics136, type NameOf } from '../metrics';
import { promqlFor } from '../promql';
import { inputSeriesFor } from './scenario';

/** Queries over the metrics of coderd. */
export const {
  buckets,
  changes,
  deriv,
  gauge,
  increase,
  observations,
  observed,
  partAtMost,
  quantile,
  quantilesOf,
  rate,
} = promqlFor(METRICS_1_36);

/** Series of its metrics for scenarios. */
export const { histogramSeries, series } = inputSeriesFor(METRICS_1_36);

/** Name of a gauge of coderd or of its scrape. */
export type Gauge = NameOf<Metrics136, 'gauge'>;

/** Name of a counter of coderd. */
export type Counter = NameOf<Metrics136, 'counter'>;

/** Name of a histogram of coderd. */
export type Histogram = NameOf<Metrics136, 'histogram'>;
