import type { MetricName } from '../metrics';
import { type AnyQuery, metricsOf } from '../promql';

/**
 * How much of coderd's metrics Prometheus keeps. `full`: all 91. `lean`: without those that only an expert of the Go runtime reads, and
 * without four buckets of the request latency. `native`: all 91, histograms as native ones with custom buckets, one series each.
 */
export const PRESETS = ['full', 'lean', 'native'] as const;

/** One of the presets. */
export type Preset = (typeof PRESETS)[number];

/** Bounds of the request latency that `lean` drops, in milliseconds. No threshold may be one of them. */
export const LEAN_DROPPED_BUCKETS = [1, 5, 50, 5000] as const;

/** Metrics that `lean` drops: details of the Go runtime's memory, and what another metric says as well. */
export const LEAN_DROPPED_METRICS = [
  'go_gc_heap_allocs_by_size_bytes_total',
  'go_gc_heap_frees_by_size_bytes_total',
  'go_gc_heap_allocs_objects_total',
  'go_gc_heap_frees_bytes_total',
  'go_gc_heap_frees_objects_total',
  'go_gc_heap_objects_objects',
  'go_gc_heap_tiny_allocs_objects_total',
  'go_gc_cycles_automatic_gc_cycles_total',
  'go_gc_cycles_forced_gc_cycles_total',
  'go_gc_heap_goal_bytes',
  'go_gc_pauses_seconds_total',
  'go_memory_classes_heap_free_bytes',
  'go_memory_classes_heap_objects_bytes',
  'go_memory_classes_heap_released_bytes',
  'go_memory_classes_heap_stacks_bytes',
  'go_memory_classes_heap_unused_bytes',
  'go_memory_classes_metadata_mcache_free_bytes',
  'go_memory_classes_metadata_mcache_inuse_bytes',
  'go_memory_classes_metadata_mspan_free_bytes',
  'go_memory_classes_metadata_mspan_inuse_bytes',
  'go_memory_classes_metadata_other_bytes',
  'go_memory_classes_os_stacks_bytes',
  'go_memory_classes_other_bytes',
  'go_memory_classes_profiling_buckets_bytes',
  'go_memory_classes_total_bytes',
  'go_memstats_alloc_bytes_total',
  'go_memstats_buck_hash_sys_bytes',
  'go_memstats_frees_total',
  'go_memstats_gc_sys_bytes',
  'go_memstats_heap_idle_bytes',
  'go_memstats_heap_objects',
  'go_memstats_heap_released_bytes',
  'go_memstats_heap_sys_bytes',
  'go_memstats_lookups_total',
  'go_memstats_mallocs_total',
  'go_memstats_mcache_inuse_bytes',
  'go_memstats_mcache_sys_bytes',
  'go_memstats_mspan_inuse_bytes',
  'go_memstats_mspan_sys_bytes',
  'go_memstats_other_sys_bytes',
  'go_memstats_stack_inuse_bytes',
  'go_memstats_stack_sys_bytes',
  'go_sched_goroutines_goroutines',
  'process_virtual_memory_max_bytes',
] as const satisfies readonly MetricName[];

/** Whether a preset keeps everything that a query reads. */
export function isKept(query: AnyQuery, preset: Preset): boolean {
  const dropped: readonly string[] = preset === 'lean' ? LEAN_DROPPED_METRICS : [];
  return !metricsOf(query).some((name) => dropped.includes(name));
}

/** Form of the histograms that a preset leaves. */
export function histogramsOf(preset: Preset): 'classic' | 'native' {
  return preset === 'native' ? 'native' : 'classic';
}
