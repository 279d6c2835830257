import * as fc from 'fast-check';
import { alertsThatAre, count, minus, over, plus, recorded, sum, time, times } from '../../../src/observability/promql';
import {
  type Dashboard,
  dashboardFile,
  dashboardJson,
  row,
} from '../../../src/observability/mixin/dashboards/dashboard';
import { expressionOf } from '../../../src/observability/mixin/dashboards/draw';
import { barGauge, stat } from '../../../src/observability/mixin/dashboards/figure';
import { heatmap, timeSeries } from '../../../src/observability/mixin/dashboards/graph';
import { places } from '../../../src/observability/mixin/dashboards/layout';
import { badBelow, badFrom, line } from '../../../src/observability/mixin/dashboards/panel';
import { printJson } from '../../../src/observability/mixin/dashboards/print-json';
import { stepsOf } from '../../../src/observability/mixin/dashboards/steps';
import { observedUnitOf, unitOf } from '../../../src/observability/mixin/dashboards/unit';
import { queryMarkers } from '../../../src/observability/mixin/dashboards/value';
import { alert, valueOf } from '../../../src/observability/mixin';
import { number } from '../../../src/engine/values';
import { ALERTS, MIXIN, PROMQL } from '../../support/mixin';

const { buckets, changes, gauge, increase, observed, observations, partAtMost, quantile, rate } = PROMQL;

const MARKERS = queryMarkers(ALERTS, MIXIN.profile.objectives);
const FULL = { subject: MIXIN.profile, preset: 'full', markers: MARKERS } as const;
const LEAN = { ...FULL, preset: 'lean' } as const;

const ALERT = {
  name: 'CoderdSlow',
  group: 'api',
  rules: () => [{ severity: 'info', for: '1m', query: gauge('up') }] as const,
  summary: () => 'Slow.',
  description: () => 'Slow.',
  runbook: { meaning: '', impact: '', diagnosis: [], mitigation: [] },
  scenarios: [],
};

const TEXT = { title: 'T', how: 'How to read it.' };

describe('the unit of a query', () => {
  const cpu = rate('process_cpu_seconds_total');
  const latency = 'coderd_api_request_latencies_ms';

  test.each([
    ['requests per second', rate('coderd_api_requests_processed_total'), 'reqps'],
    ['other things per second', rate('coderd_db_sql_queries_executed_total'), 'ops'],
    ['bytes per second', rate('go_gc_heap_allocs_bytes_total'), 'binBps'],
    ['seconds of CPU per second: cores', cpu, 'percentunit'],
    ['what was counted in a window', increase('coderd_rtc_turn_connections_total'), 'short'],
    ['a gauge of bytes', gauge('process_resident_memory_bytes'), 'bytes'],
    ['a gauge of days', gauge('coderd_license_time_until_expires_days'), 'd'],
    ['a gauge of a ratio', gauge('go_memstats_gc_cpu_fraction'), 'percentunit'],
    ['a quantile in milliseconds', quantile(0.5, latency), 'ms'],
    ['a quantile in seconds whose name says s', quantile(0.5, 'coderd_background_workspace_build_duration_s'), 's'],
    ['a part of the observations', partAtMost(500, latency), 'percentunit'],
    ['observed requests per second', observations(latency), 'reqps'],
    ['the mean of a histogram', over(observed(latency), observations(latency)), 'ms'],
    ['a quotient of like things', over(gauge('process_open_fds'), gauge('process_max_fds')), 'percentunit'],
    ['a share of a whole', over(sum(cpu), 2), 'percentunit'],
    ['a point in time, in milliseconds', times(gauge('process_start_time_seconds'), 1000), 'dateTimeAsIso'],
    ['the time since a point in time', minus(time(), gauge('process_start_time_seconds')), 's'],
    ['a number of series', count(gauge('process_resident_memory_bytes')), 'short'],
    ['a number of changes', changes('process_start_time_seconds'), 'short'],
    ['alerts', alertsThatAre('firing'), 'short'],
    ['a sum', plus(gauge('go_memstats_sys_bytes'), gauge('go_memstats_gc_sys_bytes')), 'bytes'],
    ['a complement', minus(1, partAtMost(500, latency)), 'percentunit'],
    ['what is recorded', recorded({ record: 'a:b:c', query: sum(gauge('go_memstats_sys_bytes')) }), 'bytes'],
  ] as const)('is right for %s', (_, query, unit) => {
    expect(unitOf(query)).toBe(unit);
  });

  test('is not guessed where nothing says it', () => {
    expect(unitOf(gauge('process_start_time_seconds'))).toBeUndefined();
    expect(unitOf(over(gauge('process_resident_memory_bytes'), gauge('process_open_fds')))).toBe('bytes');
    expect(unitOf(over(sum(rate('process_cpu_seconds_total')), sum(gauge('go_threads'))))).toBeUndefined();
    const panel = stat({ ...TEXT, values: [line(gauge('process_start_time_seconds'), 'start')] });
    const dashboard: Dashboard = { uid: 'coder-x', title: 'X', description: 'X', rows: [row('R', [panel])] };
    expect(() => dashboardJson(dashboard, FULL)).toThrow('the panel "T" needs a unit');
  });

  test('of a heatmap is two: of what is observed, and of how often', () => {
    expect(observedUnitOf(buckets('go_gc_heap_allocs_by_size_bytes_total'))).toBe('bytes');
    const panel = heatmap({ ...TEXT, of: buckets('coderd_api_request_latencies_ms') });
    expect(panel.look(panel.targets, 'reqps').options).toMatchObject({
      yAxis: { unit: 'ms' },
      cellValues: { unit: 'reqps' },
    });
  });
});

describe('the colours of values', () => {
  const values = (steps: ReturnType<typeof badFrom>): unknown =>
    stepsOf(steps).steps.map(({ value, color }) => [value, color]);

  test('get worse above a bound', () => {
    expect(values(badFrom({ warning: 1, critical: 2 }))).toEqual([
      [null, 'green'],
      [1, 'orange'],
      [2, 'red'],
    ]);
    expect(values(badFrom({ critical: 2 }))).toEqual([
      [null, 'green'],
      [2, 'red'],
    ]);
  });

  test('get worse below a bound', () => {
    expect(values(badBelow({ warning: 30, critical: 7 }))).toEqual([
      [null, 'red'],
      [7, 'orange'],
      [30, 'green'],
    ]);
    expect(values(badBelow({ warning: 30 }))).toEqual([
      [null, 'orange'],
      [30, 'green'],
    ]);
    expect(values(badBelow({ critical: 7 }))).toEqual([
      [null, 'red'],
      [7, 'green'],
    ]);
  });

  test('follow the settings of an alert', () => {
    const slow = alert({ ...ALERT, thresholds: { seconds: number({ description: 'Seconds.', default: 1 }) } });
    expect(values(badFrom({ warning: valueOf({ alert: slow, name: 'seconds' }) }))).toEqual([
      [null, 'green'],
      ['@{alerts.CoderdSlow.seconds}', 'orange'],
    ]);
    // @ts-expect-error -- the alert has no such threshold
    expect(() => valueOf({ alert: slow, name: 'minutes' })).not.toThrow();
    // @ts-expect-error -- the profile has no such objective
    expect(() => valueOf({ objectives: { availability: slow.thresholds.seconds }, name: 'latency' })).not.toThrow();
  });

  test('of bars are green where nothing is bad, not red above 80 as Grafana has it', () => {
    const panel = barGauge({ ...TEXT, values: [line(sum(gauge('go_threads')), 'threads')] });
    expect(panel.thresholds).toEqual({ base: 'green', steps: [] });
  });
});

describe('the places of panels', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 12 }) });

  test('never overlap, stay on the grid and keep the order', () => {
    fc.assert(
      fc.property(fc.array(size, { maxLength: 20 }), fc.nat(50), (sizes, top) => {
        const found = places(sizes, top);
        expect(found).toHaveLength(sizes.length);
        found.forEach((place, i) => {
          expect(place.x + place.w).toBeLessThanOrEqual(24);
          expect(place.y).toBeGreaterThanOrEqual(top);
          expect(place.w).toBeGreaterThanOrEqual(sizes[i]!.width);
          const next = found[i + 1];
          if (next === undefined) return;
          const isBeside = next.y === place.y && next.x >= place.x + place.w;
          expect(isBeside || (next.y >= place.y + place.h && next.x === 0)).toBe(true);
        });
      }),
    );
  });

  test('leave no gap at the end of a line that is half full', () => {
    expect(
      places(
        [
          { width: 8, height: 8 },
          { width: 8, height: 6 },
        ],
        1,
      ),
    ).toEqual([
      { x: 0, y: 1, w: 12, h: 8 },
      { x: 12, y: 1, w: 12, h: 8 },
    ]);
    const widthOf = (width: number): number | undefined => places([{ width, height: 4 }], 0)[0]?.w;
    expect([1, 6, 11, 12, 13, 24].map(widthOf)).toEqual([1, 6, 11, 24, 24, 24]);
  });
});

describe('the JSON', () => {
  test('is what was given', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (value) => {
        expect(JSON.parse(printJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is ASCII', () => {
    const text = printJson({ a: 'p\u00e4th \u2192 \ud83d\ude00' });
    expect(text).toMatch(/^[\n\x20-\x7e]+$/);
    expect(JSON.parse(text)).toEqual({ a: 'p\u00e4th \u2192 \ud83d\ude00' });
  });

  test('leaves out what is undefined, and fills lines of 120 columns', () => {
    expect(printJson({ a: 1, b: undefined, c: [1, 2] })).toBe('{ "a": 1, "c": [1, 2] }\n');
    const long = printJson({ words: Array.from({ length: 40 }, (_, i) => `word ${String(i)}`), last: true });
    const lengths = long.split('\n').map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(120);
    expect(lengths.length).toBeLessThan(12);
  });
});

describe('the alerts', () => {
  test('are shown without the labels that an alert about something absent lacks', () => {
    const query = count(alertsThatAre('firing', { alertname: { matches: 'Coderd.+' } }), ['severity']);
    expect(expressionOf(query, FULL)).toBe(
      'count by (severity) (ALERTS{namespace=~"$namespace|", job=~"$job|", alertstate="firing", alertname=~"Coderd.+"})',
    );
  });
});

describe('a preset that drops metrics', () => {
  const dropped = line(sum(gauge('go_memory_classes_total_bytes')), 'dropped');
  const kept = line(sum(gauge('go_memstats_sys_bytes')), 'kept');
  const dashboard: Dashboard = {
    uid: 'coder-x',
    title: 'X',
    description: 'X',
    rows: [
      row('Gone', [timeSeries({ ...TEXT, lines: [dropped] })]),
      row('Left', [timeSeries({ ...TEXT, lines: [dropped, kept] }), timeSeries({ ...TEXT, lines: [dropped] })]),
    ],
  };

  test('takes away queries, panels without queries, and headings without panels', () => {
    const { panels } = dashboardJson(dashboard, LEAN);
    expect(panels.map(({ type }) => type)).toEqual(['row', 'timeseries']);
    expect(panels[1]).toMatchObject({ targets: [{ refId: 'A', legendFormat: 'kept' }], gridPos: { x: 0, y: 1 } });
    expect(dashboardJson(dashboard, FULL).panels).toHaveLength(5);
  });

  test('takes away the help of what it drops', () => {
    expect(dashboardFile(dashboard, LEAN).text).not.toContain('go_memory_classes_total_bytes');
    expect(dashboardFile(dashboard, FULL).text).toContain('go_memory_classes_total_bytes');
  });
});
