import { Chart, Testing } from 'cdk8s';
import { Coder, type CoderProps, type operator } from '../../../src/coder/constructs';
import type { Json } from '../../../src/engine/expr';
import { CODER_VALUES } from '../../support/coder-values';
import { cases, concreteCoder } from '../../support/law';
import { count, seedAt } from '../../support/share';

describe('props of Coder that would be wrong do not compile:', () => {
  test('a relabeling that drops without a regex, and so drops everything', () => {
    // @ts-expect-error regex is missing
    const all: operator.Relabeling = { action: 'drop', sourceLabels: ['workspace_id'] };
    const some: operator.Relabeling = { action: 'drop', sourceLabels: ['workspace_id'], regex: '.+' };
    expect(() => build({ metrics: { monitor: { metricRelabelings: [all] } } })).toThrow(
      'values.metrics.monitor.metricRelabelings[0].regex: expected a value where action is drop, got nothing',
    );
    expect(() => build({ metrics: { monitor: { metricRelabelings: [some] } } })).not.toThrow();
  });

  test('an unknown value, a text for a number, a word out of no set, a misspelt field of a container', () => {
    // @ts-expect-error there is no such value
    expect(() => build({ coderd: { replica: 3 } })).toThrow('did you mean replicas?');
    // @ts-expect-error a number is wanted
    expect(() => build({ coderd: { replicas: '3' } })).toThrow('values.coderd.replicas: expected an integer');
    // @ts-expect-error not one of the types
    expect(() => build({ service: { type: 'ExternalName' } })).toThrow('expected one of "LoadBalancer"');
    // @ts-expect-error the field is called image
    const props: CoderProps = { coderd: { sidecars: [{ name: 'proxy', imag: 'x' }] } };
    // @ts-expect-error a field in Kubernetes that takes one of three words
    const pull: CoderProps = { coderd: { sidecars: [{ name: 'proxy', imagePullPolicy: 'Sometimes' }] } };
    expect([props, pull]).toBeDefined();
  });
});

test('props know the fields of current Kubernetes: native sidecars, volumes of images, hooks that sleep', () => {
  const coderd: CoderProps['coderd'] = {
    extraInitContainers: [{ name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' }],
    extraVolumes: [{ name: 'tools', image: { reference: 'tools:1', pullPolicy: 'IfNotPresent' } }],
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  };
  expect(() => build({ coderd })).not.toThrow();
});

test('the monitor asks for a named port of the pods, whatever the values, where the model holds the workload', () => {
  const some = cases(CODER_VALUES, count({ few: 10, many: 200 }), { seed: seedAt(5), presence: 0.3 }).map(
    concreteCoder,
  );
  const pairs = some.map(
    (objects) => [portNames(Object.values(objects)), monitoredPorts(Object.values(objects))] as const,
  );
  const held = pairs.filter(([named, monitored]) => named.length > 0 && monitored.length > 0);
  expect(held.length).toBeGreaterThan(some.length / 4);
  for (const [named, monitored] of held) expect(named).toEqual(expect.arrayContaining([...monitored]));
});

function build(props: CoderProps): Coder {
  return new Coder(new Chart(Testing.app(), 'test'), 'coder', props);
}

interface Found {
  readonly kind: string;
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly ports?: readonly { readonly name: string }[] }[] };
    };
    readonly podMetricsEndpoints: readonly { readonly port: string }[];
  };
}

function portNames(objects: readonly Json[]): readonly string[] {
  const deployments = (objects as unknown as readonly Found[]).filter(({ kind }) => kind === 'Deployment');
  return deployments.flatMap(({ spec }) => (spec.template.spec.containers[0]?.ports ?? []).map(({ name }) => name));
}

function monitoredPorts(objects: readonly Json[]): readonly string[] {
  const monitors = (objects as unknown as readonly Found[]).filter(({ kind }) => kind === 'PodMonitor');
  return monitors.flatMap(({ spec }) => spec.podMetricsEndpoints.map(({ port }) => port));
}
