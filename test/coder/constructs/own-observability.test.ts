import { Chart, Testing } from 'cdk8s';
import { Coder, CoderObservability, type CoderProps } from '../../../src/coder/constructs';
import { coderValues } from '../../../src/coder/values';
import { CODERD_1_36, watchedBy } from '../../../src/coder/versions';
import { HELM_PLACEMENT, type Json } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import { number } from '../../../src/engine/values';
import { type Mixin, alert, line, timeSeries } from '../../../src/observability/mixin';
import { above, max } from '../../../src/observability/promql';
import { helm, writeChart } from '../../support/helm';
import { type Objects, byKey, parseObjects } from '../../support/manifests';
import { PROMQL, SERIES } from '../../support/mixin';

const manyUsers = alert({
  name: 'CoderdManyUsers',
  group: 'license',
  thresholds: { users: number({ description: 'Users that are many.', default: 500, min: 0 }) },
  rules: ({ users }) => [
    { severity: 'info', for: '5m', query: above(max(PROMQL.gauge('coderd_license_user_count'), ['job']), users) },
  ],
  summary: () => 'Many people use Coder.',
  description: ({ value }) => value('whole'),
  runbook: { meaning: 'Coder is popular.', impact: 'None.', diagnosis: [], mitigation: [] },
  scenarios: [
    {
      title: 'when there are 501',
      series: [SERIES.series('coderd_license_user_count', '501x20')],
      minute: 10,
      fires: [{ severity: 'info' }],
    },
  ],
});

const queue = timeSeries({
  title: 'Users of mine',
  how: 'One line a pod.',
  lines: [line(PROMQL.gauge('coderd_license_user_count'), (label) => label('pod'))],
});

const MINE = CODERD_1_36.mixin
  .with({ alerts: [manyUsers], panels: [{ dashboard: 'coder-overview', row: 'Mine', panels: [queue] }] })
  .without('CoderdGcPressure');

function objectsIn(build: (chart: Chart) => void): Objects {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'coder' });
  build(chart);
  return byKey(Testing.synth(chart) as Json[]);
}

function coder(props: CoderProps): Objects {
  return objectsIn((chart) => {
    new Coder(chart, 'coder', props);
  });
}

const VALUES = { metrics: { alerts: { manyUsers: { users: 7, severity: 'warning' } } } } as const;

const OWN = objectsIn((chart) => {
  new Coder(chart, 'coder', { observability: MINE, ...VALUES });
});

const RULES = 'PrometheusRule/coderd-rules';

describe('alerts and panels of a user, given to Coder,', () => {
  test('are among the others, with their settings; what was taken away is gone', () => {
    const text = JSON.stringify(OWN[RULES]);
    expect(text).toMatch(/"CoderdManyUsers","expr":"max by \(job\) \(.*?\) > 7".*?"severity":"warning"/);
    expect(text).not.toContain('CoderdGcPressure');
    expect(JSON.stringify(OWN['ConfigMap/coderd-dashboard-overview'])).toContain('Users of mine');
  });

  test('are the same in a chart, whose values have their settings', async () => {
    const version = { ...CODERD_1_36, mixin: MINE };
    const files = renderHelmChart({
      metadata: { name: 'coder', version: '0.1.0', description: 'Coder' },
      values: coderValues(version),
      build: (chart, values) => {
        new Coder(chart, 'coder', { ...values, ...HELM_PLACEMENT, version });
      },
      isProven: true,
    });
    expect(files.get('values.yaml')).toMatch(/manyUsers:\n(?: +.*\n)*? +users: 500/);
    const set = ['--set', 'metrics.alerts.manyUsers.users=7,metrics.alerts.manyUsers.severity=warning'];
    const { stdout } = await helm('helm3', ['template', 'coder', writeChart(files), '--namespace', 'coder', ...set]);
    expect(parseObjects(stdout)).toEqual(OWN);
  });

  test('have settings that are checked where they are written, and when they are read', () => {
    const chart = Testing.chart();
    const wrong = (alerts: object): unknown =>
      new Coder(chart, 'coder', { observability: MINE, ...({ metrics: { alerts } } as object) });
    expect(() => wrong({ manyUsers: { users: -1 } })).toThrow(
      'values.metrics.alerts.manyUsers.users: expected a number >= 0, got -1',
    );
    expect(() => wrong({ gcPressure: {} })).toThrow('values.metrics.alerts.gcPressure: expected one of the keys');
    const typed = (): void => {
      // @ts-expect-error -- a threshold is a number
      new Coder(chart, 'a', { observability: MINE, metrics: { alerts: { manyUsers: { users: 'many' } } } });
      // @ts-expect-error -- nobody added such an alert
      new Coder(chart, 'b', { observability: MINE, metrics: { alerts: { fewUsers: {} } } });
      // @ts-expect-error -- nor such a one, where nothing was added
      new Coder(chart, 'c', { metrics: { alerts: { manyUsers: {} } } });
      // @ts-expect-error -- the names of alerts begin otherwise
      const other: Mixin<'Other'> = MINE;
      void other;
    };
    expect(typed).toEqual(expect.any(Function));
  });

  test('leave the values of a version alone, and are declared once for many releases', () => {
    expect(coder({})[RULES]).toEqual(coder({ observability: CODERD_1_36.mixin })[RULES]);
    expect(JSON.stringify(coder({})[RULES])).not.toContain('CoderdManyUsers');
  });
});

const MONITORING = /^(PodMonitor|ServiceMonitor|PrometheusRule|ConfigMap)\//;

describe('the observability part alone', () => {
  test('is what Coder makes without coderd, whatever the values', () => {
    const monitor = { target: { matchLabels: { app: 'coder' }, port: 'metrics' }, labels: { release: 'kps' } };
    for (const metrics of [
      {},
      { monitor, rules: { job: 'coder' } },
      { monitor: { kind: 'None' }, rules: { job: 'coder' } },
      { monitor: { kind: 'ServiceMonitor' }, rules: { job: 'coder' }, dashboards: { kind: 'GrafanaDashboard' } },
      { preset: 'lean', slo: { availability: 0.9 }, alerts: { down: { enabled: false } } },
    ] as const) {
      const shared = { commonLabels: { team: 'a' }, releaseName: 'x' };
      const alone = objectsIn((chart) => {
        new CoderObservability(chart, 'coder', { ...shared, ...metrics });
      });
      expect(alone).toEqual(coder({ ...shared, coderd: { enabled: false }, metrics }));
      expect(Object.keys(alone).filter((key) => !MONITORING.test(key) && !key.startsWith('Grafana'))).toEqual([]);
    }
  });

  test('selects what its props say, and its rules ask for the job that they say', () => {
    const chart = Testing.chart();
    const { podMonitor, rules, job } = new CoderObservability(chart, 'coder', {
      observability: MINE,
      monitor: { target: { matchLabels: { app: 'coder' }, port: 'prometheus-http' } },
      rules: { job: 'coder' },
      alerts: { manyUsers: { users: 3 } },
    });
    expect(podMonitor?.toJson()).toMatchObject({
      spec: { selector: { matchLabels: { app: 'coder' } }, podMetricsEndpoints: [{ port: 'prometheus-http' }] },
    });
    expect(job).toBe('coder');
    expect(JSON.stringify(rules?.toJson())).toContain('{job=\\"coder\\", namespace=\\"coder\\"}) > 3');
  });

  test('is refused beside another one, or a Coder, of the same names', () => {
    const twin = /^test\/second: expected names of its own, got those of test\/first; give it another releaseName, /;
    for (const First of [CoderObservability, Coder]) {
      const chart = new Chart(Testing.app(), 'test');
      new First(chart, 'first');
      expect(() => new CoderObservability(chart, 'second')).toThrow(twin);
      expect(() => new CoderObservability(chart, 'second', { releaseName: 'other' })).not.toThrow();
    }
  });
});

describe('a version that is watched by other rules', () => {
  test('is one object for the same two, so that its values are declared once', () => {
    const watched = watchedBy(CODERD_1_36, MINE);
    expect([watched.version, watched.mixin === MINE]).toEqual([CODERD_1_36.version, true]);
    expect(watchedBy(CODERD_1_36, MINE)).toBe(watched);
    expect(coderValues(watchedBy(CODERD_1_36, MINE))).toBe(coderValues(watched));
    expect(watchedBy(CODERD_1_36, CODERD_1_36.mixin)).toBe(CODERD_1_36);
    expect(watchedBy({ ...CODERD_1_36 }, MINE)).not.toBe(watched);
    expect(watchedBy(CODERD_1_36, CODERD_1_36.mixin.with({}))).not.toBe(watched);
  });
});

describe('rules', () => {
  test.each([true, false])('are there without a monitor of ours, where coderd.enabled is %s', (enabled) => {
    const metrics = { monitor: { kind: 'None' }, rules: { job: 'mine' } } as const;
    const objects = coder({ coderd: { enabled }, metrics });
    expect(Object.keys(objects).filter((key) => key.includes('Monitor/'))).toEqual([]);
    expect(JSON.stringify(objects[RULES])).toContain('job=\\"mine\\"');
  });
});
