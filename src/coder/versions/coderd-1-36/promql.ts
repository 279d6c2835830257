import { promqlFor } from '../../../observability/promql';
import { inputSeriesFor } from '../../../observability/mixin';
import { METRICS } from './metrics';

/** Queries over the metrics of coderd. */
export const {
  avgOverTime,
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
} = promqlFor(METRICS);

/** Series of its metrics for scenarios, as the PodMonitor of a release `coder` in a namespace `coder` labels them. */
export const { histogramSeries, series } = inputSeriesFor(METRICS, {
  namespace: 'coder',
  job: 'coder/master-monitor',
  pod: 'coderd-a',
  container: 'coderd',
  endpoint: 'prom-coderd',
  port: 2112,
});
