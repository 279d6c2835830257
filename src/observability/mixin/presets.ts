import { type AnyQuery, metricsOf } from '../promql';

/**
 * How many of the metrics Prometheus keeps. `full`: all. `lean`: without those that only an expert reads, and without some buckets.
 * `native`: all, histograms as native ones with custom buckets, one series each.
 */
export const PRESETS = ['full', 'lean', 'native'] as const;

/** One of the presets. */
export type Preset = (typeof PRESETS)[number];

/** What the preset `lean` drops. */
export interface Lean {
  /** Metrics that are dropped as a whole. */
  readonly metrics: readonly string[];
  /** Buckets of histograms that are dropped. No threshold may be one of their bounds. */
  readonly buckets: readonly { readonly histogram: string; readonly bounds: readonly number[] }[];
}

/** Whether a preset keeps everything that a query reads. */
export function isKept(query: AnyQuery, preset: Preset, lean: Lean): boolean {
  return preset !== 'lean' || !metricsOf(query).some((name) => lean.metrics.includes(name));
}

/** Form of the histograms that a preset leaves. */
export function histogramsOf(preset: Preset): 'classic' | 'native' {
  return preset === 'native' ? 'native' : 'classic';
}
