/** What a metric counts or measures; see https://prometheus.io/docs/concepts/metric_types/. */
export type MetricType = 'gauge' | 'counter' | 'histogram' | 'summary';

/**
 * Unit of a sample, or of an observation. `timestamp` is seconds since 1970, `count` a number of things, `ratio` a part of 1,
 * `info` a constant 1 whose labels carry the meaning. Never to be guessed from the name: some say `_ms`, where Prometheus wants seconds.
 */
export type Unit = 'count' | 'bytes' | 'milliseconds' | 'seconds' | 'days' | 'timestamp' | 'ratio' | 'info';

/** What part of a program a metric is about. */
export type Subject =
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

/** What is known of one metric. */
export interface Metric<
  T extends MetricType = MetricType,
  L extends string = string,
  B extends number = number,
  Q extends number = number,
> {
  /** Decides which functions of PromQL take it. */
  readonly type: T;
  /** What the program says of it. */
  readonly help: string;
  /** Of each sample or observation; decides the unit of a panel. */
  readonly unit: Unit;
  /** Groups the catalogue in the reference. */
  readonly subject: Subject;
  /** Labels by name, without those that Prometheus adds (`le`, `quantile`, and the labels of the target). */
  readonly labels: readonly L[];
  /** How sure `labels` is. */
  readonly evidence: Evidence;
  /** Upper bounds of a histogram's buckets without +Inf, in its unit; empty where they are not published. */
  readonly buckets: readonly B[];
  /** Quantiles of a summary. */
  readonly quantiles: readonly Q[];
  /** What surprises. */
  readonly note?: string;
}

interface Facts<L extends string> {
  readonly help: string;
  readonly unit: Unit;
  readonly subject: Subject;
  readonly labels: readonly L[];
  readonly evidence: Evidence;
  readonly note?: string;
}

/** A value that goes up and down. */
export function gauge<const L extends string = never>(facts: Facts<L>): Metric<'gauge', L, never, never> {
  return { type: 'gauge', ...facts, buckets: [], quantiles: [] };
}

/** A value that only rises until the process starts anew. */
export function counter<const L extends string = never>(facts: Facts<L>): Metric<'counter', L, never, never> {
  return { type: 'counter', ...facts, buckets: [], quantiles: [] };
}

/** Observations, counted by buckets. */
export function histogram<const L extends string = never, const B extends number = never>(
  facts: Facts<L> & { readonly buckets: readonly B[] },
): Metric<'histogram', L, B, never> {
  return { type: 'histogram', ...facts, quantiles: [] };
}

/** Quantiles that the process itself computes. */
export function summary<const L extends string = never, const Q extends number = never>(
  facts: Facts<L> & { readonly quantiles: readonly Q[] },
): Metric<'summary', L, never, Q> {
  return { type: 'summary', ...facts, buckets: [] };
}
