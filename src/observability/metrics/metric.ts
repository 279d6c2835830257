/** What a metric counts or measures; see https://prometheus.io/docs/concepts/metric_types/. */
export type MetricType = 'gauge' | 'counter' | 'histogram' | 'summary';

/**
 * Unit of a sample, or of an observation. `timestamp` is seconds since 1970, `count` a number of things, `ratio` a part of 1,
 * `info` a constant 1 whose labels carry the meaning. Never to be guessed from the name: some say `_ms`, where Prometheus wants seconds.
 */
export type Unit = 'count' | 'bytes' | 'milliseconds' | 'seconds' | 'days' | 'timestamp' | 'ratio' | 'info';

/** What part of a program a metric is about. */
export type MetricSubject =
  | 'api'
  | 'websockets'
  | 'builds'
  | 'jobs'
  | 'database'
  | 'license'
  | 'networking'
  | 'gc'
  | 'heap'
  | 'memory'
  | 'scheduler'
  | 'process'
  | 'scrape';

/**
 * How well the labels of a metric are known. `documented`: published source or documentation names all of them. `inferred`: the help
 * text says that there is one, not what it is called. `unknown`: nothing is published, there may be some.
 */
export type Evidence = 'documented' | 'inferred' | 'unknown';

/** What is known of any metric, whatever its type. */
export interface MetricFacts<L extends string = string> {
  /** What the program says of it. */
  readonly help: string;
  /** Of each sample or observation; decides the unit of a panel. */
  readonly unit: Unit;
  /** Groups the catalogue in the reference. */
  readonly subject: MetricSubject;
  /** Labels by name, without those that Prometheus adds (`le`, `quantile`, and the labels of the target). */
  readonly labels: readonly L[];
  /** How sure `labels` is. */
  readonly evidence: Evidence;
  /** What surprises. */
  readonly note?: string;
}

/** What is known of one metric. */
export interface Metric<
  T extends MetricType = MetricType,
  L extends string = string,
  B extends number = number,
  Q extends number = number,
> extends MetricFacts<L> {
  /** Decides which functions of PromQL take it. */
  readonly type: T;
  /** Upper bounds of a histogram's buckets without +Inf, in its unit; empty where they are not published. */
  readonly buckets: readonly B[];
  /** Quantiles of a summary. */
  readonly quantiles: readonly Q[];
}

/** A value that goes up and down. */
export function gauge<const L extends string = never>(facts: MetricFacts<L>): Metric<'gauge', L, never, never> {
  return { type: 'gauge', ...facts, buckets: [], quantiles: [] };
}

/** A value that only rises until the process starts anew. */
export function counter<const L extends string = never>(facts: MetricFacts<L>): Metric<'counter', L, never, never> {
  return { type: 'counter', ...facts, buckets: [], quantiles: [] };
}

/** Observations, counted by buckets. */
export function histogram<const L extends string = never, const B extends number = never>(
  facts: MetricFacts<L> & { readonly buckets: readonly B[] },
): Metric<'histogram', L, B, never> {
  return { type: 'histogram', ...facts, quantiles: [] };
}

/** Quantiles that the process itself computes. */
export function summary<const L extends string = never, const Q extends number = never>(
  facts: MetricFacts<L> & { readonly quantiles: readonly Q[] },
): Metric<'summary', L, never, Q> {
  return { type: 'summary', ...facts, buckets: [] };
}
