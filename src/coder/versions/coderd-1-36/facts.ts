import type { CoderdFacts, EnvironmentVariable } from '../version';

const ALL_VERBS = ['create', 'get', 'list', 'watch', 'update', 'patch', 'delete', 'deletecollection'];
const READ_VERBS = ['get', 'list', 'watch'];

const NAMESPACE: EnvironmentVariable = { name: 'NAMESPACE', fieldPath: 'metadata.namespace' };
const DEVURL_HOST: EnvironmentVariable = { name: 'DEVURL_HOST', setting: 'hosts.devurls' };

const LOGS: readonly EnvironmentVariable[] = [
  { name: 'HUMAN_LOG', setting: 'logging.human' },
  { name: 'JSON_LOG', setting: 'logging.json' },
  { name: 'STACKDRIVER_LOG', setting: 'logging.stackdriver' },
];

/** Coder's own chart gives these to the migrations alone. */
const SPLUNK: readonly EnvironmentVariable[] = [
  { name: 'SPLUNK_URL', setting: 'logging.splunk.url' },
  { name: 'SPLUNK_TOKEN', setting: 'logging.splunk.tokenSecret' },
  { name: 'SPLUNK_CHANNEL', setting: 'logging.splunk.channel' },
];

const PROXIES: readonly EnvironmentVariable[] = [
  { name: 'http_proxy', setting: 'proxy.http' },
  { name: 'https_proxy', setting: 'proxy.https' },
  { name: 'no_proxy', setting: 'proxy.exempt' },
];

const WORKSPACES: readonly EnvironmentVariable[] = [
  { name: 'POD_TOLERATIONS', setting: 'workspaces.tolerations' },
  { name: 'POD_NODESELECTOR', setting: 'workspaces.nodeSelector' },
];

const DATABASE: readonly EnvironmentVariable[] = [
  { name: 'DB_HOST', setting: 'database.host' },
  { name: 'DB_PORT', setting: 'database.port' },
  { name: 'DB_USER', setting: 'database.user' },
  { name: 'DB_PASSWORD', setting: 'database.passwordSecret' },
  { name: 'DB_PASSWORD_PATH', setting: 'database.passwordAsFile' },
  { name: 'DB_CONNECTOR', setting: 'database.connector' },
  { name: 'DB_SSL_MODE', setting: 'database.sslMode' },
  { name: 'DB_NAME', setting: 'database.name' },
  { name: 'DB_SEARCH_PATH', setting: 'database.searchPath' },
  { name: 'DB_CERT', setting: 'database.tls.certSecret' },
  { name: 'DB_KEY', setting: 'database.tls.keySecret' },
  { name: 'DB_ROOT_CERT', setting: 'database.tls.rootCertSecret' },
  { name: 'CODER_MAX_DB_CONNECTIONS', setting: 'database.poolSize' },
];

/**
 * coderd 1.36.2, the newest patch of 1.36, as its own Helm chart of that version deploys it. No variable is set to be empty: it would hide
 * one of the same name that comes from a Secret or ConfigMap.
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
  satelliteCommand: ['coderd', 'replica'],
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
    ...LOGS,
    ...SPLUNK,
    { name: 'AMPLITUDE_API_KEY', setting: 'telemetry.amplitudeKey' },
    { name: 'ENVBOX_IMAGE', setting: 'envbox.image' },
    { name: 'CLUSTER_ADDRESS', setting: 'clusterDomain' },
    NAMESPACE,
    DEVURL_HOST,
    { name: 'POD_IP', fieldPath: 'status.podIP' },
    { name: 'VERBOSE', setting: 'logging.verbose' },
    { name: 'CODER_SATELLITE_PRIVATE_KEY', setting: 'satellite.privateKeySecret' },
    { name: 'CODER_PRIMARY_ACCESS_URL', setting: 'satellite.primaryUrl' },
    { name: 'CODER_SATELLITE_ACCESS_URL', setting: 'satellite.accessUrl' },
    { name: 'SSL_SERVER_CERT_FILE', setting: 'tls#certificates' },
    { name: 'SSL_SERVER_KEY_FILE', setting: 'tls#keys' },
    { name: 'OIDC_ENABLE_REFRESH', setting: 'oidc.enableRefresh' },
    { name: 'OIDC_REDIRECT_OPTIONS', setting: 'oidc.redirectOptions' },
    { name: 'SUPER_ADMIN_PASSWORD', setting: 'superAdmin.passwordSecret' },
    { name: 'SCIM_AUTH_SECRET', setting: 'scim.authSecret' },
    ...PROXIES,
    { name: 'TRUST_PROXY_IP', setting: 'reverseProxy.trustIp' },
    { name: 'PROXY_TRUSTED_ORIGINS', setting: 'reverseProxy.trustedOrigins' },
    { name: 'PROXY_TRUSTED_HEADERS', setting: 'reverseProxy.trustedHeaders' },
    { name: 'SSL_CLIENT_CERT_FILE', setting: 'clientTls.secretName#certificate' },
    { name: 'SSL_CLIENT_KEY_FILE', setting: 'clientTls.secretName#key' },
    { name: 'CODER_ALTERNATE_HOSTNAMES', setting: 'hosts.alternates' },
    { name: 'CODER_MIGRATE_BUILT_IN_PROVIDER', setting: 'serviceAccount.migrateBuiltInProvider' },
    ...WORKSPACES,
    ...DATABASE,
    { name: 'GOMEMLIMIT', setting: 'goRuntime.memoryLimitPercentage' },
    { name: 'GOMAXPROCS', setting: 'goRuntime.maxProcs' },
  ],
  migrationsEnvironment: [
    ...LOGS,
    ...SPLUNK,
    NAMESPACE,
    DEVURL_HOST,
    { name: 'VERBOSE', value: 'true' },
    ...PROXIES,
    ...DATABASE,
    ...WORKSPACES,
  ],
  poolSize: 30,
  evaluation: {
    image: 'docker.io/library/postgres:15-alpine',
    port: 5432,
    user: 70,
    account: 'coder',
    resources: { cpu: '250m', memory: '1Gi', disk: '1Gi' },
  },
  humanLog: '/dev/stderr',
  proxyExempt: 'cluster.local',
  clusterDomain: 'cluster.local',
  resources: { cpu: '250m', memory: '512Mi', disk: '1Gi' },
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
      verbs: READ_VERBS,
    },
  ],
  // What later versions of Coder's own chart give. A Role cannot allow StorageClasses, which are in no namespace.
  narrowRules: [
    {
      apiGroups: [''],
      resources: ['persistentvolumeclaims', 'pods', 'services', 'secrets', 'serviceaccounts'],
      verbs: ALL_VERBS,
    },
    { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] },
    { apiGroups: [''], resources: ['pods/log', 'events'], verbs: READ_VERBS },
    { apiGroups: ['apps'], resources: ['deployments'], verbs: ALL_VERBS },
    { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ALL_VERBS },
    { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: READ_VERBS },
  ],
  workspaceLabels: { 'com.coder.resource': 'true' },
  names: {
    release: 'coder',
    namespace: 'coder',
    workload: 'coderd',
    access: 'coder',
    workspaces: 'environments',
    isolation: 'ingress-deny-all',
    database: 'coderd-database',
    ingress: 'coderd-ingress',
    monitor: 'master-monitor',
    metricsService: 'coderd-metrics',
    rules: 'coderd-rules',
    dashboards: 'coderd-dashboard',
  },
};
