import type { NameOf } from '../../../observability/metrics';
import type { Lean } from '../../../observability/mixin';
import type { Coderd136Metrics } from './metrics';

/** Bounds of the request latency that `lean` drops, in milliseconds. No threshold may be one of them. */
export const DROPPED_BUCKETS = [1, 5, 50, 5000] as const;

/** Metrics that `lean` drops: details of the Go runtime's memory, and what another metric says as well. */
const DROPPED_METRICS = [
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
] as const satisfies readonly NameOf<Coderd136Metrics>[];

/** What the preset `lean` drops. */
export const LEAN: Lean = {
  metrics: DROPPED_METRICS,
  buckets: [{ histogram: 'coderd_api_request_latencies_ms', bounds: DROPPED_BUCKETS }],
};
