export * from './combine';
export { type PrintOptions, printQuery, queryText } from './print';
export {
  type AlertState,
  type Amount,
  type AnyQuery,
  type Duration,
  type Node,
  Query,
  Scalar,
  type SeriesName,
  type Window,
} from './query';
export {
  absent,
  alertsThatAre,
  buckets,
  changes,
  deriv,
  gauge,
  increase,
  observations,
  observed,
  partAtMost,
  quantile,
  quantileOf,
  quantilesOf,
  quantity,
  rate,
  scalar,
  time,
} from './select';
export { hasAlerts, hasHistogram, metricsOf, recordsOf, seriesOf } from './used';
