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
  type Window,
} from './query';
export { absent, alertsThatAre, quantity, scalar, time } from './independent';
export { type Promql, promqlFor } from './select';
export { hasAlerts, hasHistogram, metricsOf, recordsOf, selectedBy, seriesOf } from './used';
