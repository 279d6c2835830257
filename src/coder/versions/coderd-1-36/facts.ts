import type { CoderdFacts, EnvironmentVariable } from '../version';

const ALL_VERBS = ['create', 'get', 'list', 'watch', 'update', 'patch', 'delete', 'deletecollection'];

const HUMAN_LOG: EnvironmentVariable = { name: 'HUMAN_LOG', value: '/dev/stderr' };
const NAMESPACE: EnvironmentVariable = { name: 'NAMESPACE', fieldPath: 'metadata.namespace' };
const VERBOSE: EnvironmentVariable = { name: 'VERBOSE', value: 'true' };
const NO_PROXY: EnvironmentVariable = { name: 'no_proxy', value: 'cluster.local' };

/**
 * coderd 1.36.2, the newest patch of 1.36, as its own Helm chart of that version deploys it. No variable is set to be empty: it would hide
 * one of the same name that comes from a Secret or ConfigMap.
 * The variables DB_* are not among these: they name the database, which the installer gives.
 */
export const FACTS: CoderdFacts = {
  version: '1.36.2',
  kubeVersion: '>=1.19.0-0',
  chart: {
    name: 'coder',
    version: '0.1.0',
    description: "Coder's control plane, coderd, with its metrics connected to the Prometheus Operator",
    home: 'https://coder.com',
    keywords: ['coder', 'coderd', 'prometheus', 'monitoring'],
  },
  image: {
    registry: 'docker.io',
    repository: 'coderenvs/coder-service',
    envboxRepository: 'coderenvs/envbox',
  },
  command: ['coderd', 'run'],
  migrationsCommand: ['coderd', 'migrate', 'up'],
  ports: {
    http: { name: 'tcp-coderd', containerPort: 8080 },
    https: { name: 'https-coderd', containerPort: 8443 },
    pprof: { name: 'pprof-coderd', containerPort: 6060 },
    metrics: { name: 'prom-coderd', containerPort: 2112 },
  },
  healthPath: '/cem-healthz',
  readiness: { initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 15 },
  liveness: { initialDelaySeconds: 30, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 30 },
  environment: [
    { name: 'SKIP_MIGRATIONS', value: 'true' },
    HUMAN_LOG,
    { name: 'ENVBOX_IMAGE', image: 'envbox' },
    { name: 'CLUSTER_ADDRESS', value: 'https://kubernetes.default.svc.cluster.local:443' },
    NAMESPACE,
    { name: 'POD_IP', fieldPath: 'status.podIP' },
    VERBOSE,
    NO_PROXY,
    { name: 'TRUST_PROXY_IP', value: 'false' },
    { name: 'CODER_MIGRATE_BUILT_IN_PROVIDER', value: 'true' },
  ],
  migrationsEnvironment: [HUMAN_LOG, NAMESPACE, VERBOSE, NO_PROXY],
  database: { host: 'DB_HOST', password: 'DB_PASSWORD', others: ['DB_PORT', 'DB_USER', 'DB_NAME', 'DB_SSL_MODE'] },
  resources: { cpu: '250m', memory: '512Mi' },
  terminationGracePeriodSeconds: 300,
  user: 1000,
  group: 1000,
  nodeSelector: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' },
  scratch: { name: 'tmp-pgcerts', mountPath: '/tmp/pgcerts' },
  rules: [
    {
      apiGroups: ['', 'apps', 'networking.k8s.io'],
      resources: [
        'persistentvolumeclaims',
        'pods',
        'deployments',
        'services',
        'secrets',
        'pods/exec',
        'pods/log',
        'events',
        'networkpolicies',
        'serviceaccounts',
      ],
      verbs: ALL_VERBS,
    },
    {
      apiGroups: ['metrics.k8s.io', 'storage.k8s.io'],
      resources: ['pods', 'storageclasses'],
      verbs: ['get', 'list', 'watch'],
    },
  ],
  workspaceLabels: { 'com.coder.resource': 'true' },
  names: {
    release: 'coder',
    namespace: 'coder',
    workload: 'coderd',
    access: 'coder',
    workspaces: 'environments',
    isolation: 'ingress-deny-all',
    ingress: 'coderd-ingress',
    monitor: 'master-monitor',
    metricsService: 'coderd-metrics',
    rules: 'coderd-rules',
    dashboards: 'coderd-dashboard',
  },
};
