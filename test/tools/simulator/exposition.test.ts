import fc from 'fast-check';
import { METRICS, METRIC_NAMES, type MetricName } from '../../../tools/simulator/metrics';
import {
  FAULT_NAMES,
  type FaultName,
  createSimulation,
  exposition,
  valueAt,
  withFaults,
} from '../../../tools/simulator';
import { formatNumber } from '../../../tools/simulator/number';
import { type Family, type Sample, parseText, samplesOf } from './parse';
import { count } from '../../support/share';

const start = 1_700_000_000;
const day = 86400;
const healthy = createSimulation({ start });

const small = createSimulation({ start, routes: 3 });

function scrape(time: number, faults: readonly FaultName[] = []): readonly Family[] {
  const windows = faults.map((fault) => ({ fault, from: start + 3600, to: start + 2 * 3600 }));
  return parseText(exposition(withFaults(small, windows), 'coder-1', time));
}

/** Faults under which a pod serves what it usually does. */
const servedFaults = FAULT_NAMES.filter(
  (name) => !['targets-absent', 'replica-gone', 'coderd-metrics-missing'].includes(name),
);
const anyFaults = fc.subarray(servedFaults, { maxLength: 4 });
const anyTime = fc.integer({ min: start + 10, max: start + 3 * 3600 });

describe('the exposition', () => {
  const families = parseText(exposition(healthy, 'coder-0', start + day));
  const samples = samplesOf(families);
  const value = (key: string): number => samples.get(key)?.value ?? NaN;

  test('holds the 91 metrics with the types and help texts of the catalogue, sorted by name', () => {
    const wanted = [...METRIC_NAMES]
      .sort()
      .map((name) => ({ name, type: METRICS[name].type, help: METRICS[name].help }));
    expect(families.map(({ name, type, help }) => ({ name, type, help }))).toEqual(wanted);
    expect(families).toHaveLength(91);
  });

  test('carries the labels of the catalogue, and the type of job under the label that the options name', () => {
    const simulation = createSimulation({ start, jobTypeLabel: 'kind_of_job' });
    for (const { name, samples: own } of parseText(exposition(simulation, 'coder-0', start + day))) {
      const known = [
        ...METRICS[name as MetricName].labels,
        ...(name.startsWith('coderd_backgroundjob_') ? ['kind_of_job'] : []),
      ];
      const labels = new Set(
        own.flatMap((sample) => Object.keys(sample.labels)).filter((label) => !/^(le|quantile)$/.test(label)),
      );
      expect({ name, labels: [...labels].sort() }).toEqual({ name, labels: known.sort() });
    }
  });

  test('has the published bounds, and those of the first buckets that the catalogue notes', () => {
    for (const { name, samples: own } of families) {
      const { buckets, note = '' } = METRICS[name as MetricName] as (typeof METRICS)['coderd_api_request_latencies_ms'];
      const bounds = [...new Set(own.flatMap(({ labels }) => labels['le'] ?? []))];
      if (buckets.length > 0) expect(bounds).toEqual([...buckets.map(formatNumber), '+Inf']);
      expect({ name, negative: bounds.includes('-5e-324') }).toEqual({ name, negative: note.includes('-5e-324') });
    }
  });

  test('has the values whose spelling or presence surprises', () => {
    expect(samples.get('process_virtual_memory_max_bytes')?.printed).toBe('1.8446744073709552e+19');
    const codes = families.find(({ name }) => name === 'promhttp_metric_handler_requests_total')?.samples;
    expect(codes?.map(({ labels }) => labels['code'])).toEqual(['200', '500', '503']);
    const pauses = families.find(({ name }) => name === 'go_gc_duration_seconds')?.samples ?? [];
    expect(pauses.flatMap(({ labels }) => labels['quantile'] ?? [])).toEqual(['0', '0.25', '0.5', '0.75', '1']);
    expect(value('go_gc_pauses_seconds_total_sum')).toBeNaN();
  });

  test.each([1, 20, 300])('has as many routes as asked: %d, and one more for requests that match none', (routes) => {
    const text = exposition(createSimulation({ start, routes }), 'coder-0', start + day);
    const counts = parseText(text)
      .flatMap(({ samples: own }) => own)
      .filter(({ name }) => name === 'coderd_api_request_latencies_ms_count');
    expect(counts).toHaveLength(routes + 1);
  });

  test('is the same for the same seed and time, and differs with seed, pod and time', () => {
    const text = (seed: number, pod: string, time: number): string =>
      exposition(createSimulation({ start, seed }), pod, start + time);
    expect(text(1, 'coder-0', 5000)).toBe(text(1, 'coder-0', 5000));
    expect(
      new Set([text(1, 'coder-0', 5000), text(2, 'coder-0', 5000), text(1, 'coder-1', 5000), text(1, 'coder-0', 5001)])
        .size,
    ).toBe(4);
  });

  test('does not depend on what was asked before', () => {
    const faults = [{ fault: 'crash-loop', from: start + 1000, to: start + 4000 }] as const;
    const [once, often] = [createSimulation({ start, faults }), createSimulation({ start, faults })];
    for (const time of [9000, 100, 2500, 1000, 5000]) exposition(often, 'coder-1', start + time);
    expect(exposition(often, 'coder-1', start + 2600)).toBe(exposition(once, 'coder-1', start + 2600));
  });
});

describe('related metrics agree at any time and with any faults', () => {
  const at = fc.record({ time: anyTime, faults: anyFaults });
  const check = (claim: (value: (key: string) => number, all: ReadonlyMap<string, Sample>) => void): void => {
    fc.assert(
      fc.property(at, ({ time, faults }) => {
        const samples = samplesOf(scrape(time, faults));
        claim((key) => samples.get(key)?.value ?? NaN, samples);
      }),
      { numRuns: count({ few: 10, many: 100 }) },
    );
  };
  const sum = (samples: ReadonlyMap<string, Sample>, name: string): number =>
    [...samples.values()].filter((one) => one.name === name).reduce((whole, { value }) => whole + value, 0);

  test('buckets rise to the count, and the sum fits the count', () => {
    check((_, samples) => {
      for (const { key, value } of samples.values())
        if (key.includes('le="+Inf"')) expect(buckets(samples, key)).toBe(value);
    });
  });

  test('every memory class counts once in the total, and the heap is what is in use and what is idle', () => {
    check((value, samples) => {
      const classes = [...samples.values()].filter(({ name }) => /^go_memory_classes_(?!total)/.test(name));
      expect(classes).toHaveLength(13);
      expect(classes.every((one) => one.value >= 0)).toBe(true);
      expect(classes.reduce((whole, one) => whole + one.value, 0)).toBe(value('go_memory_classes_total_bytes'));
      expect(value('go_memstats_heap_idle_bytes') + value('go_memstats_heap_inuse_bytes')).toBe(
        value('go_memstats_heap_sys_bytes'),
      );
      expect(value('go_gc_heap_allocs_bytes_total') - value('go_gc_heap_frees_bytes_total')).toBe(
        value('go_memstats_alloc_bytes'),
      );
      expect(value('go_memstats_mallocs_total') - value('go_memstats_frees_total')).toBe(
        value('go_memstats_heap_objects'),
      );
    });
  });

  test('goroutines, garbage collections, jobs, queries and the days of the license are counted alike', () => {
    check((value, samples) => {
      expect(value('go_goroutines')).toBe(value('go_sched_goroutines_goroutines'));
      const cycles = value('go_gc_cycles_automatic_gc_cycles_total') + value('go_gc_cycles_forced_gc_cycles_total');
      expect([value('go_gc_cycles_total_gc_cycles_total'), value('go_gc_duration_seconds_count')]).toEqual([
        cycles,
        cycles,
      ]);
      const [enqueued, started, completed] = ['enqueued', 'started', 'completed'].map((what) =>
        sum(samples, `coderd_backgroundjob_${what}_total`),
      );
      expect(sum(samples, 'coderd_backgroundjob_current_enqueued_jobs')).toBe(enqueued! - started!);
      expect(started! - completed!).toBeGreaterThanOrEqual(0);
      expect(sum(samples, 'coderd_backgroundjob_enqueue_time_seconds_count')).toBe(started);
      expect(value('coderd_db_sql_query_latencies_ms_count')).toBe(value('coderd_db_sql_queries_executed_total'));
    });
  });

  test('requests by code add up to the timed ones and the websockets', () => {
    check((_, samples) => {
      const timed =
        sum(samples, 'coderd_api_request_latencies_ms_count') + sum(samples, 'coderd_api_websocket_durations_ms_count');
      expect(sum(samples, 'coderd_api_requests_processed_total')).toBe(timed);
    });
  });

  test('the license ends when both of its metrics say', () => {
    fc.assert(
      fc.property(at, ({ time, faults }) => {
        const samples = samplesOf(scrape(time, faults));
        const [expires, days] = ['expires_at_unix', 'time_until_expires_days'].map(
          (what) => samples.get(`coderd_license_${what}`)!.value,
        );
        expect(days).toBeCloseTo((expires! - time) / day, 9);
      }),
      { numRuns: count({ few: 10, many: 100 }) },
    );
  });
});

/** Checks the buckets that belong to the last one and returns the count. */
function buckets(samples: ReadonlyMap<string, Sample>, last: string): number {
  const [name = '', labels = ''] = last.split(/_bucket\{/);
  const others = labels.replace(/,?le="\+Inf"\}$/, '');
  const own = [...samples.values()].filter(({ key }) =>
    key.startsWith(`${name}_bucket{${others}${others === '' ? '' : ','}le=`),
  );
  const values = own.map(({ value }) => value);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  const suffix = others === '' ? '' : `{${others}}`;
  const [count, mass] = ['count', 'sum'].map((what) => samples.get(`${name}_${what}${suffix}`)!.value);
  if (count === 0) expect(Number.isNaN(mass) ? 0 : mass).toBe(0);
  else expect(Number.isNaN(mass) || mass! > 0).toBe(true);
  return count!;
}

describe('counters', () => {
  test('never fall while the process lives, whatever faults come and go', () => {
    const lasting = servedFaults.filter((name) => !name.endsWith('crash-loop'));
    fc.assert(
      fc.property(
        anyTime,
        fc.integer({ min: 0, max: 1000 }),
        fc.subarray(lasting, { maxLength: 4 }),
        (time, later, faults) => {
          const [before, after] = [samplesOf(scrape(time, faults)), samplesOf(scrape(time + later, faults))];
          expect([...before.keys()]).toEqual([...after.keys()]);
          expect(fallen(before, after)).toEqual([]);
        },
      ),
      { numRuns: count({ few: 10, many: 100 }) },
    );
  });

  test('begin anew with the process', () => {
    const faults = [{ fault: 'crash-loop', from: start + 3600, to: start + 7200 }] as const;
    const simulation = createSimulation({ start, faults });
    const requests = (time: number): number =>
      valueAt(simulation, 'coder-1', 'coderd_db_sql_queries_executed_total', time) ?? NaN;
    expect(requests(start + 3599)).toBeGreaterThan(100_000);
    expect(requests(start + 3600 + 240)).toBe(0);
    expect(requests(start + 7200)).toBeGreaterThan(requests(start + 7199));
  });
});

describe('buckets', () => {
  test('never rise by more than the next larger one, as one observation after another would have it', () => {
    fc.assert(
      fc.property(anyTime, fc.integer({ min: 0, max: 300 }), anyFaults, (time, later, faults) => {
        const lasting = faults.filter((name) => !name.endsWith('crash-loop'));
        const [before, after] = [samplesOf(scrape(time, lasting)), samplesOf(scrape(time + later, lasting))];
        const rises = [...after.values()]
          .filter(({ labels }) => 'le' in labels)
          .map(({ key, name, labels, value }) => ({
            name,
            infinite: labels['le'] === '+Inf',
            rise: value - before.get(key)!.value,
          }));
        const wrong = rises.slice(1).filter(({ name, rise }, i) => {
          const smaller = rises[i]!;
          return smaller.name === name && !smaller.infinite && smaller.rise > rise;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: count({ few: 10, many: 100 }) },
    );
  });
});

function fallen(before: ReadonlyMap<string, Sample>, after: ReadonlyMap<string, Sample>): readonly string[] {
  const rising = /(_total|_bucket|_sum|_count)(\{|$)/;
  return [...before.values()]
    .filter(({ key }) => rising.test(key) && key !== 'coderd_license_user_count')
    .filter(({ key, value }) => after.get(key)!.value < value)
    .map(({ key }) => key);
}

describe('numbers', () => {
  test.each([
    [0, '0'],
    [1, '1'],
    [999999, '999999'],
    [1e6, '1e+06'],
    [1234567, '1.234567e+06'],
    [21.5, '21.5'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [-5e-324, '-5e-324'],
    [6.4e-8, '6.4e-08'],
    [2 ** 64, '1.8446744073709552e+19'],
    [NaN, 'NaN'],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
  ])('%d is printed as Go does: %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('keep their value', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
        (value) => Number(formatNumber(value)) === value,
      ),
    );
  });
});
