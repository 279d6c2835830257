import { literal, interpolate } from '../../../src/engine/expr';
import { PRESETS, defaultRules } from '../../../src/observability/mixin';
import { type Alert, SEVERITIES, alert } from '../../../src/observability/mixin/alert';
import { concreteHandles, section } from '../../../src/engine/values';
import { POD } from '../../../src/observability/mixin/labels';
import { above, keepsLabel, max, printQuery } from '../../../src/observability/promql';
import { ALERTS, MIXIN, PROMQL, SERIES } from '../../support/mixin';
import { EVERY_RULE, type LocatedRule, groupingsOf } from './rules-support';

const { gauge } = PROMQL;
const { histogramSeries, series } = SERIES;
const GROUPS = MIXIN.profile.groups.map(({ name }) => name);

/** Names of the alerts for which something is not so. */
function without(holds: (alert: Alert) => boolean): readonly string[] {
  return ALERTS.filter((one) => !holds(one)).map(({ name }) => name);
}

describe('every alert', () => {
  test('has a name of its own, in upper camel case after the prefix', () => {
    expect(new Set(ALERTS.map(({ name }) => name)).size).toBe(ALERTS.length);
    expect(without(({ name }) => /^Coderd([A-Z][a-z]+)+$/.test(name))).toEqual([]);
  });

  test('has a setting of its own', () => {
    expect(Object.keys(MIXIN.alertSections)).toHaveLength(ALERTS.length);
    expect(without((one) => /^[a-z][A-Za-z]+$/.test(MIXIN.settingOf(one)))).toEqual([]);
  });

  test('has thresholds whose names are not those of other settings', () => {
    const others = ['enabled', 'severity', 'for', 'labels', 'installation', 'slo'];
    expect(without(({ thresholds }) => others.every((name) => !(name in thresholds)))).toEqual([]);
  });

  test('has a scenario in which it fires, and one in which it is silent', () => {
    expect(without(({ scenarios }) => scenarios.some(({ fires }) => fires.length > 0))).toEqual([]);
    expect(without(({ scenarios }) => scenarios.some(({ fires }) => fires.length === 0))).toEqual([]);
  });

  test('has scenarios with different titles', () => {
    expect(without(({ scenarios }) => new Set(scenarios.map(({ title }) => title)).size === scenarios.length)).toEqual(
      [],
    );
  });

  test('has at least one rule, of a known group and severity', () => {
    expect(without((one) => defaultRules(one).length > 0)).toEqual([]);
    expect(without(({ group }) => GROUPS.includes(group))).toEqual([]);
    expect(without((one) => defaultRules(one).every(({ severity }) => SEVERITIES.includes(severity)))).toEqual([]);
  });

  test('tells its rules apart by labels', () => {
    const labelsOf = (one: Alert): readonly string[] => defaultRules(one).map(({ labels }) => JSON.stringify(labels));
    expect(without((one) => new Set(labelsOf(one)).size === defaultRules(one).length)).toEqual([]);
  });

  test('fires for each of its rules in some scenario', () => {
    const fired = ({ scenarios }: Alert, labels: Readonly<Record<string, string>> = {}): boolean =>
      scenarios.some(({ fires }) => fires.some((one) => one['long'] === labels['long']));
    expect(without((one) => defaultRules(one).every(({ labels }) => fired(one, labels)))).toEqual([]);
  });

  test('has a runbook of which each part says something, in sentences', () => {
    const partsOf = ({ runbook }: Alert): readonly string[] => [
      runbook.meaning,
      runbook.impact,
      ...runbook.mitigation,
      ...runbook.diagnosis.filter((step) => typeof step === 'string'),
    ];
    expect(ALERTS.flatMap(partsOf).filter((part) => !/^([A-Z]|coderd).{10,}[.?`]$/.test(part))).toEqual([]);
    expect(without((one) => one.runbook.meaning.length > 15 && one.runbook.impact.length > 15)).toEqual([]);
    expect(without(({ runbook }) => runbook.mitigation.length > 0 && runbook.diagnosis.length > 1)).toEqual([]);
  });

  test('has a query in its diagnosis, unless there is nothing to ask', () => {
    const isBlind = ['CoderdTargetsAbsent', 'CoderdDown'];
    const asks = ({ runbook, name }: Alert): boolean =>
      isBlind.includes(name) || runbook.diagnosis.some((step) => typeof step !== 'string');
    expect(without(asks)).toEqual([]);
  });

  test('asks only for metrics in its diagnosis that every preset keeps', () => {
    const asked = ({ runbook }: Alert) =>
      runbook.diagnosis.flatMap((step) => (typeof step === 'string' ? [] : step.query));
    expect(
      without((one) => asked(one).every((query) => PRESETS.every((preset) => MIXIN.isKept(query, preset)))),
    ).toEqual([]);
  });

  test('reads each of its thresholds in an expression', () => {
    const unread = ALERTS.flatMap((one) =>
      Object.keys(one.thresholds).filter((name) => !expressions(one, name).includes('1234.5')),
    );
    expect(unread).toEqual([]);
  });
});

/** The expressions of an alert, one of whose thresholds is 1234.5 and the others 0. */
function expressions(one: Alert, threshold: string): string {
  const others = Object.fromEntries(Object.keys(one.thresholds).map((name) => [name, literal(0)]));
  const own = { ...others, [threshold]: literal(1234.5) };
  const slo = concreteHandles(section('Objectives.', MIXIN.profile.objectives), {});
  const options = { selector: '', window: '5m', histograms: 'classic' } as const;
  const printed = one
    .rules({ own, slo, installation: MIXIN.profile.example })
    .map(({ query }) => interpolate`${printQuery(query, options)}`);
  return printed.map(({ node }) => JSON.stringify(node)).join('\n');
}

describe('as Prometheus reads it, every alert', () => {
  const alerts = EVERY_RULE.filter(({ alert: name }) => name !== undefined);

  test('groups by what tells installations or pods apart, and by nothing whose labels are not documented', () => {
    const allowed = ['namespace, job', 'namespace, job, pod'];
    const others = alerts.filter(({ expr }) => groupingsOf(expr).some((labels) => !allowed.includes(labels)));
    expect(others.map(({ where }) => where)).toEqual([]);
  });

  test('says where in its summary: its namespace, and its pod if it is about one', () => {
    const isOfPod = new Map(
      ALERTS.map((one) => [one.name, defaultRules(one).every(({ query }) => keepsLabel(query, 'pod'))]),
    );
    const placeOf = ({ alert: name = '', labels = {} }: LocatedRule): string => {
      const namespace = labels['namespace'] ?? '{{ $labels.namespace }}';
      return isOfPod.get(name) === true ? `${namespace}/{{ $labels.pod }}` : namespace;
    };
    const isPlaced = (one: LocatedRule): boolean => one.annotations?.['summary']?.includes(placeOf(one)) === true;
    expect(alerts.filter((one) => !isPlaced(one)).map(({ where }) => where)).toEqual([]);
    expect([...isOfPod.values()].filter((is) => is).length).toBeGreaterThan(8);
  });

  test('never compares with "bool", which would always yield a series', () => {
    expect(alerts.filter(({ expr }) => /\bbool\b/.test(expr)).map(({ where }) => where)).toEqual([]);
  });

  test('has a summary of one line and a description, and no link, as nobody says where the runbooks are', () => {
    for (const { annotations = {} } of alerts) {
      expect(annotations['summary']).toMatch(/^[^\n]{10,120}\.$/);
      expect(annotations['description']).toMatch(/^[^\n]{40,}\.$/);
      expect(Object.keys(annotations)).toEqual(['summary', 'description']);
    }
  });

  test('has texts whose templates only name labels, and write numbers', () => {
    const known = /^\{\{ (\$labels\.\w+|(humanize(Percentage|Duration|1024)?|printf "%\.0f") (\$value|[\d.]+)) \}\}$/;
    const templates = alerts.flatMap(({ annotations = {} }) =>
      Object.values(annotations).flatMap((annotation) => annotation.match(/\{\{.*?\}\}/g) ?? []),
    );
    expect(templates.filter((template) => !known.test(template))).toEqual([]);
    expect(templates.length).toBeGreaterThan(alerts.length);
  });
});

describe('the kit does not compile', () => {
  const standing = {
    name: 'CoderdTest',
    group: 'runtime',
    thresholds: {},
    summary: () => '',
    runbook: { meaning: '', impact: '', diagnosis: [], mitigation: [] },
    scenarios: [],
  } as const;
  const rules = () => [{ severity: 'info', for: '1m', query: above(max(gauge('go_goroutines'), POD), 1) } as const];

  test('a text that names a label which the query dropped', () => {
    // @ts-expect-error -- the maximum keeps namespace, job and pod
    const wrong = alert({ ...standing, rules, description: ({ label }) => label('container') });
    expect(wrong.name).toBe('CoderdTest');
  });

  test('a threshold that is not declared', () => {
    // @ts-expect-error -- there are no thresholds
    const wrong = alert({ ...standing, rules, description: (_, { seconds }) => typeof seconds });
    expect(wrong.name).toBe('CoderdTest');
  });

  test('a severity of an own kind, or a duration without a unit', () => {
    const description = (): string => '';
    const query = above(max(gauge('go_goroutines'), POD), 1);
    // @ts-expect-error -- not one of the severities
    const severity = alert({ ...standing, description, rules: () => [{ severity: 'page', for: '1m', query }] });
    // @ts-expect-error -- no unit
    const duration = alert({ ...standing, description, rules: () => [{ severity: 'info', for: '1', query }] });
    expect([severity.name, duration.name]).toEqual(['CoderdTest', 'CoderdTest']);
  });

  test('an input series with another label, of no metric, or of a histogram', () => {
    // @ts-expect-error -- the metric has no such label
    const label = series('go_goroutines', '1x5', { code: '200' });
    // @ts-expect-error -- no such metric
    const metric = (): unknown => series('go_gorutines', '1x5');
    // @ts-expect-error -- a histogram has buckets
    const histogram = series('go_sched_latencies_seconds', '1x5');
    // @ts-expect-error -- a gauge has none
    const gaugeSeries = histogramSeries('go_goroutines', { buckets: {}, all: '1x5' });
    expect([label, histogram, gaugeSeries]).toHaveLength(3);
    expect(metric).toThrow('the catalogue has no metric go_gorutines');
  });
});
