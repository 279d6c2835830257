import { PRESETS } from '../../../src/observability/mixin';
import { DASHBOARDS, LEAN, METRICS, METRIC_NAMES, MIXIN } from '../../support/mixin';
import {
  EVERY_DASHBOARD,
  EVERY_PANEL,
  EVERY_TARGET,
  dashboardsOf,
  defaultOf,
  panelsOf,
  selectorsOf,
} from './dashboards-support';

/** Kubernetes refuses a ConfigMap that is larger. A quarter of it leaves room for labels, annotations and growth. */
const MAX_CONFIG_MAP = 2 ** 20;

const HISTOGRAMS = Object.entries(METRICS).flatMap(([name, { type }]) => (type === 'histogram' ? [name] : []));
const PARTS = HISTOGRAMS.flatMap((name) => ['_bucket', '_sum', '_count'].map((part) => [name + part, name] as const));
const METRIC_OF_PART = new Map<string, string>(PARTS);

/** The series that the panels of a preset read, parts of histograms and recorded ones included. */
function seriesOf(preset: (typeof PRESETS)[number]): ReadonlySet<string> {
  const targets = EVERY_TARGET.filter((target) => target.preset === preset);
  return new Set(targets.flatMap(({ target }) => selectorsOf(target.expr).map(({ name }) => name)));
}

/** The metrics of coderd among them, recorded ones apart. */
function metricsOf(preset: (typeof PRESETS)[number]): ReadonlySet<string> {
  return new Set([...seriesOf(preset)].map((name) => METRIC_OF_PART.get(name) ?? name));
}

describe('the dashboards', () => {
  test('query every one of the 91 metrics', () => {
    expect(METRIC_NAMES).toHaveLength(91);
    const queried = metricsOf('full');
    const missing = METRIC_NAMES.filter((name) => !queried.has(name));
    expect(missing).toEqual([]);
  });

  test.each(PRESETS)(
    'query nothing but metrics, what Prometheus notes itself, and recorded series, with %s',
    (preset) => {
      const known = new Set<string>([
        ...Object.keys(METRICS),
        ...MIXIN.recordings.filter(({ not }) => not?.includes(preset) !== true).map(({ record }) => record),
        'ALERTS',
      ]);
      expect([...metricsOf(preset)].filter((name) => !known.has(name))).toEqual([]);
    },
  );

  test('query no metric that lean drops, and all others', () => {
    const [dropped, lean]: readonly [readonly string[], ReadonlySet<string>] = [LEAN.metrics, metricsOf('lean')];
    expect([...lean].filter((name) => dropped.includes(name))).toEqual([]);
    expect(METRIC_NAMES.filter((name) => !dropped.includes(name) && !lean.has(name))).toEqual([]);
  });

  test('query histograms as a whole with native, and by their parts otherwise', () => {
    const part = (name: string): boolean => METRIC_OF_PART.has(name);
    expect([...seriesOf('native')].filter(part)).toEqual([]);
    const whole: readonly string[] = HISTOGRAMS;
    expect([...seriesOf('full'), ...seriesOf('lean')].filter((name) => whole.includes(name))).toEqual([]);
  });

  test.each(EVERY_DASHBOARD.map((one) => [`${one.preset} ${one.json.title}`, one] as const))(
    'have panels of different ids and queries of different refIds: %s',
    (_, dashboard) => {
      const ids = dashboard.json.panels.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(Number.isInteger(id) && id > 0 && id < 2 ** 31).toBe(true);
      for (const { panel } of panelsOf(dashboard)) {
        const refIds = panel.targets.map(({ refId }) => refId);
        expect(refIds).toEqual(refIds.map((_refId, i) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(i)));
      }
    },
  );

  test.each(EVERY_DASHBOARD.map((one) => [`${one.preset} ${one.json.title}`, one] as const))(
    'have panels of different titles within a heading, and no heading without panels: %s',
    (_, { json }) => {
      const rows = json.panels.filter(({ type }) => type === 'row').map((row) => json.panels.indexOf(row));
      const groups = rows.map((at, i) => json.panels.slice(at + 1, rows[i + 1]).map(({ title }) => title));
      expect(rows[0]).toBe(0);
      for (const titles of groups) {
        expect(titles.length).toBeGreaterThan(0);
        expect(new Set(titles).size).toBe(titles.length);
      }
    },
  );

  test.each(EVERY_DASHBOARD.map((one) => [`${one.preset} ${one.json.title}`, one] as const))(
    'have panels on the grid that do not overlap: %s',
    (_, { json }) => {
      const cells = json.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_cell, i) => `${String(x + (i % w))},${String(y + Math.floor(i / w))}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      for (const { gridPos } of json.panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    },
  );

  test('have uids of their own that Grafana accepts', () => {
    const uids = DASHBOARDS.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids) expect(uid).toMatch(/^[a-z-]{1,40}$/);
  });

  test('link to dashboards that exist only', () => {
    const targets = EVERY_PANEL.flatMap(({ panel }) => panel.links ?? []).map(
      ({ url }) => /^\/d\/([\w-]+)\?/.exec(url)?.[1],
    );
    expect(targets.length).toBeGreaterThan(0);
    const uids: readonly (string | undefined)[] = DASHBOARDS.map(({ uid }) => uid);
    expect(targets.filter((uid) => !uids.includes(uid))).toEqual([]);
  });

  test('name labels in legends that the query keeps', () => {
    const wrong = EVERY_TARGET.flatMap(({ where, target }) => {
      const named = [...(target.legendFormat ?? '').matchAll(/{{(\w+)}}/g)].map(([, label = '']) => label);
      const kept = [...target.expr.matchAll(/\bby \(([\w, ]+)\)/g)].map(([, labels = '']) => labels.split(', '));
      const isKept = (label: string): boolean => kept.length > 0 && kept.every((labels) => labels.includes(label));
      return named.filter((label) => !isKept(label)).map((label) => `${where}: ${label}`);
    });
    expect(wrong).toEqual([]);
  });

  test('tell how to read each panel, and what coderd says of each metric', () => {
    const [where, { description }] = EVERY_PANEL.map((one) => [one.where, one.panel] as const).find(([title]) =>
      title.endsWith('Scheduler latency'),
    )!;
    expect(where).toContain('Process and Go runtime');
    expect(description).toContain('the CPU limit is too low');
    expect(description).toContain(METRICS.go_sched_latencies_seconds.help);
  });
});

describe('the numbers that an installation sets', () => {
  const holes = PRESETS.flatMap((preset) =>
    DASHBOARDS.flatMap((dashboard) => MIXIN.dashboardFile(dashboard, preset).holes),
  );

  test('are thresholds of alerts, or objectives, that exist', () => {
    expect(holes.length).toBeGreaterThan(10);
    expect(holes.filter((hole) => typeof defaultOf(hole) !== 'number')).toEqual([]);
  });

  test('leave no marker in the text once they are filled in', () => {
    const text = JSON.stringify(EVERY_DASHBOARD);
    expect(text).not.toMatch(/@[{[]/);
  });

  test('are numbers where Grafana wants numbers', () => {
    const steps = EVERY_PANEL.flatMap(({ panel }) => panel.fieldConfig.defaults.thresholds?.steps ?? []);
    expect(steps.filter(({ value }) => value !== null && typeof value !== 'number')).toEqual([]);
    const rising = EVERY_PANEL.map(({ where, panel }) => ({
      where,
      values: (panel.fieldConfig.defaults.thresholds?.steps ?? []).map(({ value }) => value ?? -Infinity),
    }));
    expect(rising.filter(({ values }) => values.some((value, i) => i > 0 && value <= values[i - 1]!))).toEqual([]);
  });

  test('reach the panel: the threshold of an alert is drawn as a line', () => {
    const panel = dashboardsOf('full')
      .flatMap(panelsOf)
      .find(({ where }) => where.endsWith('Goroutines'))!.panel;
    expect(panel.fieldConfig.defaults.thresholds?.steps).toContainEqual({ value: 5000, color: 'orange' });
    expect(panel.fieldConfig.defaults.custom).toMatchObject({ thresholdsStyle: { mode: 'line' } });
  });

  test('reach the query: the burn rate is of the budget that the objective leaves', () => {
    const file = MIXIN.dashboardFile(
      DASHBOARDS.find(({ uid }) => uid === 'coder-api')!,
      'full',
    );
    expect(file.text).toContain('/ (1 - @[slo.availability])');
    expect(file.holes).toContainEqual({
      marker: '@[slo.availability]',
      place: ['slo', 'availability'],
    });
  });
});

describe('the files of the dashboards', () => {
  test.each(PRESETS)('are plain ASCII, end in one line end, and are small, with %s', (preset) => {
    const files = DASHBOARDS.map((dashboard) => MIXIN.dashboardFile(dashboard, preset));
    for (const { text } of files) {
      expect(text).toMatch(/^[\n\x20-\x7e]*[^\n]\n$/);
      expect(text.length).toBeLessThan(MAX_CONFIG_MAP / 4);
    }
    // Helm's record of a release, which is a Secret of the same limit, keeps all of them: as files, and rendered.
    expect(files.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(MAX_CONFIG_MAP / 4);
  });

  test('are the same each time', () => {
    const texts = (): readonly string[] => DASHBOARDS.map((dashboard) => MIXIN.dashboardFile(dashboard, 'lean').text);
    expect(texts()).toEqual(texts());
  });
});
