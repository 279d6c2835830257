import {
  FAULTS,
  FAULT_NAMES,
  type FaultName,
  type Simulation,
  createSimulation,
  exposition,
  increaseOf,
  podOf,
  trueRates,
  valueAt,
  withFaults,
} from '../../../tools/simulator';
import { parseText, samplesOf } from './parse';

const start = 1_700_000_000;
const hour = 3600;
const from = start + 6 * hour;
const healthy = createSimulation({ start, routes: 5 });
const [first, last] = ['coder-0', 'coder-1'];

function faulty(fault: FaultName, to = Infinity): Simulation {
  return withFaults(healthy, [{ fault, from, to }]);
}

/** Names of the metrics that differ from the healthy ones an hour after the fault began. */
function changed(fault: FaultName, pod = last): readonly string[] {
  const simulation = faulty(fault);
  if (podOf(simulation, pod).presenceAt(from + hour) === 'gone') return ['gone'];
  const well = samplesOf(parseText(exposition(healthy, pod, from + hour)));
  return parseText(exposition(simulation, pod, from + hour))
    .filter(({ samples }) => samples.some(({ key, value }) => !Object.is(value, well.get(key)?.value)))
    .map(({ name }) => name);
}

function value(simulation: Simulation, series: string, time = from + hour, pod = last): number {
  return valueAt(simulation, pod, series, time) ?? NaN;
}

function rise(simulation: Simulation, name: string, labels = {}): number {
  return increaseOf(simulation, last, { name, labels }, { from, to: from + hour });
}

/** The part of the observations of an hour that is above a bound. */
function above(simulation: Simulation, histogram: string, le: string): number {
  return 1 - rise(simulation, `${histogram}_bucket`, { le }) / rise(simulation, `${histogram}_count`);
}

describe('every fault', () => {
  test('is for another alert', () => {
    const alerts = FAULT_NAMES.map((name) => FAULTS[name].alert);
    expect(new Set(alerts).size).toBe(alerts.length);
  });

  test.each(FAULT_NAMES)('%s is one line, and lasts at least a minute', (name) => {
    expect(FAULTS[name].description).toMatch(/^[A-Z0-9][^\n]{10,90}\.$/);
    expect(FAULTS[name].lasts).toBeGreaterThanOrEqual(60);
  });

  const absent: readonly FaultName[] = ['targets-absent', 'replica-gone', 'coderd-metrics-missing'];
  test.each(FAULT_NAMES.filter((name) => !absent.includes(name)))(
    '%s leaves names and labels of the series alone',
    (name) => {
      const keys = (simulation: Simulation): readonly string[] =>
        parseText(exposition(simulation, last, from + hour)).flatMap(({ samples }) => samples.map(({ key }) => key));
      expect(keys(faulty(name))).toEqual(keys(healthy));
    },
  );

  const everywhere = FAULT_NAMES.filter((name) => FAULTS[name].reach === 'one');
  test.each(everywhere)('%s hits the last pod only, or those that are named', (name) => {
    expect(changed(name, first)).toEqual([]);
    const named = withFaults(healthy, [{ fault: name, from, pods: [first] }]);
    expect(podOf(named, first).activeAt(from).has(name)).toBe(true);
    expect(podOf(named, last).activeAt(from).has(name)).toBe(false);
  });

  test.each(FAULT_NAMES)('%s changes nothing before it begins, and ends', (name) => {
    const simulation = faulty(name, from + hour);
    expect(exposition(simulation, last, from - 1)).toBe(exposition(healthy, last, from - 1));
    const pod = podOf(simulation, last);
    expect([from, from + hour - 1, from + hour].map((time) => pod.activeAt(time).has(name))).toEqual([
      true,
      true,
      false,
    ]);
    expect(pod.presenceAt(from + hour)).toBe('answers');
  });
});

/** What the faults change, and by how much; those that change more have tests of their own. */
const changes: readonly (readonly [
  FaultName,
  readonly string[],
  (simulation: Simulation) => readonly [number, number, number],
])[] = [
  [
    'api-errors',
    ['coderd_api_request_latencies_ms', 'coderd_api_requests_processed_total'],
    (s) => [0.098, trueRates(s, [last], { from, to: from + hour }).errorRatio, 0.101],
  ],
  [
    'api-slow',
    ['coderd_api_concurrent_requests', 'coderd_api_request_latencies_ms'],
    (s) => [0.2, trueRates(s, [last], { from, to: from + hour }).slowRatio, 0.22],
  ],
  [
    'license-expires-soon',
    license('expires_at_unix', 'issued_at_unix', 'time_until_expires_days'),
    (s) => [19.9, value(s, 'coderd_license_time_until_expires_days'), 20],
  ],
  [
    'license-expires-now',
    license('expires_at_unix', 'issued_at_unix', 'time_until_expires_days'),
    (s) => [4.9, value(s, 'coderd_license_time_until_expires_days'), 5],
  ],
  [
    'license-views-differ',
    license('expires_at_unix', 'issued_at_unix', 'time_until_expires_days'),
    (s) => [30, value(s, 'coderd_license_time_until_expires_days'), 150],
  ],
  [
    'license-unknown',
    license('expires_at_unix', 'issued_at_unix', 'time_until_expires_days', 'user_limit'),
    (s) => [0, value(s, 'coderd_license_expires_at_unix'), 0],
  ],
  ['license-seats-almost-used', license('user_count'), (s) => [475, value(s, 'coderd_license_user_count'), 475]],
  ['license-seats-exhausted', license('user_count'), (s) => [500, value(s, 'coderd_license_user_count'), 500]],
  [
    'jobs-not-starting',
    jobs('completed_total', 'current_enqueued_jobs', 'enqueue_time_seconds', 'execution_time_seconds', 'started_total'),
    (s) => [0, rise(s, 'coderd_backgroundjob_started_total'), 0],
  ],
  [
    'job-queue-growing',
    jobs('completed_total', 'current_enqueued_jobs', 'enqueue_time_seconds', 'execution_time_seconds', 'started_total'),
    (s) => [0.48, rise(s, 'coderd_backgroundjob_started_total') / rise(s, 'coderd_backgroundjob_enqueued_total'), 0.52],
  ],
  [
    'jobs-not-completing',
    jobs('completed_total', 'execution_time_seconds'),
    (s) => [
      0.18,
      rise(s, 'coderd_backgroundjob_completed_total') / rise(s, 'coderd_backgroundjob_started_total'),
      0.22,
    ],
  ],
  [
    'job-enqueue-slow',
    jobs('enqueue_time_seconds'),
    (s) => [0.05, above(s, 'coderd_backgroundjob_enqueue_time_seconds', '120'), 1],
  ],
  [
    'workspace-build-slow',
    ['coderd_background_workspace_build_duration_s'],
    (s) => [0.1, above(s, 'coderd_background_workspace_build_duration_s', '1200'), 1],
  ],
  [
    'database-slow',
    ['coderd_db_sql_query_latencies_ms'],
    (s) => [0.05, above(s, 'coderd_db_sql_query_latencies_ms', '1000'), 1],
  ],
  [
    'database-stalled',
    ['coderd_db_sql_queries_executed_total', 'coderd_db_sql_query_latencies_ms'],
    (s) => [0, rise(s, 'coderd_db_sql_queries_executed_total'), 0],
  ],
  [
    'agent-listeners-dropped',
    ['coderd_rtc_agent_listeners_concurrent'],
    (s) => [35, value(s, 'coderd_rtc_agent_listeners_concurrent', from), 45],
  ],
  [
    'turn-share-high',
    ['coderd_rtc_turn_connections_concurrent', 'coderd_rtc_turn_connections_total'],
    (s) => [0.94, trueRates(s, [last], { from, to: from + hour }).turnShare, 0.96],
  ],
  [
    'turn-churn',
    [
      'coderd_rtc_client_connections_total',
      'coderd_rtc_turn_connections_total',
      'coderd_rtc_workspace_connections_total',
    ],
    (s) => [
      10,
      rise(s, 'coderd_rtc_turn_connections_total') / 12 / value(s, 'coderd_rtc_turn_connections_concurrent'),
      100,
    ],
  ],
  [
    'fd-exhaustion',
    ['process_open_fds'],
    (s) => [0.89, value(s, 'process_open_fds') / value(s, 'process_max_fds'), 0.91],
  ],
  [
    'memory-near-limit',
    ['process_resident_memory_bytes', 'process_virtual_memory_bytes'],
    (s) => [479, value(s, 'process_resident_memory_bytes') / 2 ** 20, 481],
  ],
  [
    'goroutine-leak',
    [
      ...['go_goroutines', 'go_memory_classes_heap_stacks_bytes', 'go_memory_classes_total_bytes'],
      ...['go_memstats_stack_inuse_bytes', 'go_memstats_stack_sys_bytes', 'go_memstats_sys_bytes'],
      ...['go_sched_goroutines_goroutines', 'process_resident_memory_bytes', 'process_virtual_memory_bytes'],
    ],
    (s) => [3500, value(s, 'go_goroutines') - value(s, 'go_goroutines', from), 3700],
  ],
  [
    'scheduler-latency-high',
    ['go_sched_latencies_seconds'],
    (s) => [0.01, above(s, 'go_sched_latencies_seconds', '0.10485759999999998'), 1],
  ],
  [
    'scrape-errors',
    ['promhttp_metric_handler_requests_total'],
    (s) => [59, rise(s, 'promhttp_metric_handler_requests_total', { code: '500' }), 61],
  ],
  ['scrape-slow', [], (s) => [1, Number(podOf(s, last).presenceAt(from) === 'slow'), 1]],
  ['scrape-down', [], (s) => [1, Number(podOf(s, last).presenceAt(from) === 'down'), 1]],
  ['all-scrapes-down', [], (s) => [1, Number(podOf(s, first).presenceAt(from) === 'down'), 1]],
  ['replica-gone', ['gone'], (s) => [1, Number(podOf(s, last).presenceAt(from) === 'gone'), 1]],
  ['targets-absent', ['gone'], (s) => [1, Number(podOf(s, first).presenceAt(from) === 'gone'), 1]],
];

function license(...parts: readonly string[]): readonly string[] {
  return parts.map((part) => `coderd_license_${part}`);
}

function jobs(...parts: readonly string[]): readonly string[] {
  return parts.map((part) => `coderd_backgroundjob_${part}`);
}

describe('a fault changes what it names', () => {
  test.each(changes)('%s: these metrics only', (name, metrics) => {
    expect(changed(name)).toEqual(metrics);
  });

  test.each(changes)('%s: as much as its alert needs, which a healthy pod does not', (name, metrics, measure) => {
    const [least, measured, most] = measure(faulty(name));
    expect(measured).toBeGreaterThanOrEqual(least);
    expect(measured).toBeLessThanOrEqual(most);
    if (metrics.length === 0) return;
    const usual = measure(healthy)[1];
    expect(usual >= least && usual <= most).toBe(false);
  });

  test('gc-pressure raises the share of CPU time, and collections with all that they move', () => {
    const sick = faulty('gc-pressure');
    // The gauge is a mean since the start: times the age it is the seconds that were spent.
    const spent = (time: number): number =>
      value(sick, 'go_memstats_gc_cpu_fraction', time) * (time - value(sick, 'process_start_time_seconds', time));
    expect((spent(from + hour) - spent(from)) / hour).toBeGreaterThan(0.15);
    expect(value(healthy, 'go_memstats_gc_cpu_fraction')).toBeLessThan(0.01);
    expect(changed('gc-pressure').filter((metric) => metric.startsWith('coderd_'))).toEqual([]);
  });

  test('coderd-metrics-missing leaves the metrics of the runtime', () => {
    const names = parseText(exposition(faulty('coderd-metrics-missing'), last, from)).map((family) => family.name);
    expect(names).toHaveLength(66);
    expect(names.filter((name) => name.startsWith('coderd_'))).toEqual([]);
  });

  test('crash-loop starts a process every 4 minutes, and the last one goes on', () => {
    const starts = [0, 239, 240, 500, 3599, 3600, 9000].map((after) => {
      return value(faulty('crash-loop', from + hour), 'process_start_time_seconds', from + after) - from;
    });
    expect(starts).toEqual([0, 0, 240, 480, 3360, 3360, 3360]);
  });

  test('a pod that was gone comes back as a new process', () => {
    const simulation = faulty('replica-gone', from + hour);
    expect(valueAt(simulation, last, 'go_threads', from + hour - 1)).toBeUndefined();
    expect(value(simulation, 'process_start_time_seconds', from + 2 * hour)).toBe(from + hour);
  });

  test('the jobs that waited start as soon as the workers are back', () => {
    const simulation = faulty('jobs-not-starting', from + hour);
    const queue = 'coderd_backgroundjob_current_enqueued_jobs{job_type="build_workspace"}';
    expect(value(simulation, queue, from + hour - 1)).toBeGreaterThan(100);
    expect(value(simulation, queue, from + hour)).toBeLessThanOrEqual(1);
  });
});

describe('options that are wrong', () => {
  const wrong: readonly (readonly [string, object, string])[] = [
    ['a fault that is none', { faults: [{ fault: 'flood', from }] }, 'faults: flood given, one of api-errors, '],
    ['a window that ends before it begins', { faults: [{ fault: 'api-slow', from, to: 1 }] }, 'faults: api-slow: '],
    [
      'a pod that is none',
      { faults: [{ fault: 'api-slow', from, pods: ['x'] }] },
      'pod "x" given, one of coder-0, coder-1 expected',
    ],
    ['too many routes', { routes: 301 }, 'routes: 301 given, a whole number from 1 to 300 expected'],
    ['two pods of one name', { pods: ['a', 'a'] }, 'pods: a, a given, names that differ expected'],
    ['a label that is none', { jobTypeLabel: '1st' }, 'jobTypeLabel: 1st given, the name of a label expected'],
    ['no memory', { memoryLimit: 0 }, 'memoryLimit: 0 given, a number above 0 expected'],
  ];
  test.each(wrong)('%s is refused in one line that names it', (_, options, message) => {
    expect(() => createSimulation({ start, ...options })).toThrow(message);
    expect(() => createSimulation({ start, ...options })).toThrow(/^[^\n]+$/);
  });
});
