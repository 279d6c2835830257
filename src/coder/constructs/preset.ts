import { type Expr, type Tree, equals, optional } from '../../engine/expr';
import type { PartProps } from './part';

/**
 * What Prometheus drops after a scrape with the preset `lean`.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#metric_relabel_configs
 */
export function droppedByPreset({ values, version }: PartProps): readonly Tree[] {
  const isLean = equals(values.metrics.preset, 'lean');
  const { metrics, buckets } = version.mixin.profile.lean;
  return [
    optional(isLean, {
      action: 'drop',
      sourceLabels: ['__name__'],
      regex: `(${metrics.join('|')})(_bucket|_sum|_count)?`,
    }),
    ...buckets.map(({ histogram, bounds }) =>
      optional(isLean, {
        action: 'drop',
        sourceLabels: ['__name__', 'le'],
        // Prometheus 3 writes the bound 50 as 50.0.
        regex: `${histogram}_bucket;(${bounds.map((bound) => `${String(bound)}([.]0)?`).join('|')})`,
      }),
    ),
  ];
}

/** Whether Prometheus keeps the histograms in native form. */
export function isNative({ values }: PartProps): Expr<boolean> {
  return equals(values.metrics.preset, 'native');
}
