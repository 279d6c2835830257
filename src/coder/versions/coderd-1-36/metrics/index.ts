import { type NameOf, catalogue } from '../../../../observability/metrics';
import { CODERD_METRICS } from './coderd';
import { GO_HEAP_METRICS } from './go-heap';
import { GO_MEMORY_METRICS } from './go-memory';
import { GO_RUNTIME_METRICS } from './go-runtime';
import { PROCESS_METRICS } from './process';

const ALL = catalogue({
  ...CODERD_METRICS,
  ...GO_RUNTIME_METRICS,
  ...GO_HEAP_METRICS,
  ...GO_MEMORY_METRICS,
  ...PROCESS_METRICS,
});

/** The metrics of coderd 1.36, as a type; a mapped one, so that each .d.ts names it instead of spelling it out. */
export type Coderd136Metrics = { readonly [N in keyof typeof ALL]: (typeof ALL)[N] };

/** The 91 metrics of coderd 1.36 by name, grouped by subject, and those of its scrapes: type, help and name are those of its table. */
export const METRICS: Coderd136Metrics = ALL;

/** Name of a gauge of coderd or of its scrape. */
export type Gauge = NameOf<Coderd136Metrics, 'gauge'>;

/** Name of a counter of coderd. */
export type Counter = NameOf<Coderd136Metrics, 'counter'>;

/** Name of a histogram of coderd. */
export type Histogram = NameOf<Coderd136Metrics, 'histogram'>;
