/** Typed PromQL over a catalogue of metrics. */
export * from './combine';
export { type AlertLabel, absent, alertsThatAre, quantity, scalar, time } from './independent';
export { keepsLabel } from './kept';
export { type PrintOptions, printQuery, queryText } from './print';
export {
  type Aggregation,
  type AlertState,
  type Amount,
  type AnyQuery,
  type Duration,
  type HistogramNode,
  type HistogramQuestion,
  type Matcher,
  type Matchers,
  type QueryNode,
  type Operator,
  Query,
  type RangeFunction,
  Scalar,
  type SeriesSelection,
  type QueryWindow,
} from './query';
export {
  type Grouping,
  type OfHistogram,
  type OverRange,
  type Promql,
  type Ranging,
  type Selecting,
  type SeriesLabel,
  promqlFor,
} from './select';
export { hasAlerts, hasHistogram, metricsOf, recordsOf, selectedBy, seriesOf } from './used';
