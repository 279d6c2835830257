import { Testing } from 'cdk8s';
import { Coder } from '../../../src/coder/constructs';
import type { Json } from '../../../src/engine/expr';
import { byKey } from '../../support/manifests';

type Labels = Readonly<Record<string, string>>;

interface Fields {
  readonly metadata: { readonly labels: Labels };
  readonly spec: {
    readonly clusterIP?: string;
    readonly selector: Labels & { readonly matchLabels?: Labels };
    readonly ports: readonly { readonly name: string; readonly port: number; readonly targetPort: string }[];
    readonly endpoints: readonly { readonly port: string }[];
    readonly template: {
      readonly metadata: { readonly labels: Labels };
      readonly spec: { readonly containers: readonly { readonly ports: readonly Json[] }[] };
    };
  };
}

/** The object of a kind and name, where only objects of one release are. */
function objectsOf(releaseName: string): (key: string) => Fields {
  const chart = Testing.chart();
  const commonLabels = { 'app.kubernetes.io/component': 'mine', team: 'ide' };
  new Coder(chart, 'coder', { releaseName, commonLabels, metrics: { monitor: { kind: 'ServiceMonitor' } } });
  const objects = byKey(Testing.synth(chart) as readonly Json[]) as unknown as Readonly<Record<string, Fields>>;
  return (key) => {
    const object = objects[key];
    if (object === undefined) throw new Error(`there is no ${key} in ${Object.keys(objects).join(', ')}`);
    return object;
  };
}

describe.each([
  ['coder', ''],
  ['ide', 'ide-'],
])('the ServiceMonitor of the release %s', (release, prefix) => {
  const object = objectsOf(release);
  const monitor = object(`ServiceMonitor/${prefix}master-monitor`).spec;
  const metrics = object(`Service/${prefix}coderd-metrics`);
  const { matchLabels } = monitor.selector;

  test('selects the headless metrics Service, and not the public one', () => {
    expect(Object.keys(matchLabels ?? {})).not.toHaveLength(0);
    expect(metrics.metadata.labels).toMatchObject(matchLabels ?? {});
    expect(metrics.spec.clusterIP).toBe('None');
    expect(object(`Service/${prefix}coderd`).metadata.labels).not.toMatchObject(matchLabels ?? {});
  });

  test('asks for a port of that Service, which is the port of coderd with the metrics', () => {
    const [port] = metrics.spec.ports;
    expect(monitor.endpoints).toEqual([{ port: port?.name }]);
    const [container] = object(`Deployment/${prefix}coderd`).spec.template.spec.containers;
    expect(container?.ports).toContainEqual({ name: port?.targetPort, containerPort: 2112, protocol: 'TCP' });
  });

  test('finds the pods of coderd through that Service', () => {
    const { labels } = object(`Deployment/${prefix}coderd`).spec.template.metadata;
    expect(Object.keys(metrics.spec.selector)).not.toHaveLength(0);
    expect(labels).toMatchObject(metrics.spec.selector);
  });

  test('does not find another release', () => {
    const other = objectsOf('other');
    expect(other('Service/other-coderd-metrics').metadata.labels).not.toMatchObject(matchLabels ?? {});
    expect(other('Deployment/other-coderd').spec.template.metadata.labels).not.toMatchObject(metrics.spec.selector);
  });
});
