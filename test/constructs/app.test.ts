import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { coderManifestFiles } from '../../src/cli';
import { Coder, type CoderProps } from '../../src/constructs';
import type { Json } from '../../src/expr';
import { byKey } from '../support/manifests';

function synth(props: CoderProps = {}, chart: Chart = Testing.chart()): Readonly<Record<string, Json>> {
  new Coder(chart, 'coder', props);
  return byKey(Testing.synth(chart) as readonly Json[]);
}

describe('in the App of any cdk8s user, Coder', () => {
  test('needs no resolver and no props', () => {
    const files = coderManifestFiles({}, { releaseName: 'coder', namespace: 'coder' });
    expect(Object.keys(synth())).toHaveLength(files.size - 1);
  });

  test('goes where the chart goes, unless told otherwise', () => {
    const inTools = (): Chart => new Chart(new App(), 'chart', { namespace: 'tools' });
    expect(synth({}, inTools())['Deployment/coderd']).toMatchObject({ metadata: { namespace: 'tools' } });
    expect(synth({ namespace: 'ide' }, inTools())['Deployment/coderd']).toMatchObject({
      metadata: { namespace: 'ide' },
    });
  });

  test('takes the labels of the chart, and its own labels stay', () => {
    const labels = { team: 'ide', app: 'other' };
    const objects = synth({}, new Chart(new App(), 'chart', { labels }));
    expect(objects['Deployment/coderd']).toMatchObject({ metadata: { labels: { team: 'ide', app: 'coderd' } } });
  });

  test('takes JSON patches', () => {
    const chart = Testing.chart();
    const coder = new Coder(chart, 'coder');
    const deployment = coder.node.findAll().find((node) => ApiObject.isApiObject(node) && node.kind === 'Deployment');
    (deployment as ApiObject).addJsonPatch(JsonPatch.replace('/spec/template/spec/enableServiceLinks', false));
    const objects = byKey(Testing.synth(chart) as readonly Json[]);
    expect(objects['Deployment/coderd']).toMatchObject({ spec: { template: { spec: { enableServiceLinks: false } } } });
  });

  test('comes after what it depends on', () => {
    const chart = Testing.chart();
    const coder = new Coder(chart, 'coder');
    const first = new ApiObject(chart, 'zz-first', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'coder' },
    });
    coder.node.addDependency(first);
    expect((Testing.synth(chart) as readonly { readonly kind: string }[])[0]?.kind).toBe('Namespace');
  });

  test('lives beside another of another release', () => {
    const chart = Testing.chart();
    new Coder(chart, 'one');
    new Coder(chart, 'two', { releaseName: 'two' });
    expect(() => byKey(Testing.synth(chart) as readonly Json[])).not.toThrow();
  });

  test('leaves out what is switched off', () => {
    expect(Object.keys(synth({ coderd: { enabled: false } }))).toEqual(['PodMonitor/master-monitor']);
    expect(Object.keys(synth({ metrics: { monitor: { kind: 'None' } } })).some((key) => key.includes('Monitor'))).toBe(
      false,
    );
  });
});

describe('monitoring alone', () => {
  test('selects what something else deployed', () => {
    const target = { matchLabels: { 'app.kubernetes.io/name': 'coder' }, port: 'prometheus-http' };
    const objects = synth({ coderd: { enabled: false }, metrics: { monitor: { target } } });
    expect(objects['PodMonitor/master-monitor']).toMatchObject({
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'coder' } },
        podMetricsEndpoints: [{ port: 'prometheus-http' }],
      },
    });
  });
});

interface Labelled {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly clusterIP?: string;
    readonly selector: Readonly<Record<string, string>> & { readonly matchLabels?: Readonly<Record<string, string>> };
    readonly ports: readonly { readonly name: string }[];
    readonly endpoints: readonly { readonly port: string }[];
    readonly template: { readonly metadata: { readonly labels: Readonly<Record<string, string>> } };
  };
}

describe('a ServiceMonitor', () => {
  const objects = synth({ metrics: { monitor: { kind: 'ServiceMonitor' } } }) as unknown as Readonly<
    Record<string, Labelled>
  >;
  const objectOf = (key: string): Labelled => {
    const object = objects[key];
    if (object === undefined) throw new Error(`there is no ${key}`);
    return object;
  };
  const monitor = objectOf('ServiceMonitor/master-monitor').spec;
  const metrics = objectOf('Service/coderd-metrics');

  test('selects the headless metrics Service and not the public one', () => {
    expect(metrics.spec.clusterIP).toBe('None');
    expect(metrics.metadata.labels).toMatchObject(monitor.selector.matchLabels ?? { never: '' });
    expect(objectOf('Service/coderd').metadata.labels).not.toMatchObject(monitor.selector.matchLabels ?? {});
  });

  test('asks for the port of that Service, which selects the pods of coderd', () => {
    expect(metrics.spec.ports.map(({ name }) => name)).toEqual(monitor.endpoints.map(({ port }) => port));
    expect(objectOf('Deployment/coderd').spec.template.metadata.labels).toMatchObject(metrics.spec.selector);
  });
});

describe('Coder refuses', () => {
  test.each([
    [{ releaseName: 'Coder' }, 'releaseName: expected a DNS label'],
    [{ releaseName: 'x'.repeat(54) }, 'of at most 53 characters'],
    [{ namespace: 'a.b' }, 'namespace: expected a DNS label'],
  ])('%j', (props, message) => {
    expect(() => synth(props)).toThrow(message);
  });
});
