import { isExpr, interpolate } from '../../engine/expr';
import type { Expr } from '../../engine/expr';
import type { BucketOf, Catalogue, LabelOf, NameOf, QuantileOf, TargetLabel } from '../metrics';
import {
  type Duration,
  type HistogramNode,
  type Matcher,
  type Matchers,
  Query,
  type RangeFunction,
  type SeriesSelection,
  type QueryWindow,
} from './query';

/** A label that the series of a metric have. */
export type SeriesLabel<C extends Catalogue, N extends keyof C> = TargetLabel | LabelOf<C, N>;

/** Which series of a metric. */
export interface Selecting<C extends Catalogue, N extends keyof C> {
  /** Matchers by label; by default all series are selected. */
  readonly where?: { readonly [L in SeriesLabel<C, N>]?: Matcher };
}

/** Which series of a metric, and how far to look back. */
export interface Ranging<C extends Catalogue, N extends keyof C> extends Selecting<C, N> {
  /** How far to look back; by default what the place of the query says. */
  readonly window?: QueryWindow;
  /** How far back from the time of the query the window ends, such as `1h`; by default not at all. */
  readonly offset?: Duration;
}

/** Which observations of a histogram, and by what they are told apart. */
export interface Grouping<C extends Catalogue, N extends keyof C, B> extends Ranging<C, N> {
  /** Labels to keep; by default none. */
  readonly by?: readonly B[];
}

/** Of the series of a metric over a range of time. */
export type OverRange<C extends Catalogue, T extends 'gauge' | 'counter'> = <N extends NameOf<C, T>>(
  name: N,
  options?: Ranging<C, N>,
) => Query<SeriesLabel<C, N>>;

/** Of the observations of a histogram. */
export type OfHistogram<C extends Catalogue> = <
  N extends NameOf<C, 'histogram'>,
  const B extends SeriesLabel<C, N> = never,
>(
  name: N,
  options?: Grouping<C, N, B>,
) => Query<B>;

/** The queries that begin with a metric of a catalogue. What makes no sense for the metric does not compile. */
export interface Promql<C extends Catalogue> {
  /** The value of a gauge, now or some time ago. */
  readonly gauge: <N extends NameOf<C, 'gauge'>>(
    name: N,
    options?: Selecting<C, N> & { readonly offset?: Duration },
  ) => Query<SeriesLabel<C, N>>;
  /** Increase per second of a counter. */
  readonly rate: OverRange<C, 'counter'>;
  /** Increase of a counter over the window. */
  readonly increase: OverRange<C, 'counter'>;
  /** How often a gauge changed in the window. */
  readonly changes: OverRange<C, 'gauge'>;
  /** Mean of a gauge over the window. */
  readonly avgOverTime: OverRange<C, 'gauge'>;
  /** Slope of a gauge per second, by linear regression. */
  readonly deriv: OverRange<C, 'gauge'>;
  /** Quantiles that the process itself computed. */
  readonly quantilesOf: <N extends NameOf<C, 'summary'>>(name: N) => Query<SeriesLabel<C, N> | 'quantile'>;
  /** One quantile that the process itself computed, whichever way the release of Prometheus spells 0 and 1. */
  readonly quantileOf: <N extends NameOf<C, 'summary'>>(
    name: N,
    quantile: QuantileOf<C, N>,
  ) => Query<SeriesLabel<C, N> | 'quantile'>;
  /**
   * A quantile of the observations of the window.
   *
   * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
   */
  readonly quantile: <N extends NameOf<C, 'histogram'>, const B extends SeriesLabel<C, N> = never>(
    of: number,
    name: N,
    options?: Grouping<C, N, B>,
  ) => Query<B>;
  /** Part of the observations of the window, from 0 to 1, that were at most a bound of a bucket. */
  readonly partAtMost: <N extends NameOf<C, 'histogram'>, const B extends SeriesLabel<C, N> = never>(
    bound: BucketOf<C, N> | Expr<BucketOf<C, N>>,
    name: N,
    options?: Grouping<C, N, B>,
  ) => Query<B>;
  /** Observations per second. */
  readonly observations: OfHistogram<C>;
  /** Sum of the observations per second. */
  readonly observed: OfHistogram<C>;
  /** Observations per second by bucket, for a heatmap. */
  readonly buckets: <N extends NameOf<C, 'histogram'>, const B extends SeriesLabel<C, N> = never>(
    name: N,
    options?: Grouping<C, N, B>,
  ) => Query<B | 'le'>;
}

/**
 * The functions that select metrics of a catalogue. They throw for a name that it does not have, which TypeScript does not let through.
 */
export function promqlFor<C extends Catalogue>(catalogue: C): Promql<C> {
  const { select, range, histogram } = nodesFor(catalogue);
  return {
    gauge: (name, options) => select(name, options),
    rate: (name, options) => range('rate', name, options),
    increase: (name, options) => range('increase', name, options),
    changes: (name, options) => range('changes', name, options),
    avgOverTime: (name, options) => range('avg_over_time', name, options),
    deriv: (name, options) => range('deriv', name, options),
    quantilesOf: (name) => select(name),
    quantileOf: (name, quantile) => select(name, { where: { quantile: boundMatcher(quantile) } }),
    quantile: (of, name, options) => histogram({ ask: 'quantile', quantile: of }, name, options),
    partAtMost: (bound, name, options) => histogram({ ask: 'atMost', bound }, name, options),
    observations: (name, options) => histogram({ ask: 'count' }, name, options),
    observed: (name, options) => histogram({ ask: 'sum' }, name, options),
    buckets: (name, options) => histogram({ ask: 'buckets' }, name, options),
  };
}

/** What a selection says, whatever the metric. */
interface Options {
  readonly where?: Matchers;
  readonly offset?: Duration;
  readonly window?: QueryWindow;
  readonly by?: readonly string[];
}

interface Nodes {
  readonly select: <L extends string>(name: string, options?: Options) => Query<L>;
  readonly range: <L extends string>(call: RangeFunction, name: string, options?: Options) => Query<L>;
  readonly histogram: <L extends string>(
    question: HistogramNode['question'],
    name: string,
    options?: Options,
  ) => Query<L>;
}

/** The same, with nothing of the labels in the types. */
function nodesFor(catalogue: Catalogue): Nodes {
  const selection = (name: string, { where = {}, offset }: Options): SeriesSelection => {
    const metric = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
    if (metric === undefined) throw new Error(`the catalogue has no metric ${name}`);
    return { name, metric, where, offset };
  };
  return {
    select: (name, options = {}) => new Query({ kind: 'select', selection: selection(name, options) }),
    range: (call, name, options = {}) =>
      new Query({ kind: 'range', call, selection: selection(name, options), window: options.window ?? 'default' }),
    histogram: (question, name, options = {}) => {
      const { by = [], window = 'default' } = options;
      return new Query({ kind: 'histogram', question, selection: selection(name, options), by, window });
    },
  };
}

/** Prometheus 3 writes the bound 500 as `500.0`, Prometheus 2 as `500`: both match. */
export function boundMatcher(bound: number | Expr<number>): Matcher {
  if (isExpr(bound)) return { matches: interpolate`${bound}([.]0)?` };
  return Number.isInteger(bound) ? { matches: `${String(bound)}([.]0)?` } : String(bound);
}
