import { max, over, sum } from '../../../../observability/promql';
import { type Question, list } from '../../../../observability/query';
import { gauge, rate } from '../promql';

/** What each process uses. */
export const RUNTIME_QUESTIONS: readonly Question[] = [
  list({
    name: 'runtime',
    aliases: ['memory'],
    about: 'memory, CPU, goroutines, file descriptors and garbage collection of each pod',
    window: '5m',
    by: ['pod'],
    most: 50,
    columns: [
      {
        key: 'residentBytes',
        title: 'memory',
        unit: 'bytes',
        query: sum(gauge('process_resident_memory_bytes'), ['pod']),
      },
      {
        key: 'heapBytes',
        title: 'heap in use',
        unit: 'bytes',
        query: sum(gauge('go_memstats_heap_inuse_bytes'), ['pod']),
      },
      { key: 'cpuCores', title: 'cpu', unit: 'cores', query: sum(rate('process_cpu_seconds_total'), ['pod']) },
      { key: 'goroutines', title: 'goroutines', unit: 'count', query: sum(gauge('go_goroutines'), ['pod']) },
      {
        key: 'fileDescriptorRatio',
        title: 'fds used',
        unit: 'ratio',
        query: over(max(gauge('process_open_fds'), ['pod']), max(gauge('process_max_fds'), ['pod'])),
      },
      { key: 'gcCpuRatio', title: 'gc cpu', unit: 'ratio', query: max(gauge('go_memstats_gc_cpu_fraction'), ['pod']) },
    ],
  }),
];
