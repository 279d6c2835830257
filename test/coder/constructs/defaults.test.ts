import { Testing } from 'cdk8s';
import { Coder } from '../../../src/coder/constructs';

/*
 * Facts of coderd 1.36.2, written down from a rendering of its own chart, and nothing else: each part is compared as a whole. Where
 * the model deviates, docs/deviations.md says so and a test beside that page holds it.
 */

type Fields = Readonly<Record<string, unknown>>;

interface Manifest extends Fields {
  readonly kind: string;
  readonly metadata: Fields & { readonly name: string };
  readonly spec: Fields;
}

const chart = Testing.chart();
new Coder(chart, 'coder');
const OBJECTS = Testing.synth(chart) as readonly Manifest[];

function objectOf(kind: string, name: string): Manifest {
  const object = OBJECTS.find((one) => one.kind === kind && one.metadata.name === name);
  if (object === undefined) throw new Error(`there is no ${kind} ${name}`);
  return object;
}

interface Container extends Fields {
  readonly env: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly fieldRef: { readonly fieldPath: string } };
  }[];
}

interface Template {
  readonly metadata: Fields;
  readonly spec: Fields & { readonly containers: readonly Container[]; readonly initContainers: readonly Container[] };
}

const DEPLOYMENT = objectOf('Deployment', 'coderd');
const TEMPLATE = DEPLOYMENT.spec['template'] as Template;

function containerOf(containers: readonly Container[]): Omit<Container, 'env'> {
  const [container, ...others] = containers;
  expect(others).toEqual([]);
  return Object.fromEntries(Object.entries(container ?? {}).filter(([key]) => key !== 'env'));
}

/** A variable in one line: `NAME=value`, or `NAME<-field` of the pod. */
function environmentOf([container]: readonly Container[]): readonly string[] {
  return (container?.env ?? []).map(({ name, value, valueFrom }) =>
    valueFrom === undefined ? `${name}=${String(value)}` : `${name}<-${valueFrom.fieldRef.fieldPath}`,
  );
}

const IDENTITY = {
  'app.kubernetes.io/name': 'coder',
  'app.kubernetes.io/instance': 'coder',
  'app.kubernetes.io/component': 'coderd',
  'app.kubernetes.io/part-of': 'coder',
};
const WORKLOAD = { ...IDENTITY, app: 'coderd', 'coder.deployment': 'coderd' };
const IMAGE = { image: 'docker.io/coderenvs/coder-service:1.36.2', imagePullPolicy: 'Always' };
const AMOUNTS = { cpu: '250m', memory: '512Mi', 'ephemeral-storage': '1Gi' };
const RESOURCES = { requests: AMOUNTS, limits: AMOUNTS };
const USER = { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } };
const CONFINED = {
  securityContext: {
    ...USER,
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  },
  volumeMounts: [{ name: 'tmp-pgcerts', mountPath: '/tmp/pgcerts' }],
};
const TIMING = { periodSeconds: 10, timeoutSeconds: 3 };

describe('by default', () => {
  test('there are these objects, in the namespace coder, and no others', () => {
    expect(
      OBJECTS.map(({ kind, metadata }) => `${kind} ${String(metadata['namespace'])}/${metadata.name}`).sort(),
    ).toEqual([
      'ConfigMap coder/coderd-dashboard-api',
      'ConfigMap coder/coderd-dashboard-jobs',
      'ConfigMap coder/coderd-dashboard-networking',
      'ConfigMap coder/coderd-dashboard-overview',
      'ConfigMap coder/coderd-dashboard-runtime',
      'Deployment coder/coderd',
      'NetworkPolicy coder/coderd',
      'NetworkPolicy coder/ingress-deny-all',
      'PodMonitor coder/master-monitor',
      'PrometheusRule coder/coderd-rules',
      'Role coder/coder',
      'RoleBinding coder/coder',
      'Service coder/coderd',
      'ServiceAccount coder/coder',
      'ServiceAccount coder/environments',
    ]);
  });

  test('all but the monitor have labels that say what they belong to', () => {
    const labels = OBJECTS.map(({ kind, metadata }) => [kind, metadata['labels']]);
    const others = labels.filter(([kind]) => kind !== 'Deployment' && kind !== 'PodMonitor');
    const sidecar = { grafana_dashboard: '1' };
    expect(others).toEqual(
      others.map(([kind]) => [kind, kind === 'ConfigMap' ? { ...IDENTITY, ...sidecar } : IDENTITY]),
    );
    expect(labels).toContainEqual(['Deployment', { ...WORKLOAD, 'app.kubernetes.io/version': '1.36.2' }]);
    expect(labels).toContainEqual(['PodMonitor', undefined]);
  });

  test('one pod is replaced by a rolling update', () => {
    const { template, ...rest } = DEPLOYMENT.spec;
    expect(template).toBe(TEMPLATE);
    expect(rest).toEqual({
      replicas: 1,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      selector: { matchLabels: { 'coder.deployment': 'coderd' } },
    });
  });

  test('a pod is confined, has time to end, and prefers a node without another', () => {
    const { containers, initContainers, ...rest } = TEMPLATE.spec;
    expect([containers.length, initContainers.length]).toEqual([1, 1]);
    expect(TEMPLATE.metadata).toEqual({ labels: WORKLOAD });
    const podAffinityTerm = {
      topologyKey: 'kubernetes.io/hostname',
      labelSelector: { matchLabels: { 'coder.deployment': 'coderd' } },
    };
    expect(rest).toEqual({
      serviceAccountName: 'coder',
      automountServiceAccountToken: true,
      securityContext: USER,
      terminationGracePeriodSeconds: 300,
      nodeSelector: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' },
      affinity: {
        podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm }] },
      },
      volumes: [{ name: 'tmp-pgcerts', emptyDir: {} }],
    });
  });

  test('the container runs coderd', () => {
    expect(containerOf(TEMPLATE.spec.containers)).toEqual({
      name: 'coderd',
      ...IMAGE,
      command: ['coderd', 'run'],
      ports: [
        { name: 'tcp-coderd', containerPort: 8080, protocol: 'TCP' },
        { name: 'pprof-coderd', containerPort: 6060, protocol: 'TCP' },
        { name: 'prom-coderd', containerPort: 2112, protocol: 'TCP' },
      ],
      readinessProbe: {
        httpGet: { path: '/cem-healthz', port: 'tcp-coderd' },
        ...TIMING,
        initialDelaySeconds: 10,
        failureThreshold: 15,
      },
      livenessProbe: { tcpSocket: { port: 'tcp-coderd' }, ...TIMING, initialDelaySeconds: 30, failureThreshold: 30 },
      resources: RESOURCES,
      ...CONFINED,
    });
  });

  test('the init container migrates the database', () => {
    expect(containerOf(TEMPLATE.spec.initContainers)).toEqual({
      name: 'migrations',
      ...IMAGE,
      command: ['coderd', 'migrate', 'up'],
      resources: RESOURCES,
      ...CONFINED,
    });
  });

  test('the environment of coderd is this, in this order', () => {
    expect(environmentOf(TEMPLATE.spec.containers)).toEqual([
      'SKIP_MIGRATIONS=true',
      'HUMAN_LOG=/dev/stderr',
      'ENVBOX_IMAGE=docker.io/coderenvs/envbox:1.36.2',
      'CLUSTER_ADDRESS=https://kubernetes.default.svc.cluster.local:443',
      'NAMESPACE<-metadata.namespace',
      'POD_IP<-status.podIP',
      'VERBOSE=true',
      'no_proxy=cluster.local',
      'TRUST_PROXY_IP=false',
      'CODER_MIGRATE_BUILT_IN_PROVIDER=true',
    ]);
  });

  test('no variable is set to be empty, which would hide one of the same name from a Secret', () => {
    const all = environmentOf([...TEMPLATE.spec.containers, ...TEMPLATE.spec.initContainers]);
    expect(all.filter((one) => /=(\{\}|\[\])?$/.test(one))).toEqual([]);
  });

  test('the environment of the migrations is this, in this order', () => {
    expect(environmentOf(TEMPLATE.spec.initContainers)).toEqual([
      'HUMAN_LOG=/dev/stderr',
      'NAMESPACE<-metadata.namespace',
      'VERBOSE=true',
      'no_proxy=cluster.local',
    ]);
  });

  test('people reach coderd over HTTP, through a load balancer, and nothing else', () => {
    expect(objectOf('Service', 'coderd').spec).toEqual({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      selector: { 'coder.deployment': 'coderd' },
      ports: [{ name: 'tcp-coderd', protocol: 'TCP', port: 80, targetPort: 'tcp-coderd' }],
    });
  });

  test('coderd may make workspaces in its namespace', () => {
    const workspaces =
      'persistentvolumeclaims pods deployments services secrets pods/exec pods/log events networkpolicies serviceaccounts';
    expect(objectOf('Role', 'coder')['rules']).toEqual([
      {
        apiGroups: ['', 'apps', 'networking.k8s.io'],
        resources: workspaces.split(' '),
        verbs: 'create get list watch update patch delete deletecollection'.split(' '),
      },
      {
        apiGroups: ['metrics.k8s.io', 'storage.k8s.io'],
        resources: ['pods', 'storageclasses'],
        verbs: ['get', 'list', 'watch'],
      },
    ]);
    const { roleRef, subjects } = objectOf('RoleBinding', 'coder');
    expect(roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'coder' });
    expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'coder', namespace: 'coder' }]);
  });
});
