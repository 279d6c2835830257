import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** What crosses a construct: a free text, a name, a number, a switch, a map or a list of texts. */
export type Kind = 'text' | 'name' | 'number' | 'flag' | 'map' | 'list';

/** One construct of a published package. */
export interface Trial {
  readonly package: string;
  /** Its class, or what it is used for. */
  readonly name: string;
  /** Its props, by path. */
  readonly props: Readonly<Record<string, Kind>>;
  /** Those that are refused, since the construct computes with them. */
  readonly refused?: readonly string[];
  /** Makes it of all that it needs and the value of one prop. */
  readonly make: (exports: Exports, chart: Chart, prop: string, value: unknown) => void;
}

/** What a package exports. */
export type Exports = Readonly<Record<string, new (scope: Construct, id: string, props: object) => unknown>>;

function withProp(props: object, path: string, value: unknown): object {
  const [key = '', ...rest] = path.split('.');
  const under: unknown = Reflect.get(props, key);
  return { ...props, [key]: rest.length === 0 ? value : withProp(Object(under) as object, rest.join('.'), value) };
}

/** A construct that is made of props. */
function of(name: string, base: object): Trial['make'] {
  return (exports, chart, prop, value) => {
    const Made = exports[name];
    if (Made === undefined) throw new Error(`the package has no ${name}`);
    new Made(chart, name.toLowerCase(), withProp(base, prop, value));
  };
}

const quantities = { 'resources.limits.cpu': 'name', 'resources.requests.memory': 'name' } as const;
const metadata = { 'metadata.labels': 'map', 'metadata.annotations': 'map' } as const;

const plus = (release: string): readonly Trial[] => [
  {
    package: release,
    name: 'Deployment',
    props: {
      ...metadata,
      replicas: 'number',
      automountServiceAccountToken: 'flag',
      hostNetwork: 'flag',
      'podMetadata.labels': 'map',
    },
    make: of('Deployment', { containers: [{ image: 'a' }] }),
  },
  {
    package: release,
    name: 'ConfigMap',
    props: { ...metadata, data: 'map', 'data.key': 'text', immutable: 'flag' },
    refused: ['data'],
    make: of('ConfigMap', { data: { a: 'b' } }),
  },
  {
    package: release,
    name: 'Service',
    props: { ...metadata, clusterIP: 'text', externalIPs: 'list', loadBalancerSourceRanges: 'list' },
    make: of('Service', { ports: [{ port: 80 }] }),
  },
];

/** Constructs of packages that others have published, and their props that a value may be given for. */
export const TRIALS: readonly Trial[] = [
  {
    package: '@opencdk8s/cdk8s-mongo-sts',
    name: 'MyMongo',
    props: {
      ...{ namespace: 'name', image: 'text', defaultReplicas: 'number', volumeSize: 'name', storageClassName: 'name' },
      ...{
        createStorageClass: 'flag',
        volumeProvisioner: 'text',
        storageClassParams: 'map',
        nodeSelectorParams: 'map',
      },
      ...quantities,
    },
    refused: ['createStorageClass'],
    make: of('MyMongo', { image: 'mongo', volumeSize: '1Gi', createStorageClass: true }),
  },
  {
    package: '@opencdk8s/cdk8s-cluster-autoscaler-aws',
    name: 'ClusterAutoScaler',
    props: {
      createServiceAccount: 'flag',
      serviceAccountName: 'name',
      command: 'list',
      namespace: 'name',
      image: 'text',
    },
    refused: ['createServiceAccount'],
    make: of('ClusterAutoScaler', { createServiceAccount: true }),
  },
  {
    package: 'cdk8s-debore',
    name: 'DeboredApp',
    props: {
      ...{ namespace: 'name', image: 'text', defaultReplicas: 'number', port: 'number', containerPort: 'number' },
      ...{ autoScale: 'flag', ...quantities },
    },
    refused: ['autoScale'],
    make: of('DeboredApp', { image: 'app' }),
  },
  {
    package: '@wheatstalk/cdk8s-self-cleanup',
    name: 'SelfCleanup',
    props: { labelName: 'name' },
    refused: ['labelName'],
    make: of('SelfCleanup', {}),
  },
  {
    package: '@cdk8s-kit/crds/traefik',
    name: 'IngressRoute',
    props: { ...metadata, 'spec.entryPoints': 'list', 'spec.tls.secretName': 'name' },
    make: of('IngressRoute', { metadata: {}, spec: { routes: [{ match: 'Host(`a`)', kind: 'Rule' }] } }),
  },
  {
    package: '@cdk8s-kit/crds/pg',
    name: 'Cluster',
    props: {
      ...{ ...metadata, 'spec.instances': 'number', 'spec.imageName': 'text', 'spec.enablePdb': 'flag' },
      ...{
        'spec.storage.size': 'name',
        'spec.postgresql.parameters': 'map',
        'spec.nodeMaintenanceWindow.inProgress': 'flag',
      },
    },
    make: of('Cluster', { metadata: {}, spec: { instances: 3, storage: { size: '1Gi' } } }),
  },
  {
    package: 'cdk8s-image',
    name: 'Image',
    props: { registry: 'text', name: 'name', tag: 'name', dir: 'text', file: 'text', platform: 'name' },
    refused: ['registry', 'name', 'dir', 'file', 'platform'],
    make: (exports, chart, prop, value) => {
      const Made = exports['Image'] as unknown as new (scope: Construct, id: string, props: object) => { url: string };
      const { url } = new Made(chart, 'image', withProp({ dir: '.' }, prop, value));
      of('ApiObject', { apiVersion: 'v1', kind: 'ConfigMap', data: { url } })(exports, chart, 'data.url', url);
    },
  },
  ...plus('cdk8s-plus-28'),
  ...plus('cdk8s-plus-32'),
];
