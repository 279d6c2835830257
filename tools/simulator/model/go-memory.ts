import type { MetricName } from '../metrics';
import type { Moment } from '../moment';
import type { Family, Kit } from './kit';
import type { Runtime } from './runtime';

type MemoryName = Extract<MetricName, `go_memory_classes_${string}`>;
type ClassName = Exclude<MemoryName, 'go_memory_classes_total_bytes'>;
type StatisticName = `go_memstats_${
  | `${'buck_hash' | 'gc' | 'mcache' | 'mspan' | 'other' | 'stack'}_sys`
  | `${'mcache' | 'mspan' | 'stack'}_inuse`
  | 'sys'}_bytes`;
type Size = (moment: Moment) => number;

/** Where memory sits, in bytes: the parts of the total. */
export type MemoryClasses = Readonly<Record<ClassName, Size>>;

const mebibyte = 2 ** 20;
const stackSize = 4096;
/** Part of the memory for objects that holds none, because their sizes differ. */
const unusedPart = 0.06;

const constant =
  (bytes: number): Size =>
  () =>
    Math.round(bytes);

/** The classes of memory: the heap keeps what it once reserved, so its free part is what the objects leave. */
export function memoryClasses({ settings }: Kit, runtime: Runtime): MemoryClasses {
  const scale = settings.memoryLimit / (512 * mebibyte);
  const objects: Size = (m) => runtime.allocatedBytes(m) - runtime.freedBytes(m);
  const unused: Size = (m) => Math.floor(unusedPart * objects(m));
  return {
    go_memory_classes_heap_free_bytes: (m) => runtime.reserved - objects(m) - unused(m),
    go_memory_classes_heap_objects_bytes: objects,
    go_memory_classes_heap_released_bytes: constant(30 * mebibyte * scale),
    go_memory_classes_heap_stacks_bytes: (m) => 2 * mebibyte + stackSize * runtime.goroutines(m),
    go_memory_classes_heap_unused_bytes: unused,
    go_memory_classes_metadata_mcache_free_bytes: constant(11584),
    go_memory_classes_metadata_mcache_inuse_bytes: constant(4800),
    go_memory_classes_metadata_mspan_free_bytes: constant(0.4 * mebibyte * scale),
    go_memory_classes_metadata_mspan_inuse_bytes: constant(2.6 * mebibyte * scale),
    go_memory_classes_metadata_other_bytes: constant(12 * mebibyte * scale),
    go_memory_classes_os_stacks_bytes: constant(0),
    go_memory_classes_other_bytes: constant(2.5 * mebibyte),
    go_memory_classes_profiling_buckets_bytes: constant(1.9 * mebibyte),
  };
}

/** Bytes of the heap that hold objects, or are reserved for them. */
export function usedHeap(classes: MemoryClasses, m: Moment): number {
  return classes.go_memory_classes_heap_objects_bytes(m) + classes.go_memory_classes_heap_unused_bytes(m);
}

/** Bytes of the heap that hold nothing. */
export function idleHeap(classes: MemoryClasses, m: Moment): number {
  return classes.go_memory_classes_heap_free_bytes(m) + classes.go_memory_classes_heap_released_bytes(m);
}

/** The sum of the classes. */
export function totalMemory(classes: MemoryClasses): Size {
  const sizes = Object.values(classes);
  return (m) => sizes.reduce((sum, size) => sum + size(m), 0);
}

/** Memory by classes, and the older statistics that say the same. */
export function goMemoryFamilies(kit: Kit, classes: MemoryClasses): Record<MemoryName | StatisticName, Family> {
  const total = kit.gauge(totalMemory(classes));
  const single = Object.entries(classes).map(([name, size]) => [name, kit.gauge(size)]);
  return {
    ...(Object.fromEntries(single) as Record<ClassName, Family>),
    go_memory_classes_total_bytes: total,
    ...statistics(kit, classes),
    go_memstats_sys_bytes: total,
  };
}

function statistics(kit: Kit, classes: MemoryClasses) {
  const sum = (...names: ClassName[]): Family =>
    kit.gauge((m) => names.reduce((bytes, name) => bytes + classes[name](m), 0));
  const [mcache, mspan] = ['go_memory_classes_metadata_mcache', 'go_memory_classes_metadata_mspan'] as const;
  return {
    go_memstats_buck_hash_sys_bytes: sum('go_memory_classes_profiling_buckets_bytes'),
    go_memstats_gc_sys_bytes: sum('go_memory_classes_metadata_other_bytes'),
    go_memstats_mcache_inuse_bytes: sum(`${mcache}_inuse_bytes`),
    go_memstats_mcache_sys_bytes: sum(`${mcache}_inuse_bytes`, `${mcache}_free_bytes`),
    go_memstats_mspan_inuse_bytes: sum(`${mspan}_inuse_bytes`),
    go_memstats_mspan_sys_bytes: sum(`${mspan}_inuse_bytes`, `${mspan}_free_bytes`),
    go_memstats_other_sys_bytes: sum('go_memory_classes_other_bytes'),
    go_memstats_stack_inuse_bytes: sum('go_memory_classes_heap_stacks_bytes'),
    go_memstats_stack_sys_bytes: sum('go_memory_classes_heap_stacks_bytes', 'go_memory_classes_os_stacks_bytes'),
  };
}
