import type { Metric, MetricType } from './metric';
import { SCRAPE_METRICS, type ScrapeMetrics } from './scrape';

/**
 * What is known of the metrics of a program, by their names.
 *
 * @see https://prometheus.io/docs/concepts/data_model/
 */
export type Catalogue = Readonly<Record<string, Metric>>;

/**
 * A catalogue: the metrics of a program, and those that Prometheus itself adds for each target.
 *
 * @throws when the program's metrics have a name that Prometheus keeps for itself.
 */
export function catalogue<const C extends Catalogue>(own: C): C & ScrapeMetrics {
  const taken = Object.keys(SCRAPE_METRICS).find((name) => name in own);
  if (taken !== undefined) throw new Error(`a catalogue cannot have the metric ${taken}: Prometheus adds it itself`);
  return { ...own, ...SCRAPE_METRICS };
}

/** Names of a catalogue: of the metrics of a type, by default of all. */
export type NameOf<C extends Catalogue, T extends MetricType = MetricType> = {
  [N in keyof C]: C[N]['type'] extends T ? N : never;
}[keyof C] &
  string;

/** A label of a metric that is documented. */
export type LabelOf<C extends Catalogue, N extends keyof C> = C[N]['labels'][number];

/** A bound of a bucket of a histogram that is published. */
export type BucketOf<C extends Catalogue, N extends keyof C> = C[N]['buckets'][number];

/** A quantile of a summary. */
export type QuantileOf<C extends Catalogue, N extends keyof C> = C[N]['quantiles'][number];

/** Names of the program's own metrics, in the order of the catalogue. */
export function ownNames(of: Catalogue): readonly string[] {
  return Object.keys(of).filter((name) => !isScrapeMetric(name));
}

/** Tells what Prometheus adds for each target from the metrics of the program. */
export function isScrapeMetric(name: string): boolean {
  return Object.hasOwn(SCRAPE_METRICS, name);
}
