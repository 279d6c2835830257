import {
  type HistoryOptions,
  createSimulation,
  exposition,
  increaseOf,
  openMetricsHistory,
  targetLabels,
  trueRates,
  valueAt,
} from '../../../tools/simulator';
import { parseText, samplesOf } from './parse';

const start = 1_700_000_000;
const from = start + 86400;
const simulation = createSimulation({ start, routes: 2 });
const range = { simulation, from, to: from + 600, step: 60 };

interface Point {
  readonly name: string;
  /** Labels that are not those of the target. */
  readonly key: string;
  readonly target: Readonly<Record<string, string>>;
  readonly value: string;
  readonly time: number;
}

const targetNames = Object.keys(targetLabels(''));

function points(options: HistoryOptions): readonly Point[] {
  const lines = [...openMetricsHistory(options)].join('').split('\n');
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
  return lines.slice(0, -2).map(pointOf);
}

function pointOf(line: string): Point {
  const [, name = '', labels = '', value = '', time = ''] = /^(\w+)\{(.*)\} (\S+) (\d+)$/.exec(line) ?? [];
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([text, label = '', content = '']) => ({
    text,
    label,
    content,
  }));
  const own = pairs.filter(({ label }) => !targetNames.includes(label)).map(({ text }) => text);
  const target = pairs.filter(({ label }) => targetNames.includes(label)).map(({ label, content }) => [label, content]);
  const key = own.length === 0 ? name : `${name}{${own.join(',')}}`;
  return { name, key, target: Object.fromEntries(target) as Point['target'], value, time: Number(time) };
}

describe('the history', () => {
  const all = points(range);

  test.each(['coder-0', 'coder-1'])('at any time is what %s would have answered', (pod) => {
    for (const time of [from, from + 300, from + 600]) {
      const told = all.filter(
        (point) => point.time === time && point.target['pod'] === pod && !/^(up|scrape_)/.test(point.name),
      );
      const answered = samplesOf(parseText(exposition(simulation, pod, time)));
      expect(told.map(({ key, value }) => [key, value])).toEqual(
        [...answered.values()].map(({ key, printed }) => [key, printed]),
      );
    }
  });

  test('holds each series in one piece, with rising times', () => {
    const pieces = new Map<string, number[]>();
    let last = '';
    for (const { key, target, time } of all) {
      const series = `${key} ${String(target['pod'])}`;
      if (series !== last) expect(pieces.has(series)).toBe(false);
      pieces.set(series, [...(pieces.get(series) ?? []), time]);
      last = series;
    }
    for (const times of pieces.values()) expect(times).toEqual(Array.from({ length: 11 }, (_, i) => from + 60 * i));
  });

  test('carries the labels of the target, which can be replaced', () => {
    expect(all[0]?.target).toEqual({
      namespace: 'coder',
      job: 'coder/master-monitor',
      pod: 'coder-0',
      container: 'coderd',
      endpoint: 'prom-coderd',
      instance: 'coder-0:2112',
    });
    const [other] = points({ ...range, labels: (pod) => targetLabels(pod, { namespace: 'a "b"' }), only: ['up'] });
    expect(other?.target['namespace']).toBe('a \\"b\\"');
  });

  test('holds what Prometheus adds to a scrape: up, its duration, and its number of samples', () => {
    const added = points({ ...range, only: ['up', 'scrape_duration_seconds', 'scrape_samples_scraped'] });
    const count = exposition(simulation, 'coder-0', from)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')).length;
    expect(added).toHaveLength(3 * 2 * 11);
    for (const { name, value } of added) {
      if (name === 'up') expect(value).toBe('1');
      if (name === 'scrape_samples_scraped') expect(value).toBe(String(count));
      if (name === 'scrape_duration_seconds') expect(Number(value)).toBeLessThan(0.1);
    }
  });

  test('can be had of some metrics only', () => {
    const names = new Set(points({ ...range, only: ['go_info', 'up'] }).map(({ name }) => name));
    expect([...names]).toEqual(['go_info', 'up']);
  });

  test('has no sample of a scrape that failed but its up, and none of a pod that is gone', () => {
    const faults = [
      { fault: 'scrape-down', from, to: from + 120 },
      { fault: 'replica-gone', from: from + 300, to: from + 420 },
      { fault: 'scrape-slow', from: from + 540 },
    ] as const;
    const ill = createSimulation({ start, routes: 2, faults });
    const seen = (name: 'up' | 'go_info' | 'scrape_duration_seconds') =>
      points({ ...range, simulation: ill, only: [name] }).filter(({ target }) => target['pod'] === 'coder-1');
    const times = seen('go_info').map(({ time }) => (time - from) / 60);
    expect(times).toEqual([2, 3, 4, 7, 8, 9, 10]);
    expect(seen('up').map(({ time, value }) => [(time - from) / 60, value])).toEqual([
      [0, '0'],
      [1, '0'],
      ...times.map((time) => [time, '1']),
    ]);
    expect(
      seen('scrape_duration_seconds')
        .filter(({ value }) => Number(value) > 9)
        .map(({ time }) => (time - from) / 60),
    ).toEqual([9, 10]);
  });

  test('comes in texts of at most 5000 lines', () => {
    const texts = [...openMetricsHistory({ ...range, to: from + 12_000, step: 1, only: ['go_threads'] })];
    expect(texts.map((text) => text.split('\n').length - 1)).toEqual([5000, 5000, 2001, 5000, 5000, 2001, 1]);
  });

  test.each([
    [{ ...range, step: 0 }, 'step: 0 given, a number of seconds above 0 expected'],
    [{ ...range, from: start - 1 }, `from: ${start - 1} given, not before the simulation's start ${start} expected`],
    [{ ...range, to: from - 1 }, `to: ${from - 1} given, not before from ${from} expected`],
  ])('of a range that is wrong is refused: $to', (options, message) => {
    expect(() => [...openMetricsHistory(options)]).toThrow(message);
  });
});

describe('what is true', () => {
  const hour = { from, to: from + 3600 };

  test('are the rates of a healthy, middling installation', () => {
    const rates = trueRates(simulation, ['coder-0'], { from, to: from + 86400 });
    expect(rates.requests).toBeCloseTo(25, 0);
    expect(rates.queries).toBeCloseTo(200, -1);
    expect(rates.errorRatio).toBeLessThan(0.0005);
    expect(rates.slowRatio).toBeLessThan(0.005);
    expect(rates.jobsEnqueued).toBeCloseTo(0.2, 2);
    expect(rates.turnShare).toBeCloseTo(0.2, 2);
    expect(Object.values(rates.requestsByCode).reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(rates.requests, 9);
  });

  test('of several pods is the sum', () => {
    const [one, other, both] = [['coder-0'], ['coder-1'], ['coder-0', 'coder-1']].map((pods) =>
      trueRates(simulation, pods, hour),
    );
    expect(both!.requests).toBeCloseTo(one!.requests + other!.requests, 9);
  });

  test('an increase is the difference of the values at both ends', () => {
    const series = 'go_sched_latencies_seconds_count';
    const difference =
      valueAt(simulation, 'coder-0', series, hour.to)! - valueAt(simulation, 'coder-0', series, hour.from)!;
    expect(increaseOf(simulation, 'coder-0', { name: series }, hour)).toBe(difference);
  });

  test('an increase goes on over restarts, as if nothing had happened', () => {
    const crashing = createSimulation({
      start,
      routes: 2,
      faults: [{ fault: 'crash-loop', from: from + 500, to: from + 2000 }],
    });
    const name = 'coderd_db_sql_queries_executed_total';
    const [steady, restarted] = [simulation, crashing].map((one) => increaseOf(one, 'coder-1', { name }, hour));
    // Each process forgets less than one query when it ends.
    expect(steady! - restarted!).toBeGreaterThanOrEqual(0);
    expect(steady! - restarted!).toBeLessThanOrEqual(8);
  });

  test('a series that is none has no value', () => {
    expect(valueAt(simulation, 'coder-0', 'go_info{version="go9"}', from)).toBeUndefined();
    expect(() => valueAt(simulation, 'x', 'go_threads', from)).toThrow(
      'pod "x" given, one of coder-0, coder-1 expected',
    );
  });
});
