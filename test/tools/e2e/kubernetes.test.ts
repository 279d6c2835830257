import {
  type Api,
  type Manifest,
  manifestOf,
  objectsIn,
  pathOf,
  problemsOf,
  stored,
} from '../../../tools/e2e/kubernetes';
import type { Reader } from '../../../tools/read';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'coderd', namespace: 'coder' },
  spec: { replicas: 1, strategy: 'Recreate', ports: [{ port: 80 }], cpu: 2, labels: { a: 'b' } },
};

const text = { type: 'string' };
const types = {
  Deployment: {
    required: ['spec'],
    properties: { apiVersion: text, kind: text, metadata: {}, spec: { $ref: '#/definitions/Spec' } },
    'x-kubernetes-group-version-kind': [{ group: 'apps', version: 'v1', kind: 'Deployment' }],
  },
  Spec: {
    properties: {
      replicas: { type: 'integer' },
      strategy: { ...text, enum: ['Recreate'] },
      ports: { type: 'array', items: { required: ['port'], properties: { port: { format: 'int-or-string' } } } },
      cpu: { $ref: '#/definitions/io.k8s.api.resource.Quantity' },
      labels: { additionalProperties: text },
    },
  },
};

function withSpec(changes: object): Manifest {
  return manifestOf({ ...deployment, spec: { ...deployment.spec, ...changes } }, 'object');
}

describe('an object held against published types', () => {
  test('has no problem when it is of its type', () => {
    expect(problemsOf(types, withSpec({ cpu: '250m', ports: [{ port: 'http' }] }))).toEqual([]);
  });

  test.each([
    [{ replicas: 'two' }, 'replicas: expected integer, got string'],
    [{ replicas: 1.5 }, 'replicas: expected integer, got number'],
    [{ replicas: null }, 'replicas: expected integer, got null'],
    [{ strategy: 'Never' }, 'strategy: "Never" is not in the enumeration'],
    [{ ports: { port: 80 } }, 'ports: expected array, got object'],
    [{ ports: [{}] }, 'ports[0].port: missing'],
    [{ ports: [{ port: 80 }, { port: true }] }, 'ports[1].port: expected string or integer, got boolean'],
    [{ cpu: true }, 'cpu: expected string or integer or number, got boolean'],
    [{ labels: { a: 1 } }, 'labels.a: expected string, got integer'],
    [{ odd: 1 }, 'odd: unknown field'],
  ])('has one when it has %j', (changes, problem) => {
    expect(problemsOf(types, withSpec(changes))).toEqual([`Deployment/coderd.spec.${problem}`]);
  });

  test('has one when nobody publishes its kind, or a field is missing', () => {
    const object = manifestOf(deployment, 'object');
    const unknown = { ...object, apiVersion: 'v1' };
    expect(problemsOf(types, unknown)).toEqual(['v1 Deployment: unknown kind']);
    const { spec: _, ...headOnly } = deployment;
    expect(problemsOf(types, manifestOf(headOnly, 'object'))).toEqual(['Deployment/coderd.spec: missing']);
  });
});

/** An API server that has one object. */
function serving(object: object): Api {
  const refuse = (): never => {
    throw new Error('only reads');
  };
  const get = <T>(path: string, reader: Reader<T>): Promise<T> => Promise.resolve(reader(object, path));
  return { get, list: refuse, has: refuse, post: refuse, remove: refuse, merge: refuse };
}

async function storedOf(object: object): Promise<unknown> {
  return await stored(serving(object), [manifestOf(deployment, 'object')]);
}

describe('what an API server stores', () => {
  test('is compared without what it and Helm note for themselves', async () => {
    const noted = {
      ...deployment,
      status: { replicas: 1 },
      metadata: {
        ...deployment.metadata,
        ...{ uid: 'x', resourceVersion: '1', generation: 2, creationTimestamp: 'today', managedFields: [] },
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'coder', 'deployment.kubernetes.io/revision': '1' },
      },
    };
    expect(await storedOf(noted)).toEqual(await storedOf(deployment));
  });

  test('is compared without the addresses and ports that it chose for a Service', async () => {
    const spec = { clusterIP: '10.96.0.1', ports: [{ port: 80, nodePort: 30_000 }] };
    const other = { clusterIP: '10.96.0.2', clusterIPs: ['10.96.0.2'], ports: [{ port: 80, nodePort: 30_001 }] };
    expect(await storedOf({ ...deployment, spec })).toEqual(await storedOf({ ...deployment, spec: other }));
  });

  test.each([
    { ...deployment, spec: { ...deployment.spec, replicas: 2 } },
    { ...deployment, metadata: { ...deployment.metadata, labels: { 'app.kubernetes.io/managed-by': 'me' } } },
    { ...deployment, metadata: { ...deployment.metadata, annotations: { note: 'x' } } },
    { ...deployment, data: {} },
  ])('differs by any other field: %j', async (other) => {
    expect(await storedOf(other)).not.toEqual(await storedOf(deployment));
  });
});

describe('the objects of a text', () => {
  test('are those of its documents, without empty ones', () => {
    const objects = objectsIn(
      `---\n${JSON.stringify(deployment)}\n---\n# nothing\n---\n${JSON.stringify(deployment)}\n`,
    );
    expect(objects.map(pathOf)).toEqual([
      '/apis/apps/v1/namespaces/coder/deployments/coderd',
      '/apis/apps/v1/namespaces/coder/deployments/coderd',
    ]);
  });

  test('have a place in the API only if the kind is known and there is a namespace', () => {
    const place = (changes: object) => (): string => pathOf(manifestOf({ ...deployment, ...changes }, 'object'));
    expect(place({ kind: 'NetworkPolicy' })()).toContain('/networkpolicies/coderd');
    expect(place({ kind: 'Odd' })).toThrow('does not know the kind Odd');
    expect(place({ metadata: { name: 'coderd' } })).toThrow('Deployment/coderd has no namespace');
  });
});
