import { type Expr, type Tree, equals, optional } from '../../engine/expr';
import { LEAN_DROPPED_BUCKETS, LEAN_DROPPED_METRICS } from '../../observability/mixin';
import type { PartProps } from './part';

/**
 * What Prometheus drops after a scrape with the preset `lean`.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#metric_relabel_configs
 */
export function droppedByPreset({ values }: PartProps): readonly Tree[] {
  const isLean = equals(values.metrics.preset, 'lean');
  const families = LEAN_DROPPED_METRICS.map((name) => name).join('|');
  // Prometheus 3 writes the bound 50 as 50.0.
  const bounds = LEAN_DROPPED_BUCKETS.map((bound) => `${String(bound)}([.]0)?`).join('|');
  return [
    optional(isLean, {
      action: 'drop',
      sourceLabels: ['__name__'],
      regex: `(${families})(_bucket|_sum|_count)?`,
    }),
    optional(isLean, {
      action: 'drop',
      sourceLabels: ['__name__', 'le'],
      regex: `coderd_api_request_latencies_ms_bucket;(${bounds})`,
    }),
  ];
}

/** Whether Prometheus keeps the histograms in native form. */
export function isNative({ values }: PartProps): Expr<boolean> {
  return equals(values.metrics.preset, 'native');
}
