import {
  type Dashboard,
  type Target,
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
import { crashLooping, scrapeSlow } from '../alerts/scrape';
import { changes, gauge, quantilesOf, rate } from '../promql';
import { MEMORY_ROWS } from './memory';
import { age, quantiles } from './queries';

/** A gauge by pod. */
function byPod(name: Gauge, suffix = ''): Target {
  return line(sum(gauge(name), ['pod']), (label) => label('pod') + suffix);
}

const processes = row('Process', [
  timeSeries({
    title: 'CPU',
    how: '100 % is one core. Flat at the limit: the pod is throttled.',
    lines: [line(sum(rate('process_cpu_seconds_total'), ['pod']), (label) => label('pod'))],
  }),
  timeSeries({
    title: 'Resident memory',
    how: 'The kernel kills a container whose memory reaches its limit; CoderdMemoryNearLimit warns before.',
    lines: [byPod('process_resident_memory_bytes')],
  }),
  timeSeries({
    title: 'File descriptors in use',
    how: 'Part of those that a pod may open. Each websocket and each connection to the database needs one.',
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
    how: 'How often the container of a pod started anew in 15 minutes. The line is the bound of CoderdCrashLooping.',
    lines: [line(sum(changes('process_start_time_seconds'), ['pod']), (label) => label('pod'))],
    draw: 'bars',
    decimals: 0,
    thresholds: badFrom({ critical: valueOf({ alert: crashLooping, name: 'restarts' }) }),
    interval: '15m',
  }),
  timeSeries({
    title: 'Time since start',
    how: 'A line that falls to 0 is a restart.',
    lines: [line(age('process_start_time_seconds'), (label) => label('pod'))],
  }),
  timeSeries({
    title: 'Virtual memory',
    how: 'Address space, not memory in use: Go reserves much more than it needs.',
    lines: [byPod('process_virtual_memory_bytes')],
  }),
  stat({
    title: 'Limit of virtual memory',
    how: 'Address space that a pod may reserve.',
    width: 6,
    values: [byPod('process_virtual_memory_max_bytes')],
    words: { '18446744073709552000': 'unlimited' },
  }),
  stat({
    title: 'Most file descriptors',
    how: 'File descriptors that a pod may open.',
    width: 6,
    values: [byPod('process_max_fds')],
  }),
  stat({
    title: 'Release of Go',
    how: 'Number of pods by the release of Go that built coderd. Two releases: a rollout is on its way.',
    width: 6,
    values: [line(count(gauge('go_info'), ['version']), (label) => label('version'))],
    isNamed: true,
  }),
  stat({
    title: 'OS threads',
    how: 'Threads of all pods. They grow with blocking system calls and are seldom given back.',
    width: 6,
    values: [line(sum(gauge('go_threads'), ['pod']), (label) => label('pod'))],
    isWithCourse: true,
  }),
]);

const scheduler = row('Goroutines', [
  timeSeries({
    title: 'Goroutines',
    how: 'Go tells the number in two ways. Steady growth is a leak; the line is the bound of CoderdGoroutineLeak.',
    width: 12,
    lines: [byPod('go_goroutines'), byPod('go_sched_goroutines_goroutines', ' (runtime/metrics)')],
    thresholds: badFrom({ warning: valueOf({ alert: goroutineLeak, name: 'goroutines' }) }),
  }),
  timeSeries({
    title: 'Wait for a CPU',
    how: 'How long goroutines that could run waited. High: the CPU limit is too low. The line is the bound of CoderdSchedulerLatencyHigh.',
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
    title: 'CPU of the collector',
    how: 'Part of the CPU time since the start that the garbage collector used. The line is the bound of CoderdGcPressure.',
    lines: [byPod('go_memstats_gc_cpu_fraction')],
    thresholds: badFrom({ warning: valueOf({ alert: gcPressure, name: 'ratio' }) }),
  }),
  timeSeries({
    title: 'Collections',
    how: 'Cycles per second of all pods. Forced ones are called by the program.',
    lines: Object.entries(CYCLES).map(([name, metric]) => line(sum(rate(metric)), name)),
    apart: ['all'],
    isStacked: true,
  }),
  timeSeries({
    title: 'Time since the last collection',
    how: 'Go collects at least every 2 minutes.',
    lines: [line(age('go_memstats_last_gc_time_seconds'), (label) => label('pod'))],
  }),
  timeSeries({
    title: 'Pauses, by the process',
    how: 'Quantiles of the last collections, the worst pod; 1 is the longest pause.',
    width: 12,
    lines: [line(max(quantilesOf('go_gc_duration_seconds'), ['quantile']), (label) => `quantile ${label('quantile')}`)],
  }),
  timeSeries({
    title: 'Pauses, measured',
    how: 'How long the program stood still for the garbage collector.',
    width: 12,
    lines: quantiles('go_gc_pauses_seconds_total', [0.5, 0.99]),
  }),
]);

const scrapes = row('Scrapes', [
  timeSeries({
    title: 'Duration of a scrape',
    how: 'The line is the bound of CoderdScrapeSlow; beyond the time-out Prometheus gets nothing.',
    width: 6,
    lines: [byPod('scrape_duration_seconds')],
    thresholds: badFrom({ warning: valueOf({ alert: scrapeSlow, name: 'seconds' }) }),
  }),
  timeSeries({
    title: 'Samples of a scrape',
    how: 'Grows with the number of routes that were used. This is what monitoring costs.',
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
    title: 'Scrapes in progress',
    how: 'More than one at a time: several Prometheus scrape, or scrapes hang.',
    width: 6,
    lines: [byPod('promhttp_metric_handler_requests_in_flight')],
  }),
]);

/** What the processes need. */
export const RUNTIME: Dashboard = {
  uid: 'coder-runtime',
  title: 'Coder / Process and Go runtime',
  description: 'Do the pods have enough CPU and memory? For experts: where does memory sit?',
  rows: [processes, scheduler, collector, ...MEMORY_ROWS, scrapes],
};
