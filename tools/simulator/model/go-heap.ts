import { GO_SIZE_BOUNDS } from './go-bounds';
import { type Family, type Kit, part, steadyBuckets } from './kit';
import type { Moment } from '../moment';
import { type MemoryClasses, idleHeap, usedHeap } from './go-memory';
import type { Runtime } from './runtime';

type HeapName =
  | `go_gc_heap_${'allocs' | 'frees'}_${'by_size_bytes_total' | 'bytes_total' | 'objects_total'}`
  | `go_gc_heap_${'goal_bytes' | 'objects_objects' | 'tiny_allocs_objects_total'}`
  | `go_memstats_heap_${'alloc_bytes' | 'idle_bytes' | 'inuse_bytes' | 'objects' | 'released_bytes' | 'sys_bytes'}`
  | `go_memstats_${'alloc_bytes_total' | 'alloc_bytes' | 'frees_total' | 'lookups_total' | 'mallocs_total' | 'next_gc_bytes'}`;

/** Part of the objects that are at most as large as the bound with the same place. */
const sizes = [0.02, 0.22, 0.6, 0.84, 0.93, 0.965, 0.984, 0.992, 0.997, 0.999, 0.9998];
const tinyPerObject = 0.18;

/** Allocation and the heap. */
export function goHeapFamilies(kit: Kit, runtime: Runtime, classes: MemoryClasses): Record<HeapName, Family> {
  return { ...allocation(kit, runtime), ...heapStatistics(kit, runtime, classes) };
}

function allocation(kit: Kit, runtime: Runtime) {
  const { allocatedBytes, freedBytes, allocatedObjects, freedObjects } = runtime;
  const tiny = (m: Moment): number => Math.floor(tinyPerObject * allocatedObjects(m));
  return {
    go_gc_heap_allocs_by_size_bytes_total: bySize(allocatedObjects, allocatedBytes),
    go_gc_heap_allocs_bytes_total: kit.gauge(allocatedBytes),
    go_gc_heap_allocs_objects_total: kit.gauge(allocatedObjects),
    go_gc_heap_frees_by_size_bytes_total: bySize(freedObjects, freedBytes),
    go_gc_heap_frees_bytes_total: kit.gauge(freedBytes),
    go_gc_heap_frees_objects_total: kit.gauge(freedObjects),
    go_gc_heap_tiny_allocs_objects_total: kit.gauge(tiny),
    go_memstats_alloc_bytes_total: kit.gauge(allocatedBytes),
    go_memstats_mallocs_total: kit.gauge((m) => allocatedObjects(m) + tiny(m)),
    go_memstats_frees_total: kit.gauge((m) => freedObjects(m) + tiny(m)),
    go_memstats_lookups_total: kit.gauge(() => 0),
  };
}

function bySize(objects: (moment: Moment) => number, bytes: (moment: Moment) => number): Family {
  return [...steadyBuckets(GO_SIZE_BOUNDS, sizes, objects), part('_sum', [], bytes), part('_count', [], objects)];
}

function heapStatistics(kit: Kit, { goal, allocatedObjects, freedObjects }: Runtime, classes: MemoryClasses) {
  const objects = (m: Moment): number => allocatedObjects(m) - freedObjects(m);
  const inUse = classes.go_memory_classes_heap_objects_bytes;
  return {
    go_gc_heap_goal_bytes: kit.gauge(() => goal),
    go_memstats_next_gc_bytes: kit.gauge(() => goal),
    go_gc_heap_objects_objects: kit.gauge(objects),
    go_memstats_heap_objects: kit.gauge(objects),
    go_memstats_alloc_bytes: kit.gauge(inUse),
    go_memstats_heap_alloc_bytes: kit.gauge(inUse),
    go_memstats_heap_idle_bytes: kit.gauge((m) => idleHeap(classes, m)),
    go_memstats_heap_inuse_bytes: kit.gauge((m) => usedHeap(classes, m)),
    go_memstats_heap_released_bytes: kit.gauge(classes.go_memory_classes_heap_released_bytes),
    go_memstats_heap_sys_bytes: kit.gauge((m) => idleHeap(classes, m) + usedHeap(classes, m)),
  };
}
