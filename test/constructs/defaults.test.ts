import { Testing } from 'cdk8s';
import { Coder } from '../../src/constructs';

/*
 * Facts of coderd 1.36.2, written down from a rendering of its own chart; where the model deviates, docs/deviations.md says so and a
 * test beside that page holds it.
 */

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly rules?: unknown;
  readonly spec: Readonly<Record<string, unknown>>;
}

const chart = Testing.chart();
new Coder(chart, 'coder');
const OBJECTS = Testing.synth(chart) as readonly Manifest[];

function objectOf(kind: string, name: string): Manifest {
  const object = OBJECTS.find((one) => one.kind === kind && one.metadata.name === name);
  if (object === undefined) throw new Error(`there is no ${kind} ${name}`);
  return object;
}

interface Container {
  readonly name: string;
  readonly env: readonly { readonly name: string; readonly value?: string }[];
}

const DEPLOYMENT = objectOf('Deployment', 'coderd').spec;
const POD = (DEPLOYMENT['template'] as { readonly spec: Readonly<Record<string, unknown>> }).spec;
const [CODERD] = POD['containers'] as readonly Container[];
const [MIGRATIONS] = POD['initContainers'] as readonly Container[];
const USER = { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } };
const IMAGE = 'docker.io/coderenvs/coder-service:1.36.2';
const TIMING = { periodSeconds: 10, timeoutSeconds: 3 };

describe('by default coderd is deployed as in release 1.36.2:', () => {
  test('rollout, selector and pods', () => {
    expect(DEPLOYMENT).toMatchObject({
      replicas: 1,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      selector: { matchLabels: { 'coder.deployment': 'coderd' } },
    });
    expect(POD).toMatchObject({
      serviceAccountName: 'coder',
      terminationGracePeriodSeconds: 300,
      securityContext: USER,
      nodeSelector: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' },
      volumes: [{ name: 'tmp-pgcerts', emptyDir: {} }],
    });
  });

  test('the container', () => {
    expect(CODERD).toMatchObject({
      name: 'coderd',
      image: IMAGE,
      imagePullPolicy: 'Always',
      command: ['coderd', 'run'],
      ports: [
        { name: 'tcp-coderd', containerPort: 8080 },
        { name: 'pprof-coderd', containerPort: 6060 },
        { name: 'prom-coderd', containerPort: 2112 },
      ],
      readinessProbe: { httpGet: { path: '/cem-healthz' }, initialDelaySeconds: 10, failureThreshold: 15, ...TIMING },
      livenessProbe: { httpGet: { path: '/cem-healthz' }, initialDelaySeconds: 30, failureThreshold: 30, ...TIMING },
      resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '250m', memory: '512Mi' } },
      securityContext: { ...USER, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
      volumeMounts: [{ name: 'tmp-pgcerts', mountPath: '/tmp/pgcerts' }],
    });
  });

  test('the migrations', () => {
    expect(MIGRATIONS).toMatchObject({ name: 'migrations', image: IMAGE, command: ['coderd', 'migrate', 'up'] });
  });

  test('the environment, in order', () => {
    const named = (container: Container | undefined): string =>
      (container?.env ?? []).map(({ name }) => name).join(' ');
    expect(named(CODERD)).toBe(
      'SKIP_MIGRATIONS ASSETS_URL HUMAN_LOG JSON_LOG STACKDRIVER_LOG AMPLITUDE_API_KEY ENVBOX_IMAGE CLUSTER_ADDRESS NAMESPACE ' +
        'DEVURL_HOST POD_IP VERBOSE OIDC_REDIRECT_OPTIONS http_proxy https_proxy no_proxy TRUST_PROXY_IP PROXY_TRUSTED_ORIGINS ' +
        'PROXY_TRUSTED_HEADERS CODER_ALTERNATE_HOSTNAMES CODER_MIGRATE_BUILT_IN_PROVIDER',
    );
    expect(named(MIGRATIONS)).toBe(
      'HUMAN_LOG JSON_LOG STACKDRIVER_LOG SPLUNK_URL SPLUNK_TOKEN SPLUNK_CHANNEL NAMESPACE DEVURL_HOST VERBOSE http_proxy https_proxy no_proxy',
    );
  });

  test('the Service and the Role', () => {
    expect(objectOf('Service', 'coderd').spec).toMatchObject({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      selector: { 'coder.deployment': 'coderd' },
      ports: [{ name: 'tcp-coderd', port: 80, protocol: 'TCP' }],
    });
    const verbs = 'create get list watch update patch delete deletecollection'.split(' ');
    expect(objectOf('Role', 'coder').rules).toMatchObject([
      { apiGroups: ['', 'apps', 'networking.k8s.io'], verbs },
      {
        apiGroups: ['metrics.k8s.io', 'storage.k8s.io'],
        resources: ['pods', 'storageclasses'],
        verbs: ['get', 'list', 'watch'],
      },
    ]);
  });
});
