import { syntaxErrors } from '../../support/promql';
import type { Catalogue } from '../../../src/observability/metrics';
import { METRICS } from '../../support/mixin';
import { EVERY_DASHBOARD, EVERY_PANEL, EVERY_TARGET, selectorsOf, withWindow } from './dashboards-support';

const CATALOGUE: Catalogue = METRICS;

/** Titles of the panels for which something is not so. */
function without<T extends { readonly where: string }>(
  all: readonly T[],
  holds: (one: T) => boolean,
): readonly string[] {
  return all.filter((one) => !holds(one)).map(({ where }) => where);
}

/*
 * The rules of https://github.com/grafana/dashboard-linter/tree/main/docs/rules that fit, by their names there. Exceptions:
 * - template-instance-rule, target-instance-rule: the dashboards choose by pod; a pod has one instance, whose address says less.
 * - template-job-rule wants ".+" for "All". Here "All" is every job of coderd, since metrics such as go_goroutines are not only coderd's.
 * - target-logql-*: no logs.
 */
describe('as dashboard-linter demands, every dashboard', () => {
  const variable = (json: (typeof EVERY_DASHBOARD)[number]['json'], name: string) =>
    json.templating.list.find((one) => one.name === name);

  test('lets the data source be chosen (template-datasource-rule)', () => {
    for (const { json } of EVERY_DASHBOARD) {
      expect(variable(json, 'datasource')).toMatchObject({
        type: 'datasource',
        query: 'prometheus',
        label: 'Data source',
      });
    }
  });

  test.each(['namespace', 'job', 'pod'])('lets several of %s be chosen (template-job-rule)', (name) => {
    for (const { json } of EVERY_DASHBOARD) {
      expect(variable(json, name)).toMatchObject({
        type: 'query',
        label: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        multi: true,
        includeAll: true,
        datasource: { type: 'prometheus', uid: '$datasource' },
      });
    }
  });

  test('says "any" for all namespaces and pods, but only jobs of coderd for all jobs', () => {
    for (const { json } of EVERY_DASHBOARD) {
      expect(variable(json, 'namespace')?.allValue).toBe('.+');
      expect(variable(json, 'pod')?.allValue).toBe('.+');
      expect(variable(json, 'job')).not.toHaveProperty('allValue');
    }
  });

  test('looks values up with PromQL that parses, of a metric of coderd (template-label-promql-rule)', () => {
    const queries = EVERY_DASHBOARD.flatMap(({ json }) =>
      json.templating.list.flatMap(({ query }) => (typeof query === 'string' ? [] : [query.query])),
    );
    expect(queries).toHaveLength(EVERY_DASHBOARD.length * 3);
    for (const query of queries) {
      const [, selector = '', metric = ''] = /^label_values\(((coderd_\w+).*), \w+\)$/.exec(query) ?? [];
      expect(METRICS).toHaveProperty(metric);
      expect(syntaxErrors(selector)).toEqual([]);
    }
  });

  test('looks values up anew when the time changes (template-on-time-change-reload-rule)', () => {
    const queried = EVERY_DASHBOARD.flatMap(({ json }) => json.templating.list.filter(({ type }) => type === 'query'));
    expect(queried.filter(({ refresh }) => refresh !== 2)).toEqual([]);
  });

  test('cannot be edited, since the next release would undo it (uneditable-dashboard)', () => {
    expect(new Set(EVERY_DASHBOARD.map(({ json }) => json.editable))).toEqual(new Set([false]));
  });

  test('is linked with the others, keeping time and variables', () => {
    for (const { json } of EVERY_DASHBOARD) {
      expect(json.tags).toEqual(['coder']);
      expect(json.links).toContainEqual(
        expect.objectContaining({ type: 'dashboards', tags: ['coder'], keepTime: true, includeVars: true }),
      );
    }
  });
});

describe('as dashboard-linter demands, every panel', () => {
  test('uses the data source that is chosen (panel-datasource-rule)', () => {
    const isChosen = (source: unknown): boolean =>
      JSON.stringify(source) === '{"type":"prometheus","uid":"$datasource"}';
    expect(without(EVERY_PANEL, ({ panel }) => isChosen(panel.datasource))).toEqual([]);
    // Said once: Grafana asks what has no source of its own of that of the panel.
    expect(without(EVERY_TARGET, ({ target }) => !('datasource' in target))).toEqual([]);
  });

  test('has a title and a description (panel-title-description-rule)', () => {
    expect(without(EVERY_PANEL, ({ panel }) => panel.title.length > 2 && panel.description.length > 20)).toEqual([]);
  });

  test('has a unit (panel-units-rule)', () => {
    const units = [
      'short',
      'none',
      'percentunit',
      'dthms',
      'time:YYYY-MM-DD',
      'ms',
      's',
      'd',
      'bytes',
      'binBps',
      'reqps',
      'ops',
      'opm',
      'dateTimeAsIso',
    ];
    expect(without(EVERY_PANEL, ({ panel }) => units.includes(panel.fieldConfig.defaults.unit))).toEqual([]);
  });

  test('has a query (panel-no-targets-rule)', () => {
    expect(without(EVERY_PANEL, ({ panel }) => panel.targets.length > 0)).toEqual([]);
  });
});

describe('as dashboard-linter demands, every query', () => {
  test('parses (target-promql-rule)', () => {
    expect(EVERY_TARGET.length).toBeGreaterThan(100);
    expect(without(EVERY_TARGET, ({ target }) => syntaxErrors(withWindow(target.expr)).length === 0)).toEqual([]);
    const marks = EVERY_DASHBOARD.flatMap(({ json }) => json.annotations.list.map(({ expr }) => expr));
    expect(marks.flatMap(syntaxErrors)).toEqual([]);
  });

  test('looks back as far as the scrapes need (target-rate-interval-rule)', () => {
    const windows = EVERY_TARGET.flatMap(({ target }) => selectorsOf(target.expr)).flatMap(
      ({ window }) => window ?? [],
    );
    expect(new Set(windows)).toEqual(new Set(['$__rate_interval']));
  });

  test('selects by what is chosen (target-job-rule)', () => {
    const wrong = EVERY_TARGET.flatMap(({ where, target }) =>
      selectorsOf(target.expr)
        .filter(({ matchers }) => !['namespace', 'job'].every((label) => isChosen(matchers, label)))
        .map(({ name }) => `${where}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('selects pods, unless it reads what has none', () => {
    const wrong = EVERY_TARGET.flatMap(({ where, target }) => {
      const selectors = selectorsOf(target.expr);
      const isWithout = selectors.some(({ name }) => name.includes(':') || name === 'ALERTS');
      return selectors.every(({ matchers }) => matchers.includes('pod=~"$pod"') !== isWithout) ? [] : [where];
    });
    expect(wrong).toEqual([]);
  });

  test('reads counters by their rate only (target-counter-agg-rule)', () => {
    const isRead = ({ name, call }: { readonly name: string; readonly call: string | undefined }): boolean => {
      const isCounter = name in METRICS ? CATALOGUE[name]?.type !== 'gauge' && !isSummary(name) : isPart(name);
      return !isCounter || call === 'rate' || call === 'increase';
    };
    expect(without(EVERY_TARGET, ({ target }) => selectorsOf(target.expr).every(isRead))).toEqual([]);
  });

  test('is not asked twice by a panel', () => {
    const distinct = ({ panel }: (typeof EVERY_PANEL)[number]): boolean =>
      new Set(panel.targets.map(({ expr }) => expr)).size === panel.targets.length;
    expect(without(EVERY_PANEL, distinct)).toEqual([]);
  });
});

function isChosen(matchers: readonly string[], label: string): boolean {
  return matchers.includes(`${label}=~"$${label}"`) || matchers.includes(`${label}=~"$${label}|"`);
}

function isSummary(name: string): boolean {
  return CATALOGUE[name]?.type === 'summary';
}

function isPart(name: string): boolean {
  const whole = name.replace(/_(?:bucket|sum|count)$/, '');
  return whole !== name && whole in METRICS;
}
