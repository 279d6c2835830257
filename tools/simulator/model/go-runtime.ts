import { METRICS } from '../metrics';
import { around, mixed } from '../distribution';
import type { Moment } from '../moment';
import { formatNumber } from '../number';
import { GO_TIME_BOUNDS } from './go-bounds';
import { type Family, type Kit, part, steadyBuckets, thousandths } from './kit';
import type { Runtime } from './runtime';

type GcName =
  | `go_gc_cycles_${'automatic' | 'forced' | 'total'}_gc_cycles_total`
  | 'go_gc_duration_seconds'
  | 'go_gc_pauses_seconds_total'
  | `go_memstats_${'gc_cpu_fraction' | 'last_gc_time_seconds'}`;
type SchedulerName =
  'go_goroutines' | 'go_info' | 'go_sched_goroutines_goroutines' | 'go_sched_latencies_seconds' | 'go_threads';

/** Seconds of the pauses at the quantiles 0, 0.25, 0.5, 0.75 and 1. */
const pauseQuantiles = [4.1e-5, 7.3e-5, 1.02e-4, 1.58e-4, 9.4e-4];
const meanPause = 1.3e-4;
const pauses = around(3e-5, 1.5);
const pausesPerCycle = 2;

const schedulingsPerSecond = 2000;
const usualDelay = around(3e-7, 0.9);
/** Its 99th percentile is 0.2 s. */
const longDelay = mixed(usualDelay, 0.04, around(0.152, 4));

/** Garbage collection. */
export function gcFamilies(kit: Kit, runtime: Runtime): Record<GcName, Family> {
  const automatic = kit.rounded(runtime.cycles);
  const forced = kit.rounded(kit.flows.own('time', () => 1 / 3600));
  const all = (m: Moment): number => automatic(m) + forced(m);
  const fraction = kit.drift('gc fraction', 0.05);
  return {
    go_gc_cycles_automatic_gc_cycles_total: kit.gauge(automatic),
    go_gc_cycles_forced_gc_cycles_total: kit.gauge(forced),
    go_gc_cycles_total_gc_cycles_total: kit.gauge(all),
    go_gc_duration_seconds: pauseSummary(kit, all),
    go_gc_pauses_seconds_total: pauseHistogram(all),
    go_memstats_gc_cpu_fraction: kit.gauge((m) => collecting(m) * fraction(m)),
    go_memstats_last_gc_time_seconds: kit.gauge(lastCollection(kit, runtime)),
  };
}

/** The gauge of Go is a mean since the start of the process. */
function collecting({ on, time, start }: Moment): number {
  const usual = 0.004;
  const pressure = on.get('gc-pressure');
  if (pressure === undefined || time === start) return usual;
  const since = time - Math.max(pressure, start);
  return usual + ((0.2 - usual) * since) / (time - start);
}

function pauseSummary(kit: Kit, cycles: (moment: Moment) => number): Family {
  const drift = kit.drift('gc pauses', 0.03);
  const quantiles = METRICS.go_gc_duration_seconds.quantiles.map((quantile, i) =>
    part(
      '',
      [['quantile', formatNumber(quantile)]],
      (m) => Math.round(1e9 * (pauseQuantiles[i] ?? 0) * drift(m)) / 1e9,
    ),
  );
  return [
    ...quantiles,
    part('_sum', [], (m) => (Math.round(1e9 * meanPause) * cycles(m)) / 1e9),
    part('_count', [], cycles),
  ];
}

function pauseHistogram(cycles: (moment: Moment) => number): Family {
  const count = (m: Moment): number => pausesPerCycle * cycles(m);
  const shares = GO_TIME_BOUNDS.map((bound) => pauses.atMost(bound));
  return [...steadyBuckets(GO_TIME_BOUNDS, shares, count), unknownSum, part('_count', [], count)];
}

/** client_golang 1.12.1 multiplies the lower bound of the first bucket, which is -Inf, with 0. */
const unknownSum = part('_sum', [], () => NaN);

function lastCollection(kit: Kit, { cycles, cycleRate }: Runtime): (moment: Moment) => number {
  const done = kit.read(cycles);
  return (m) => {
    const begun = done(m);
    if (begun < 1) return 0;
    return thousandths(Math.max(m.start, m.time - (begun - Math.floor(begun)) / cycleRate(m)));
  };
}

/** Goroutines and threads. */
export function schedulerFamilies(kit: Kit, { goroutines }: Runtime): Record<SchedulerName, Family> {
  const count = kit.flows.own('api', () => schedulingsPerSecond);
  const threads = kit.drift('threads', 0.05);
  const spread = (m: { has(fault: 'scheduler-latency-high'): boolean }) =>
    m.has('scheduler-latency-high') ? longDelay : usualDelay;
  const latencies = kit.histogram({ count, bounds: GO_TIME_BOUNDS, spread });
  return {
    go_goroutines: kit.gauge(goroutines),
    go_sched_goroutines_goroutines: kit.gauge(goroutines),
    go_info: [part('', [['version', 'go1.18']], () => 1)],
    go_sched_latencies_seconds: latencies.map((series) => (series.suffix === '_sum' ? unknownSum : series)),
    go_threads: kit.gauge((m) => Math.round(14 * threads(m))),
  };
}
