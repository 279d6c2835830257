import fs from 'node:fs';
import path from 'node:path';

/**
 * A chart whose objects are those of Coder's own chart as far as a take-over depends on it: kinds, names, labels, selectors, ports, volumes
 * and the order of the environment. What only changes a pod is left out.
 */
export function writeOriginal(folder: string): string {
  const chart = path.join(folder, 'original');
  fs.mkdirSync(path.join(chart, 'templates'), { recursive: true });
  const metadata = { apiVersion: 'v2', name: 'coder', version: '1.36.0', appVersion: '1.36.2' };
  fs.writeFileSync(path.join(chart, 'Chart.yaml'), JSON.stringify(metadata));
  fs.writeFileSync(path.join(chart, 'values.yaml'), JSON.stringify(DEFAULTS));
  for (const { when, ...object } of OBJECTS) {
    const file = `${object.kind}-${object.metadata.name}.yaml`;
    fs.writeFileSync(path.join(chart, 'templates', file), `{{ if ${when} }}\n${templateOf(object)}\n{{ end }}\n`);
  }
  return chart;
}

/** JSON is YAML. A text that begins with = is what a template prints, and no text. */
function templateOf(object: object): string {
  return JSON.stringify(object).replaceAll(/"=([^"]+)"/g, '{{ $1 }}');
}

const DEFAULTS = {
  coderd: { replicas: 1, devurlsHost: '', serviceSpec: { type: 'LoadBalancer', externalTrafficPolicy: 'Local' } },
  ingress: { enable: false, host: '' },
  postgres: { default: { enable: true } },
};

const ALWAYS = 'true';
const DATABASE = '.Values.postgres.default.enable';

const RELEASE = { 'app.kubernetes.io/name': '{{ .Chart.Name }}', 'app.kubernetes.io/instance': '{{ .Release.Name }}' };
const LABELS = {
  ...RELEASE,
  'helm.sh/chart': '{{ .Chart.Name }}-{{ .Chart.Version }}',
  'app.kubernetes.io/managed-by': '{{ .Release.Service }}',
  'app.kubernetes.io/version': '{{ .Chart.AppVersion }}',
};
const coderd = { 'app.kubernetes.io/component': 'coderd' };
const timescale = { 'app.kubernetes.io/component': 'timescale' };
const app = (name: string): object => ({ app: name, 'coder.deployment': name });

const metadata = (name: string, labels: object): { readonly name: string } => ({
  name,
  ...{ namespace: '{{ .Release.Namespace }}', labels: { ...LABELS, ...labels } },
});

const ALL = ['create', 'get', 'list', 'watch', 'update', 'patch', 'delete', 'deletecollection'];
const READ = ['get', 'list', 'watch'];
const RULES = [
  {
    apiGroups: [''],
    resources: ['persistentvolumeclaims', 'pods', 'services', 'secrets', 'serviceaccounts'],
    verbs: ALL,
  },
  { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] },
  { apiGroups: [''], resources: ['pods/log', 'events'], verbs: READ },
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ALL },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ALL },
];

const PROBE = { httpGet: { path: '/cem-healthz', port: 8080 }, periodSeconds: 10, timeoutSeconds: 3 };
const USER = { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } };
const IMAGE = { image: 'docker.io/coderenvs/coder-service:{{ .Chart.AppVersion }}', imagePullPolicy: 'Always' };
const MOUNTS = { volumeMounts: [{ name: 'tmp-pgcerts', mountPath: '/tmp/pgcerts' }] };

const fromField = (name: string, fieldPath: string): object => ({ name, valueFrom: { fieldRef: { fieldPath } } });
const NAMESPACE = fromField('NAMESPACE', 'metadata.namespace');
const DEVURLS = { name: 'DEVURL_HOST', value: '{{ .Values.coderd.devurlsHost }}' };
const CONNECTION = [
  { name: 'DB_HOST', value: 'timescale.{{ .Release.Namespace }}.svc.cluster.local' },
  { name: 'DB_PORT', value: '5432' },
  { name: 'DB_USER', value: 'coder' },
  { name: 'DB_NAME', value: 'coder' },
  { name: 'DB_SSL_MODE', value: 'disable' },
];
const LOGS = [
  { name: 'HUMAN_LOG', value: '/dev/stderr' },
  { name: 'JSON_LOG', value: '' },
];

const CODERD = {
  name: 'coderd',
  ...IMAGE,
  command: ['coderd', 'run'],
  ports: [
    { name: 'tcp-coderd', containerPort: 8080 },
    { name: 'pprof-coderd', containerPort: 6060 },
    { name: 'prom-coderd', containerPort: 2112 },
  ],
  securityContext: { ...USER, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
  tty: false,
  env: [
    { name: 'SKIP_MIGRATIONS', value: 'true' },
    { name: 'ASSETS_URL' },
    ...LOGS,
    { name: 'ENVBOX_IMAGE', value: 'docker.io/coderenvs/envbox:{{ .Chart.AppVersion }}' },
    NAMESPACE,
    DEVURLS,
    fromField('POD_IP', 'status.podIP'),
    { name: 'VERBOSE', value: 'true' },
    ...CONNECTION,
  ],
  readinessProbe: { ...PROBE, initialDelaySeconds: 10, failureThreshold: 15 },
  livenessProbe: { ...PROBE, initialDelaySeconds: 30, failureThreshold: 30 },
  resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
  ...MOUNTS,
};

const MIGRATIONS = {
  name: 'migrations',
  ...IMAGE,
  command: ['coderd', 'migrate', 'up'],
  env: [...LOGS, NAMESPACE, DEVURLS, { name: 'VERBOSE', value: 'true' }, ...CONNECTION],
  securityContext: CODERD.securityContext,
  ...MOUNTS,
};

const NODES = { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' };

const DEPLOYMENT = {
  replicas: '=.Values.coderd.replicas',
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
  selector: { matchLabels: { 'coder.deployment': 'coderd' } },
  template: {
    metadata: { labels: { ...RELEASE, ...coderd, 'app.kubernetes.io/part-of': 'coder', ...app('coderd') } },
    spec: {
      securityContext: USER,
      ...{
        restartPolicy: 'Always',
        terminationGracePeriodSeconds: 300,
        serviceAccountName: 'coder',
        nodeSelector: NODES,
      },
      initContainers: [MIGRATIONS],
      containers: [CODERD],
      volumes: [{ name: 'tmp-pgcerts', emptyDir: {} }],
    },
  },
};

const SERVICE = {
  type: '{{ .Values.coderd.serviceSpec.type }}',
  externalTrafficPolicy: '{{ .Values.coderd.serviceSpec.externalTrafficPolicy }}',
  selector: { 'coder.deployment': 'coderd' },
  ports: [
    { name: 'tcp-coderd', port: 80, targetPort: 8080, protocol: 'TCP' },
    { name: 'tcp-coderd-https', port: 443, targetPort: 8443, protocol: 'TCP' },
  ],
};

const IS_READY = { exec: { command: ['pg_isready', '-U', 'coder'] }, periodSeconds: 10, timeoutSeconds: 5 };

const STATEFUL_SET = {
  ...{ serviceName: 'timescale', replicas: 1, selector: { matchLabels: { app: 'timescale' } } },
  template: {
    metadata: { labels: { ...LABELS, ...timescale, ...app('timescale') } },
    spec: {
      serviceAccountName: 'timescale',
      securityContext: { runAsNonRoot: true, runAsUser: 70, runAsGroup: 70, fsGroup: 70 },
      containers: [
        {
          name: 'timescale',
          image: 'docker.io/coderenvs/timescale:{{ .Chart.AppVersion }}',
          ports: [{ containerPort: 5432 }],
          readinessProbe: IS_READY,
          livenessProbe: IS_READY,
          volumeMounts: [{ name: 'timescale-data', mountPath: '/var/lib/postgresql/data' }],
        },
      ],
    },
  },
  volumeClaimTemplates: [
    {
      metadata: { name: 'timescale-data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
    },
  ],
};

/** Who may talk to the database. */
const FROM_CODERD = {
  podSelector: { matchLabels: { 'app.kubernetes.io/instance': '{{ .Release.Name }}', ...coderd } },
};

function policyOf(matchLabels: object, ingress: readonly object[]): object {
  return { spec: { podSelector: { matchLabels }, policyTypes: ['Ingress'], ingress } };
}

function ruleOf(host: string): object {
  const backend = { service: { name: 'coderd', port: { name: 'tcp-coderd' } } };
  return { host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } };
}

interface Original {
  /** The condition under which the chart has it. */
  readonly when: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const policies = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };
const rights = 'rbac.authorization.k8s.io/v1';
const ofRelease = { 'app.kubernetes.io/instance': '{{ .Release.Name }}' };

const OBJECTS: readonly Original[] = [
  account('coder', coderd, ALWAYS),
  account('environments', coderd, ALWAYS),
  account('timescale', { ...timescale, 'coder.deployment': 'timescale' }, DATABASE),
  { when: ALWAYS, apiVersion: rights, kind: 'Role', metadata: metadata('coder', coderd), ...{ rules: RULES } },
  {
    ...{ when: ALWAYS, apiVersion: rights, kind: 'RoleBinding', metadata: metadata('coder', coderd) },
    ...{ roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'coder' } },
    ...{ subjects: [{ kind: 'ServiceAccount', name: 'coder' }] },
  },
  {
    ...{ when: ALWAYS, apiVersion: 'apps/v1', kind: 'Deployment', spec: DEPLOYMENT },
    metadata: metadata('coderd', { ...coderd, ...app('coderd') }),
  },
  { when: ALWAYS, apiVersion: 'v1', kind: 'Service', metadata: metadata('coderd', coderd), ...{ spec: SERVICE } },
  {
    ...{ when: ALWAYS, ...policies, metadata: metadata('ingress-deny-all', coderd) },
    ...policyOf({ 'com.coder.resource': 'true' }, []),
  },
  {
    ...{ when: ALWAYS, ...policies, metadata: metadata('coderd', coderd) },
    ...policyOf({ ...ofRelease, ...coderd }, [{}]),
  },
  {
    ...{ when: DATABASE, ...policies, metadata: metadata('timescale', timescale) },
    ...policyOf({ ...ofRelease, ...timescale }, [{ from: [FROM_CODERD], ports: [{ protocol: 'TCP', port: 5432 }] }]),
  },
  {
    ...{ when: DATABASE, apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: metadata('timescale', timescale) },
    ...{ spec: STATEFUL_SET },
  },
  {
    ...{ when: DATABASE, apiVersion: 'v1', kind: 'Service' },
    metadata: metadata('timescale', { ...timescale, ...app('timescale') }),
    ...{ spec: { ports: [{ port: 5432, name: 'tcp-timescale' }], selector: { app: 'timescale' } } },
  },
  {
    ...{ when: '.Values.ingress.enable', apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
    metadata: metadata('coderd-ingress', coderd),
    ...{ spec: { rules: [ruleOf('{{ .Values.ingress.host }}'), ruleOf('{{ .Values.coderd.devurlsHost }}')] } },
  },
];

function account(name: string, labels: object, when: string): Original {
  return { when, apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(name, labels) };
}
