import type { BucketOf, LabelOf, MetricName, NameOf, QuantileOf, ScrapeName, TargetLabel } from '../metrics';
import { type Expr, isExpr, text } from '../../engine/expr';
import {
  type AlertState,
  type Duration,
  type Matcher,
  type Matchers,
  Query,
  Scalar,
  type Selection,
  type SeriesName,
  type Window,
} from './query';

type Where<N> = N extends MetricName
  ? { readonly [L in LabelOf<N> | TargetLabel]?: Matcher }
  : { readonly [L in TargetLabel]?: Matcher };
type SeriesLabel<N> = TargetLabel | (N extends MetricName ? LabelOf<N> : never);
type GaugeName = NameOf<'gauge'> | ScrapeName;

interface Selecting<N> {
  /** Which series; by default all. */
  readonly where?: Where<N>;
}

interface Ranging<N> extends Selecting<N> {
  /** How far to look back; by default what the place of the query says. */
  readonly window?: Window;
}

interface Grouping<N extends MetricName, B> extends Ranging<N> {
  /** Labels to keep; by default none. */
  readonly by?: readonly B[];
}

function selection(
  name: SeriesName,
  { where = {}, offset }: { readonly where?: Matchers; readonly offset?: Duration } = {},
): Selection {
  return { name, where, offset };
}

/** The value of a gauge, now or some time ago. */
export function gauge<N extends GaugeName>(
  name: N,
  options: Selecting<N> & { readonly offset?: Duration } = {},
): Query<SeriesLabel<N>> {
  return new Query({ kind: 'select', selection: selection(name, options) });
}

function ranged<N extends SeriesName>(
  call: 'rate' | 'increase' | 'changes' | 'deriv' | 'delta',
  name: N,
  options: Ranging<N>,
): Query<SeriesLabel<N>> {
  return new Query({ kind: 'range', call, selection: selection(name, options), window: options.window ?? 'default' });
}

/** Increase per second of a counter. */
export function rate<N extends NameOf<'counter'>>(name: N, options: Ranging<N> = {}): Query<SeriesLabel<N>> {
  return ranged('rate', name, options);
}

/** Increase of a counter over the window. */
export function increase<N extends NameOf<'counter'>>(name: N, options: Ranging<N> = {}): Query<SeriesLabel<N>> {
  return ranged('increase', name, options);
}

/** How often a gauge changed in the window. */
export function changes<N extends GaugeName>(name: N, options: Ranging<N> = {}): Query<SeriesLabel<N>> {
  return ranged('changes', name, options);
}

/** Slope of a gauge per second, by linear regression. */
export function deriv<N extends GaugeName>(name: N, options: Ranging<N> = {}): Query<SeriesLabel<N>> {
  return ranged('deriv', name, options);
}

/** Quantiles that the process itself computed; all, or one. */
export function quantilesOf<N extends NameOf<'summary'>>(name: N): Query<TargetLabel | LabelOf<N> | 'quantile'> {
  return new Query({ kind: 'select', selection: selection(name) });
}

/** One quantile that the process itself computed, whichever way the release of Prometheus spells 0 and 1. */
export function quantileOf<N extends NameOf<'summary'>>(
  name: N,
  quantile: QuantileOf<N>,
): Query<TargetLabel | LabelOf<N> | 'quantile'> {
  return new Query({ kind: 'select', selection: { name, where: { quantile: boundMatcher(quantile) } } });
}

/** 1, with the labels that were asked for, where nothing of the kind is scraped. */
export function absent(name: ScrapeName): Query<'job'> {
  return new Query({ kind: 'absent', selection: selection(name) });
}

type AlertLabel = TargetLabel | 'alertname' | 'severity';

/**
 * 1 for each alert in a state, with the labels of the alert. Labels that the alert's query drops are not there.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#inspecting-alerts-during-runtime
 */
export function alertsThatAre(
  state: AlertState,
  where: { readonly [L in AlertLabel]?: Matcher } = {},
): Query<AlertLabel> {
  return new Query({ kind: 'alerts', state, where });
}

/** Seconds since 1970, now. */
export function time(): Scalar {
  return new Scalar({ kind: 'time' });
}

/** A number as a scalar. */
export function scalar(value: number | Expr<number>): Scalar {
  return new Scalar({ kind: 'number', value });
}

/** A text that PromQL reads as a number, such as `512 * 1024`. */
export function quantity(text: Expr<string>): Scalar {
  return new Scalar({ kind: 'quantity', text });
}

/**
 * A quantile of the observations of the window.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function quantile<N extends NameOf<'histogram'>, const B extends SeriesLabel<N> = never>(
  of: number,
  name: N,
  options: Grouping<N, B> = {},
): Query<B> {
  return histogram(name, { ask: 'quantile', quantile: of }, options);
}

/** Part of the observations of the window, from 0 to 1, that were at most a bound of a bucket. */
export function partAtMost<N extends NameOf<'histogram'>, const B extends SeriesLabel<N> = never>(
  bound: BucketOf<N> | Expr<BucketOf<N>>,
  name: N,
  options: Grouping<N, B> = {},
): Query<B> {
  return histogram(name, { ask: 'atMost', bound }, options);
}

/** Observations per second. */
export function observations<N extends NameOf<'histogram'>, const B extends SeriesLabel<N> = never>(
  name: N,
  options: Grouping<N, B> = {},
): Query<B> {
  return histogram(name, { ask: 'count' }, options);
}

/** Sum of the observations per second. */
export function observed<N extends NameOf<'histogram'>, const B extends SeriesLabel<N> = never>(
  name: N,
  options: Grouping<N, B> = {},
): Query<B> {
  return histogram(name, { ask: 'sum' }, options);
}

/** Observations per second by bucket, for a heatmap. */
export function buckets<N extends NameOf<'histogram'>, const B extends SeriesLabel<N> = never>(
  name: N,
  options: Grouping<N, B> = {},
): Query<B | 'le'> {
  return histogram(name, { ask: 'buckets' }, options);
}

function histogram<N extends NameOf<'histogram'>, L extends string>(
  name: N,
  question: (Query['node'] & { kind: 'histogram' })['question'],
  { by = [], window = 'default', ...selecting }: Grouping<N, string>,
): Query<L> {
  return new Query({ kind: 'histogram', question, selection: selection(name, selecting), by, window });
}

/** Prometheus 3 writes the bound 500 as `500.0`, Prometheus 2 as `500`: both match. */
export function boundMatcher(bound: number | Expr<number>): Matcher {
  if (isExpr(bound)) return { matches: text`${bound}([.]0)?` };
  return Number.isInteger(bound) ? { matches: `${String(bound)}([.]0)?` } : String(bound);
}
