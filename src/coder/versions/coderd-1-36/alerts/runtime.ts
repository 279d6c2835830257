import { interpolate } from '../../../../engine/expr';
import { int, number } from '../../../../engine/values';
import { POD, alert } from '../../../../observability/mixin';
import { above, and, equalTo, max, minus, over, sum, time, times } from '../../../../observability/promql';
import { deriv, gauge, histogramSeries, quantile, rate, series } from '../promql';
import { MORE_RESOURCES, PROFILE_GOROUTINES, READ_LOGS } from './commands';

/** Goroutines grow without end. */
export const goroutineLeak = alert({
  name: 'CoderdGoroutineLeak',
  group: 'runtime',
  thresholds: {
    goroutines: int({
      description: 'Minimum number of goroutines.',
      default: 5000,
      min: 0,
    }),
    perSecond: number({ description: 'Maximum sustained growth, in goroutines per second.', default: 0.1, min: 0 }),
  },
  // A morning on which everybody logs in lasts less than 3 hours.
  rules: ({ goroutines, perSecond }) => [
    {
      severity: 'warning',
      for: '3h',
      query: and(
        above(max(gauge('go_goroutines'), POD), goroutines),
        above(max(deriv('go_goroutines', { window: '1h' }), POD), perSecond),
      ),
    },
  ],
  summary: ({ label }) => `Possible goroutine leak in ${label('namespace')}/${label('pod')}.`,
  description: ({ label, value, lasting }, { goroutines, perSecond }) =>
    interpolate`coderd in ${label('namespace')}/${label('pod')} has ${value('whole')} goroutines (threshold: ${goroutines}), and for ${lasting} their number has grown by more than ${perSecond} per second. Most likely they leak, and the pod will run out of memory.`,
  runbook: {
    meaning: 'The number of goroutines is high and grows steadily: they wait for something that never happens.',
    impact: 'None yet. Memory grows too, until the pod is killed.',
    diagnosis: [
      { text: 'How many are there?', query: max(gauge('go_goroutines'), POD) },
      {
        text: 'Do connections grow too? Then it may be load.',
        query: max(gauge('coderd_api_concurrent_websockets'), POD),
      },
      { text: 'How much memory is used?', query: max(gauge('process_resident_memory_bytes'), POD) },
      PROFILE_GOROUTINES,
    ],
    mitigation: [
      'Delete the pod before it is killed (`kubectl -n @{namespace} delete pod POD`), at a quiet hour.',
      'Send the profile to Coder support.',
    ],
  },
  scenarios: [
    {
      title: 'when goroutines grow by 8 a minute for 4 hours',
      series: [series('go_goroutines', '6000+8x260')],
      minute: 250,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'while goroutines grow by 5 a minute',
      series: [series('go_goroutines', '6000+5x260')],
      minute: 250,
      fires: [],
    },
    {
      title: 'while there are less than 5000',
      series: [series('go_goroutines', '3000+7x270')],
      minute: 260,
      fires: [],
    },
    {
      title: 'during a morning of 2 hours',
      series: [series('go_goroutines', '6000x30 6000+20x120 8400x110')],
      minute: 150,
      fires: [],
    },
  ],
});

const START = 'process_start_time_seconds';
const START_BEFORE = max(gauge(START, { offset: '15m' }), POD);

/**
 * The part of the CPU time of the last 15 minutes. The gauge is a mean since the start of the process: high when that was a moment ago, deaf
 * after days. Two of them give what is between; not across a restart.
 */
const RECENT_GC = and(
  over(
    minus(
      times(max(gauge('go_memstats_gc_cpu_fraction'), POD), minus(time(), max(gauge(START), POD))),
      times(max(gauge('go_memstats_gc_cpu_fraction', { offset: '15m' }), POD), minus(minus(time(), 900), START_BEFORE)),
    ),
    900,
  ),
  equalTo(max(gauge(START), POD), START_BEFORE),
);

/** Much CPU time goes into garbage collection. */
export const gcPressure = alert({
  name: 'CoderdGcPressure',
  group: 'runtime',
  saidBy: ['CoderdMemoryNearLimit'],
  thresholds: {
    ratio: number({
      description: 'Maximum ratio of CPU time for garbage collection.',
      default: 0.1,
      min: 0.01,
      max: 0.99,
    }),
  },
  rules: ({ ratio }) => [{ severity: 'warning', for: '15m', query: above(RECENT_GC, ratio) }],
  summary: ({ label }) => `GC overhead of ${label('namespace')}/${label('pod')} is high.`,
  description: ({ label, value, bound }, { ratio }) =>
    interpolate`In the last 15 minutes, coderd in ${label('namespace')}/${label('pod')} spent ${value('percent')} of its CPU time on garbage collection (threshold: ${bound(ratio, 'percent')}), which slows requests down.`,
  runbook: {
    meaning:
      'Go collects garbage too often: there is too little memory for the allocations of coderd, or too little CPU.',
    impact: 'Requests are slower than they need to be.',
    diagnosis: [
      { text: 'How many bytes are allocated per second?', query: sum(rate('go_gc_heap_allocs_bytes_total'), ['pod']) },
      {
        text: 'How many collections run per second?',
        query: sum(rate('go_gc_cycles_total_gc_cycles_total'), ['pod']),
      },
      { text: 'How large is the heap?', query: max(gauge('go_memstats_heap_alloc_bytes'), POD) },
      'Is `GOMEMLIMIT` or `GOGC` set? `kubectl -n @{namespace} get deployment @{workload} -o jsonpath=\'{range .spec.template.spec.containers[0].env[*]}{.name}={.value}{"\\n"}{end}\' | grep ^GO`.',
    ],
    mitigation: [
      MORE_RESOURCES,
      'If `GOMEMLIMIT` is set close to what coderd uses, raise it together with the memory limit.',
    ],
  },
  scenarios: [
    {
      title: 'when 12 % of the CPU time goes to garbage collection',
      series: [series('go_memstats_gc_cpu_fraction', '0.12x60'), series(START, '0x60')],
      minute: 40,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'while it is 9 %',
      series: [series('go_memstats_gc_cpu_fraction', '0.09x60'), series(START, '0x60')],
      minute: 40,
      fires: [],
    },
    {
      title: 'when a process begins with 30 % and goes on with 2 %',
      // What 30 % of the first 10 minutes, and 2 % of the rest, are on the mean.
      series: [
        series('go_memstats_gc_cpu_fraction', '0.3x10 0.1633 0.1077 0.09 0.08 0.07 0.06x40'),
        series(START, '0x60'),
      ],
      minute: 36,
      fires: [],
    },
    {
      title: 'across restarts every 12 minutes',
      series: [series('go_memstats_gc_cpu_fraction', '0.3x60'), series(START, '0x11 720x11 1440x11 2160x11 2880x11')],
      minute: 50,
      fires: [],
    },
  ],
});

/** Goroutines wait for a CPU. */
export const schedulerLatencyHigh = alert({
  name: 'CoderdSchedulerLatencyHigh',
  group: 'runtime',
  thresholds: {
    seconds: number({
      description: 'Maximum time that 99 % of the goroutines wait for a CPU, in seconds.',
      default: 0.1,
      min: 0,
    }),
  },
  rules: ({ seconds }) => [
    {
      severity: 'warning',
      for: '15m',
      query: above(quantile(0.99, 'go_sched_latencies_seconds', { by: POD, window: '5m' }), seconds),
    },
  ],
  summary: ({ label }) => `coderd in ${label('namespace')}/${label('pod')} is CPU-starved.`,
  description: ({ label, value, bound, lasting }, { seconds }) =>
    interpolate`In ${label('namespace')}/${label('pod')}, the slowest 1 % of the goroutines wait ${value('duration')} or more for a CPU; for ${lasting} it has been more than ${bound(seconds, 'duration')}. Each request waits several times.`,
  runbook: {
    meaning: 'Runnable goroutines wait for a CPU: the CPU limit of the container is too low, or the node is full.',
    impact: 'Everything in this pod is slower: API, terminals, probes.',
    diagnosis: [
      { text: 'Cores in use:', query: sum(rate('process_cpu_seconds_total'), ['pod']) },
      "Compare with the limit: `kubectl -n @{namespace} get deployment @{workload} -o jsonpath='{.spec.template.spec.containers[0].resources}'`.",
      'Is the node full? `kubectl top nodes`.',
      READ_LOGS,
    ],
    mitigation: ['Raise `coderd.resources.limits.cpu` and the request.', 'Delete the pod to move it to another node.'],
  },
  scenarios: [
    {
      title: 'when 1.5 % of the goroutines wait longer than 0.1 seconds',
      series: [
        histogramSeries('go_sched_latencies_seconds', {
          buckets: { 0.001: '0+900x40', 0.1: '0+985x40', 0.2: '0+1000x40' },
          all: '0+1000x40',
        }),
      ],
      minute: 30,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'while they have waited for 10 minutes',
      series: [
        histogramSeries('go_sched_latencies_seconds', {
          buckets: { 0.001: '0+900x40', 0.1: '0+985x40', 0.2: '0+1000x40' },
          all: '0+1000x40',
        }),
      ],
      minute: 11,
      fires: [],
    },
    {
      title: 'while 0.9 % of the goroutines wait longer than 0.1 seconds',
      series: [
        histogramSeries('go_sched_latencies_seconds', {
          buckets: { 0.001: '0+900x40', 0.1: '0+991x40', 0.2: '0+1000x40' },
          all: '0+1000x40',
        }),
      ],
      minute: 30,
      fires: [],
    },
  ],
});

/** Whether Go's runtime is well. */
export const RUNTIME_ALERTS = [goroutineLeak, gcPressure, schedulerLatencyHigh];
