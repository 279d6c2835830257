import { type DashboardRow, type PanelTarget, heatmap, line, row, timeSeries } from '../../../../observability/mixin';
import { sum } from '../../../../observability/promql';
import type { Counter, Gauge } from '../metrics';
import { buckets, gauge, rate } from '../promql';

/** Gauges of all pods chosen, by legend. */
function gauges(names: Readonly<Record<string, Gauge>>): readonly PanelTarget[] {
  return Object.entries(names).map(([legend, name]) => line(sum(gauge(name)), legend));
}

/** Rates of all pods chosen, by legend. */
function rates(names: Readonly<Record<string, Counter>>): readonly PanelTarget[] {
  return Object.entries(names).map(([legend, name]) => line(sum(rate(name)), legend));
}

const heap = row('Heap (sum of the selected pods)', [
  timeSeries({
    title: 'Heap and goal',
    how: 'The garbage collector runs when the heap reaches its goal. What remains after each run is in use; if it grows, memory leaks. Reported by Go in two ways.',
    lines: gauges({
      heap: 'go_memstats_heap_alloc_bytes',
      'heap (alloc)': 'go_memstats_alloc_bytes',
      goal: 'go_gc_heap_goal_bytes',
      'goal (next GC)': 'go_memstats_next_gc_bytes',
    }),
  }),
  timeSeries({
    title: 'Heap by state',
    how: 'In use and idle add up to the memory obtained from the system. Released is part of idle. The top line is all memory that Go obtained.',
    lines: gauges({
      'in use': 'go_memstats_heap_inuse_bytes',
      idle: 'go_memstats_heap_idle_bytes',
      obtained: 'go_memstats_heap_sys_bytes',
      released: 'go_memstats_heap_released_bytes',
      'total obtained': 'go_memstats_sys_bytes',
    }),
    isStacked: true,
    apart: ['obtained', 'released', 'total obtained'],
  }),
  timeSeries({
    title: 'Objects on the heap',
    how: 'Reported by Go in two ways.',
    lines: gauges({ objects: 'go_gc_heap_objects_objects', 'objects (memstats)': 'go_memstats_heap_objects' }),
  }),
]);

const allocation = row('Allocation (sum of the selected pods)', [
  timeSeries({
    title: 'Bytes allocated and freed',
    how: 'All allocated memory must be collected: half the allocations, half the GC cost.',
    width: 12,
    lines: rates({
      allocated: 'go_gc_heap_allocs_bytes_total',
      'allocated (memstats)': 'go_memstats_alloc_bytes_total',
      freed: 'go_gc_heap_frees_bytes_total',
    }),
  }),
  timeSeries({
    title: 'Objects allocated and freed',
    how: 'Objects per second. Tiny objects share a block. Lookups is always 0.',
    width: 12,
    lines: rates({
      allocated: 'go_gc_heap_allocs_objects_total',
      tiny: 'go_gc_heap_tiny_allocs_objects_total',
      freed: 'go_gc_heap_frees_objects_total',
      mallocs: 'go_memstats_mallocs_total',
      frees: 'go_memstats_frees_total',
      lookups: 'go_memstats_lookups_total',
    }),
  }),
  heatmap({
    title: 'Allocations by size',
    how: 'Objects allocated per second, by size.',
    of: buckets('go_gc_heap_allocs_by_size_bytes_total'),
  }),
  heatmap({
    title: 'Frees by size',
    how: 'Objects freed per second, by size.',
    of: buckets('go_gc_heap_frees_by_size_bytes_total'),
  }),
]);

const classes = row('Go runtime memory (sum of the selected pods)', [
  timeSeries({
    title: 'Memory by class',
    how: 'All memory that Go mapped, by use. The classes add up to the total. "Released" is mapped but no longer backed by memory.',
    width: 12,
    height: 12,
    lines: gauges({
      'heap objects': 'go_memory_classes_heap_objects_bytes',
      'heap unused': 'go_memory_classes_heap_unused_bytes',
      'heap free': 'go_memory_classes_heap_free_bytes',
      'heap released': 'go_memory_classes_heap_released_bytes',
      'heap stacks': 'go_memory_classes_heap_stacks_bytes',
      'OS stacks': 'go_memory_classes_os_stacks_bytes',
      'mcache in use': 'go_memory_classes_metadata_mcache_inuse_bytes',
      'mcache free': 'go_memory_classes_metadata_mcache_free_bytes',
      'mspan in use': 'go_memory_classes_metadata_mspan_inuse_bytes',
      'mspan free': 'go_memory_classes_metadata_mspan_free_bytes',
      'other metadata': 'go_memory_classes_metadata_other_bytes',
      profiling: 'go_memory_classes_profiling_buckets_bytes',
      other: 'go_memory_classes_other_bytes',
      total: 'go_memory_classes_total_bytes',
    }),
    isStacked: true,
    apart: ['total'],
    legend: 'table',
  }),
  timeSeries({
    title: 'Memory outside the heap (memstats)',
    how: 'The older metrics: stacks and runtime structures.',
    width: 12,
    height: 12,
    lines: gauges({
      'GC metadata': 'go_memstats_gc_sys_bytes',
      'stacks obtained': 'go_memstats_stack_sys_bytes',
      'stacks in use': 'go_memstats_stack_inuse_bytes',
      'mspan obtained': 'go_memstats_mspan_sys_bytes',
      'mspan in use': 'go_memstats_mspan_inuse_bytes',
      'mcache obtained': 'go_memstats_mcache_sys_bytes',
      'mcache in use': 'go_memstats_mcache_inuse_bytes',
      'profiling buckets': 'go_memstats_buck_hash_sys_bytes',
      other: 'go_memstats_other_sys_bytes',
    }),
    legend: 'table',
  }),
]);

/** Where memory sits, for experts. */
export const MEMORY_ROWS: readonly DashboardRow[] = [heap, allocation, classes];
