import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { CODERD_1_36 } from '../../../src/coder/versions';
import { when } from '../../../src/engine/border';
import { HELM_PLACEMENT, not } from '../../../src/engine/expr';
import { symbolicObjects } from '../../../src/engine/helm';
import { type Handles, bool, section } from '../../../src/engine/values';

interface Found {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

function coderWith(props: CoderProps): { readonly coder: Coder; readonly objects: () => readonly Found[] } {
  const chart = new Chart(Testing.app(), 'test');
  const coder = new Coder(chart, 'coder', props);
  return { coder, objects: () => Testing.synth(chart) as readonly Found[] };
}

const PARTS = ['deployment', 'service', 'podMonitor', 'serviceMonitor', 'rules'] as const;

function kindsOf(props: CoderProps): readonly (string | undefined)[] {
  const { coder } = coderWith(props);
  return PARTS.map((part) => coder[part]?.kind);
}

describe('the parts of Coder', () => {
  test.each<[CoderProps, readonly (string | undefined)[]]>([
    [{}, ['Deployment', 'Service', 'PodMonitor', undefined, 'PrometheusRule']],
    [{ coderd: { enabled: false } }, [undefined, undefined, 'PodMonitor', undefined, 'PrometheusRule']],
    [{ service: { enabled: false } }, ['Deployment', undefined, 'PodMonitor', undefined, 'PrometheusRule']],
    [
      { metrics: { monitor: { kind: 'ServiceMonitor' } } },
      ['Deployment', 'Service', undefined, 'ServiceMonitor', 'PrometheusRule'],
    ],
    [{ metrics: { rules: { enabled: false } } }, ['Deployment', 'Service', 'PodMonitor', undefined, undefined]],
  ])('with %j are there, or undefined', (props, kinds) => {
    expect(kindsOf(props)).toEqual(kinds);
  });

  test.each<[CoderProps, string]>([
    [{}, 'coder/master-monitor'],
    [{ releaseName: 'a', namespace: 'b' }, 'b/a-master-monitor'],
    [{ metrics: { monitor: { kind: 'ServiceMonitor' } } }, 'coderd-metrics'],
    [{ metrics: { rules: { job: 'mine' } } }, 'mine'],
  ])('with %j have metrics of the job %s, for which the rules ask', (props, job) => {
    const { coder, objects } = coderWith(props);
    expect(coder.job).toBe(job);
    const rules = objects().find(({ kind }) => kind === 'PrometheusRule');
    expect(JSON.stringify(rules?.spec)).toContain(`job=\\"${job}\\"`);
  });

  test('take JSON patches, labels and dependencies', () => {
    const { coder, objects } = coderWith({});
    coder.deployment?.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10));
    coder.service?.metadata.addLabel('example.com/team', 'platform');
    const first = new ApiObject(Chart.of(coder), 'First', { apiVersion: 'v1', kind: 'First', metadata: { name: 'a' } });
    coder.deployment?.addDependency(first);
    const all = objects();
    const kinds = all.map(({ kind }) => kind);
    expect(all.find(({ kind }) => kind === 'Deployment')?.spec['minReadySeconds']).toBe(10);
    const [service] = all.filter(({ metadata }) => metadata.labels?.['example.com/team'] === 'platform');
    expect(service?.kind).toBe('Service');
    expect(kinds.indexOf('First')).toBeLessThan(kinds.indexOf('Deployment'));
  });

  test.each<[CoderProps, string | undefined]>([
    [{}, 'ConfigMap'],
    [{ metrics: { dashboards: { kind: 'GrafanaDashboard' } } }, 'GrafanaDashboard'],
    [{ metrics: { dashboards: { kind: 'None' } } }, undefined],
  ])('with %j have all dashboards as %s', (props, kind) => {
    const { coder, objects } = coderWith(props);
    const expected = kind === undefined ? [] : CODERD_1_36.mixin.profile.dashboards.map(() => kind);
    expect(coder.dashboards.map((dashboard) => dashboard.kind)).toEqual(expected);
    const names = objects().map(({ metadata }) => metadata.name);
    expect(names).toEqual(expect.arrayContaining(coder.dashboards.map(({ name }) => name)));
  });

  test.each<CoderProps>([
    {},
    { releaseName: 'a', namespace: 'b' },
    { fullnameOverride: 'x'.repeat(63), serviceAccount: { name: 'theirs' } },
    { metrics: { monitor: { kind: 'ServiceMonitor' } } },
  ])('with %j are called as its names say', (props) => {
    const { coder, objects } = coderWith(props);
    const { names } = coder;
    const all = objects();
    const called = (kinds: readonly string[]): readonly string[] => [
      ...new Set(all.filter(({ kind }) => kinds.includes(kind)).map(({ metadata }) => metadata.name)),
    ];
    expect(called(['Deployment'])).toEqual([names.workload]);
    expect(called(['Role', 'RoleBinding'])).toEqual([names.role]);
    expect(called(['PodMonitor', 'ServiceMonitor'])).toEqual([names.monitor]);
    expect(called(['PrometheusRule'])).toEqual([names.rules]);
    expect(called(['ServiceAccount'])).toContain(names.workspaces);
    expect(called(['Service'])).toContain(coder.serviceName);
    if (props.metrics !== undefined) expect(called(['Service'])).toContain(names.metricsService);
    const deployment = all.find(({ kind }) => kind === 'Deployment');
    expect(deployment?.spec).toHaveProperty(['template', 'spec', 'serviceAccountName'], names.serviceAccount);
    expect([...new Set(all.map(({ metadata }) => metadata.namespace))]).toEqual([names.namespace]);
  });
});

describe('two Coders in one chart', () => {
  const second = (first: CoderProps, other: CoderProps) => (): void => {
    const chart = new Chart(Testing.app(), 'test');
    new Coder(chart, 'first', first);
    new Coder(chart, 'second', other);
    Testing.synth(chart);
  };

  test.each<[CoderProps, CoderProps]>([
    [{}, {}],
    [{}, { releaseName: 'coder', coderd: { enabled: false } }],
    [{ releaseName: 'a' }, { releaseName: 'b', fullnameOverride: 'a' }],
  ])('of the same names (%j, %j) are refused, with what to change', (first, other) => {
    expect(second(first, other)).toThrow(
      /^test\/second: expected names of its own, got those of test\/first; give it another releaseName, .*$/,
    );
  });

  test.each<[CoderProps, CoderProps]>([
    [{}, { releaseName: 'b', workspaceServiceAccount: { create: false } }],
    [{}, { namespace: 'b' }],
    [{}, { fullnameOverride: 'b', workspaceServiceAccount: { create: false } }],
  ])('of other names (%j, %j) are two', (first, other) => {
    expect(second(first, other)).not.toThrow();
  });

  test('of which Helm makes one or the other are a chart', () => {
    const values = section('Values.', { big: bool({ description: 'Big.', default: false }) });
    const build = (chart: Chart, { big }: Handles<typeof values>): void => {
      when(chart, 'Big', big, (inner) => new Coder(inner, 'coder', { ...HELM_PLACEMENT, coderd: { replicas: 9 } }));
      when(chart, 'Small', not(big), (inner) => new Coder(inner, 'coder', HELM_PLACEMENT));
    };
    expect(() => symbolicObjects({ values, build })).not.toThrow();
  });
});
