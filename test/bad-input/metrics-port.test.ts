import { DEFAULT_VERSION } from '../../src/coder/versions';
import { CODER_VALUES } from '../support/coder-values';
import { type Json } from '../../src/engine/expr';
import { at } from '../../src/engine/values';
import { chartWith, objectsOf } from '../support/bad-helm';
import { inParallel } from '../support/helm';
import { type Case, cases, concreteCoder } from '../support/law';
import { type Objects } from '../support/manifests';
import { count, seedAt, helmsAt } from '../support/share';
import { withValue } from '../support/values';

const HELMS = helmsAt(0);

const { metrics, pprof } = DEFAULT_VERSION.ports;
const PRIVATE: readonly Json[] = [metrics, pprof].flatMap(({ name, containerPort }) => [name, containerPort]);

const CASES: readonly Case[] = [
  ...cases(CODER_VALUES, count({ few: 10, many: 300 }), { seed: seedAt(31), presence: 0.15 }),
  ...cases(CODER_VALUES, count({ few: 10, many: 300 }), { seed: seedAt(32), presence: 0.6 }),
];

function listAt(from: Json, path: readonly string[]): readonly Json[] {
  const list = at(from, path);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

/** Ports for metrics or profiles that can be reached from outside of the cluster. */
function exposed(objects: Objects): readonly string[] {
  return Object.entries(objects).flatMap(([key, object]) => {
    const isPublic = at(object, ['kind']) === 'Service' && at(object, ['spec', 'type']) !== 'ClusterIP';
    const ports = [...(isPublic || isCoderd(object) ? listAt(object, ['spec', 'ports']) : [])];
    const bad = ports.filter((port) =>
      ['name', 'targetPort'].some((field) => PRIVATE.includes(at(port, [field]) as Json)),
    );
    return [...bad.map((port) => `${key}: ${JSON.stringify(port)}`), ...onTheNode(key, object)];
  });
}

/** The Service through which people reach Coder, whatever its type. */
function isCoderd(object: Json): boolean {
  return at(object, ['kind']) === 'Service' && at(object, ['spec', 'clusterIP']) !== 'None';
}

/** Ports of the pods on the network of the node; what sidecars do is the user's. */
function onTheNode(key: string, object: Json): readonly string[] {
  const pod = ['spec', 'template', 'spec'];
  const [coderd] = listAt(object, [...pod, 'containers']);
  const hosted =
    coderd === undefined ? [] : listAt(coderd, ['ports']).filter((port) => at(port, ['hostPort']) !== undefined);
  return at(object, [...pod, 'hostNetwork']) === true || hosted.length > 0 ? [`${key}: on the node`] : [];
}

describe('metrics and profiles are on no Service that can be reached from outside', () => {
  test(`for ${String(CASES.length)} installations`, () => {
    const found = CASES.flatMap((one) =>
      exposed(concreteCoder(one)).map((line) => `${line} in ${JSON.stringify(one)}`),
    );
    expect(found).toEqual([]);
    const types = CASES.map((one) => at(one.values as Json, ['service', 'type']));
    expect(new Set(types).size).toBeGreaterThan(2);
  });

  test.each(HELMS)('as %s renders each type of Service with each monitor', async (major) => {
    const chart = chartWith();
    const types = ['LoadBalancer', 'NodePort', 'ClusterIP'];
    const all = types.flatMap((type) => ['PodMonitor', 'ServiceMonitor'].map((kind) => ({ type, kind })));
    await inParallel(all, async ({ type, kind }) => {
      const values = {
        service: { type, https: { enabled: true } },
        metrics: { monitor: { kind }, service: { enabled: true } },
      };
      const objects = await objectsOf(major, chart, { release: 'coder', namespace: 'coder', values });
      expect(exposed(objects)).toEqual([]);
      expect(Object.keys(objects)).toEqual(expect.arrayContaining(['Service/coderd', 'Service/coderd-metrics']));
    });
  });

  test('and a public port of the same number leads to Coder itself', () => {
    const numbers = [metrics, pprof].map(({ containerPort }) => containerPort);
    for (const port of numbers) {
      const values = withValue({}, ['service', 'http', 'port'], port);
      const service = concreteCoder({ release: 'coder', namespace: 'coder', values })['Service/coderd'] ?? null;
      expect(listAt(service, ['spec', 'ports'])).toEqual([
        expect.objectContaining({ port, targetPort: DEFAULT_VERSION.ports.http.name }),
      ]);
    }
  });

  test('which could be otherwise', () => {
    const service = (type: string, targetPort: Json): Objects => ({
      'Service/a': {
        kind: 'Service',
        spec: { type, clusterIP: type === 'ClusterIP' ? 'None' : '', ports: [{ targetPort }] },
      },
    });
    expect(exposed(service('NodePort', metrics.name))).toHaveLength(1);
    expect(exposed(service('LoadBalancer', pprof.containerPort))).toHaveLength(1);
    expect(exposed(service('ClusterIP', metrics.name))).toEqual([]);
  });
});
