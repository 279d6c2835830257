import {
  type Dashboard,
  type PanelTarget,
  badFrom,
  inColor,
  line,
  row,
  stat,
  timeSeries,
  valueOf,
} from '../../../../observability/mixin';
import { count, max, over, sum } from '../../../../observability/promql';
import type { Counter, Gauge } from '../metrics';
import { fdExhaustion } from '../alerts/limits';
import { gcPressure, goroutineLeak, schedulerLatencyHigh } from '../alerts/runtime';
import { crashLooping } from '../alerts/restarts';
import { scrapeSlow } from '../alerts/scrape';
import { changes, gauge, quantilesOf, rate } from '../promql';
import { MEMORY_ROWS } from './memory';
import { age, quantiles } from './queries';

/** A gauge by pod. */
function byPod(name: Gauge, suffix = ''): PanelTarget {
  return line(sum(gauge(name), ['pod']), (label) => label('pod') + suffix);
}

const processes = row('Process', [
  timeSeries({
    title: 'CPU',
    how: '100 % is one core. A flat line at the limit means that the pod is throttled.',
    lines: [line(sum(rate('process_cpu_seconds_total'), ['pod']), (label) => label('pod'))],
  }),
  timeSeries({
    title: 'Resident memory',
    how: 'The kernel kills a container that reaches its memory limit; CoderdMemoryNearLimit warns before that.',
    lines: [byPod('process_resident_memory_bytes')],
  }),
  timeSeries({
    title: 'File descriptors in use',
    how: 'Ratio of those a pod can open. Each websocket and each database connection needs one.',
    lines: [
      line(over(sum(gauge('process_open_fds'), ['pod']), sum(gauge('process_max_fds'), ['pod'])), (label) =>
        label('pod'),
      ),
    ],
    thresholds: badFrom({ critical: valueOf({ alert: fdExhaustion, name: 'ratio' }) }),
    max: 1,
  }),
  timeSeries({
    title: 'Restarts',
    how: 'Container restarts in 15 minutes, by pod. The line is the threshold of CoderdCrashLooping.',
    lines: [line(sum(changes('process_start_time_seconds'), ['pod']), (label) => label('pod'))],
    draw: 'bars',
    decimals: 0,
    thresholds: badFrom({ critical: valueOf({ alert: crashLooping, name: 'restarts' }) }),
    interval: '15m',
  }),
  timeSeries({
    title: 'Uptime',
    how: 'A drop to 0 is a restart.',
    // In seconds, the scale has parts of days.
    lines: [line(over(age('process_start_time_seconds'), 86400), (label) => label('pod'))],
    unit: 'd',
  }),
  timeSeries({
    title: 'Virtual memory',
    how: 'Address space, not memory in use. Go reserves far more than it needs.',
    lines: [byPod('process_virtual_memory_bytes')],
  }),
  stat({
    title: 'Virtual memory limit',
    how: 'Address space that a pod can reserve.',
    width: 6,
    values: [byPod('process_virtual_memory_max_bytes')],
    words: { '18446744073709552000': 'unlimited' },
  }),
  stat({
    title: 'File descriptor limit',
    how: 'File descriptors that a pod can open.',
    width: 6,
    values: [byPod('process_max_fds')],
  }),
  stat({
    title: 'Go version',
    how: 'Number of pods by the Go version of coderd. Two versions: a rollout is in progress.',
    width: 6,
    values: [line(count(gauge('go_info'), ['version']), (label) => label('version'))],
    isNamed: true,
  }),
  stat({
    title: 'OS threads',
    how: 'Threads of all pods. Blocking system calls create threads, which are rarely released.',
    width: 6,
    values: [line(sum(gauge('go_threads'), ['pod']), (label) => label('pod'))],
    isWithCourse: true,
  }),
]);

const scheduler = row('Goroutines', [
  timeSeries({
    title: 'Goroutines',
    how: 'Reported by Go in two ways. Steady growth is a leak. The line is the threshold of CoderdGoroutineLeak.',
    width: 12,
    lines: [byPod('go_goroutines'), byPod('go_sched_goroutines_goroutines', ' (runtime/metrics)')],
    thresholds: badFrom({ warning: valueOf({ alert: goroutineLeak, name: 'goroutines' }) }),
  }),
  timeSeries({
    title: 'Scheduler latency',
    how: 'How long runnable goroutines wait for a CPU. High: the CPU limit is too low. The line is the threshold of CoderdSchedulerLatencyHigh.',
    width: 12,
    lines: quantiles('go_sched_latencies_seconds', [0.5, 0.99]),
    thresholds: badFrom({ warning: valueOf({ alert: schedulerLatencyHigh, name: 'seconds' }) }),
  }),
]);

const CYCLES: Readonly<Record<string, Counter>> = {
  automatic: 'go_gc_cycles_automatic_gc_cycles_total',
  forced: 'go_gc_cycles_forced_gc_cycles_total',
  all: 'go_gc_cycles_total_gc_cycles_total',
};

const collector = row('Garbage collector', [
  timeSeries({
    title: 'GC CPU fraction',
    how: 'Ratio of CPU time since the start that garbage collection took. The line is the threshold of CoderdGcPressure.',
    lines: [byPod('go_memstats_gc_cpu_fraction')],
    thresholds: badFrom({ warning: valueOf({ alert: gcPressure, name: 'ratio' }) }),
  }),
  timeSeries({
    title: 'Collections',
    how: 'GC cycles per second of all pods. The program itself triggers forced cycles.',
    lines: Object.entries(CYCLES).map(([name, metric]) => line(sum(rate(metric)), name)),
    apart: ['all'],
    isStacked: true,
  }),
  timeSeries({
    title: 'Time since the last collection',
    how: 'Go runs the garbage collector at least every 2 minutes.',
    lines: [line(age('go_memstats_last_gc_time_seconds'), (label) => label('pod'))],
  }),
  timeSeries({
    title: 'GC pauses (summary)',
    how: 'Quantiles of the most recent collections in the slowest pod; 1 is the longest pause.',
    width: 12,
    lines: [line(max(quantilesOf('go_gc_duration_seconds'), ['quantile']), (label) => `quantile ${label('quantile')}`)],
  }),
  timeSeries({
    title: 'GC pauses (histogram)',
    how: 'How long garbage collection stopped the program.',
    width: 12,
    lines: quantiles('go_gc_pauses_seconds_total', [0.5, 0.99]),
  }),
]);

const scrapes = row('Scrapes', [
  timeSeries({
    title: 'Scrape duration',
    how: 'The line is the threshold of CoderdScrapeSlow. A scrape that exceeds the timeout is lost.',
    width: 6,
    lines: [byPod('scrape_duration_seconds')],
    thresholds: badFrom({ warning: valueOf({ alert: scrapeSlow, name: 'seconds' }) }),
  }),
  timeSeries({
    title: 'Samples per scrape',
    how: 'Grows with the number of routes in use. This is what monitoring costs.',
    width: 6,
    lines: [byPod('scrape_samples_scraped')],
  }),
  timeSeries({
    title: 'Scrapes by status',
    how: '500 or 503: coderd could not collect its metrics.',
    width: 6,
    lines: [line(sum(rate('promhttp_metric_handler_requests_total'), ['code']), (label) => label('code'))],
    unit: 'reqps',
    isStacked: true,
    colors: [inColor(/^2../, 'green'), inColor(/^5../, 'red')],
  }),
  timeSeries({
    title: 'In-flight scrapes',
    how: 'More than one at a time: several Prometheus servers scrape, or scrapes hang.',
    width: 6,
    lines: [byPod('promhttp_metric_handler_requests_in_flight')],
  }),
]);

/** What the processes need. */
export const RUNTIME: Dashboard = {
  uid: 'coder-runtime',
  title: 'Coder / Process and Go runtime',
  description: 'Do the pods have enough CPU and memory? For experts: what uses the memory?',
  rows: [processes, scheduler, collector, ...MEMORY_ROWS, scrapes],
};
