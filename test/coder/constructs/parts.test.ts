import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { Coder, type CoderProps } from '../../../src/coder/constructs';

interface Found {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
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
});
