import type { Json } from '../../../src/engine/expr';
import type { Objects } from '../../support/manifests';
import { containers, dig, listAt, only, podTemplate } from '../../docs/coder';
import type { Scenario } from './scenarios';

const USER = { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } };

/** The Deployment of Coder's own chart by default: what is neither the same for every installation nor a deviation. */
const DEFAULT_POD: Readonly<Record<string, unknown>> = {
  replicas: 1,
  image: 'docker.io/coderenvs/coder-service:1.36.2',
  imagePullSecrets: undefined,
  annotations: undefined,
  podLabels: {},
  nodeSelector: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' },
  tolerations: undefined,
  podSecurityContext: USER,
  securityContext: { ...USER, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
  resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '250m', memory: '512Mi' } },
  readiness: { initialDelaySeconds: 10, failureThreshold: 15, periodSeconds: 10, timeoutSeconds: 3 },
  liveness: { initialDelaySeconds: 30, failureThreshold: 30, periodSeconds: 10, timeoutSeconds: 3 },
  command: ['coderd', 'run'],
  serviceAccountName: 'coder',
  terminationGracePeriodSeconds: 300,
};

/** Variables that Coder's own chart sets by default, as far as they are not empty. */
const DEFAULT_VARIABLES: Readonly<Record<string, string>> = {
  SKIP_MIGRATIONS: 'true',
  HUMAN_LOG: '/dev/stderr',
  ENVBOX_IMAGE: 'docker.io/coderenvs/envbox:1.36.2',
  CLUSTER_ADDRESS: 'https://kubernetes.default.svc.cluster.local:443',
  NAMESPACE: 'fieldRef metadata.namespace',
  POD_IP: 'fieldRef status.podIP',
  VERBOSE: 'true',
  no_proxy: 'cluster.local',
  TRUST_PROXY_IP: 'false',
  CODER_MIGRATE_BUILT_IN_PROVIDER: 'true',
};

const DATABASE =
  'DB_HOST DB_PORT DB_USER DB_PASSWORD DB_PASSWORD_PATH DB_CONNECTOR DB_SSL_MODE DB_NAME DB_CERT DB_KEY DB_ROOT_CERT';
const PROXY = 'http_proxy https_proxy no_proxy';
const PODS = 'POD_TOLERATIONS POD_NODESELECTOR';

/** The variables of coderd in the order of Coder's own chart. */
const OF_CODERD =
  `SKIP_MIGRATIONS HUMAN_LOG JSON_LOG AMPLITUDE_API_KEY ENVBOX_IMAGE CLUSTER_ADDRESS NAMESPACE DEVURL_HOST POD_IP VERBOSE SSL_SERVER_CERT_FILE SSL_SERVER_KEY_FILE OIDC_ENABLE_REFRESH OIDC_REDIRECT_OPTIONS SUPER_ADMIN_PASSWORD SCIM_AUTH_SECRET ${PROXY} TRUST_PROXY_IP PROXY_TRUSTED_ORIGINS PROXY_TRUSTED_HEADERS SSL_CLIENT_CERT_FILE SSL_CLIENT_KEY_FILE CODER_ALTERNATE_HOSTNAMES CODER_MIGRATE_BUILT_IN_PROVIDER ${PODS} ${DATABASE}`.split(
    ' ',
  );
const OF_MIGRATIONS = `HUMAN_LOG JSON_LOG NAMESPACE DEVURL_HOST VERBOSE ${PROXY} ${DATABASE} ${PODS}`.split(' ');

/** Every leaf that Coder's own chart makes of a scenario. */
export function originalOf({ variables = {}, own = {}, secrets = [], pod = {} }: Scenario): unknown {
  const all: Readonly<Record<string, string>> = { ...DEFAULT_VARIABLES, ...variables };
  const chosen = (names: readonly string[], values: Readonly<Record<string, string>>): readonly string[] => [
    ...names.flatMap((name) => ((values[name] ?? '') === '' ? [] : [`${name}=${String(values[name])}`])),
    ...Object.entries(own).map(([name, value]) => `${name}=${value}`),
  ];
  return {
    ...{ ...DEFAULT_POD, ...pod },
    coderd: chosen(OF_CODERD, all),
    migrations: chosen(OF_MIGRATIONS, { ...all, VERBOSE: 'true' }),
    volumes: ['tmp-pgcerts', ...secrets.map(([volume, secret]) => `${volume} of ${secret}`)],
    mounts: ['tmp-pgcerts at /tmp/pgcerts', ...secrets.map(([volume, , path]) => `${volume} at ${path}`)],
  };
}

/** The same of objects. */
export function leavesOf(objects: Objects): unknown {
  const template = podTemplate(objects);
  const [coderd, migrations] = containers(objects);
  const spec = (...path: readonly string[]): unknown => dig(template, 'spec', ...path);
  return {
    replicas: dig(only(objects, 'Deployment'), 'spec', 'replicas'),
    image: dig(coderd, 'image'),
    imagePullSecrets: spec('imagePullSecrets'),
    annotations: unlessEmpty(dig(template, 'metadata', 'annotations')),
    podLabels: ownLabels(dig(template, 'metadata', 'labels')),
    nodeSelector: spec('nodeSelector'),
    tolerations: spec('tolerations'),
    podSecurityContext: spec('securityContext'),
    securityContext: without(dig(coderd, 'securityContext'), 'capabilities'),
    resources: withoutDisk(dig(coderd, 'resources')),
    readiness: without(dig(coderd, 'readinessProbe'), 'httpGet'),
    liveness: without(dig(coderd, 'livenessProbe'), 'tcpSocket'),
    command: dig(coderd, 'command'),
    serviceAccountName: spec('serviceAccountName'),
    terminationGracePeriodSeconds: spec('terminationGracePeriodSeconds'),
    coderd: variablesOf(coderd),
    migrations: variablesOf(migrations),
    volumes: listAt(template, 'spec', 'volumes').map(volumeOf),
    mounts: listAt(coderd, 'volumeMounts').map((one) => `${textAt(one, 'name')} at ${textAt(one, 'mountPath')}`),
  };
}

function unlessEmpty(value: unknown): unknown {
  return value === undefined || Object.keys(value as object).length === 0 ? undefined : value;
}

function without(map: unknown, key: string): unknown {
  const { [key]: _, ...rest } = map as Readonly<Record<string, unknown>>;
  return rest;
}

/** What may be asked of the local disk is nothing that Coder's chart knows. */
function withoutDisk(resources: unknown): unknown {
  const { requests, limits } = resources as Readonly<Record<string, unknown>>;
  return { requests: without(requests, 'ephemeral-storage'), limits: without(limits, 'ephemeral-storage') };
}

/** Labels that neither chart has by itself. */
function ownLabels(labels: unknown): unknown {
  const own = Object.entries(labels as object).filter(
    ([key]) => !/^(app(\.kubernetes\.io\/.*)?|coder\.deployment)$/.test(key),
  );
  return Object.fromEntries(own);
}

/** What Coder's own chart sets without a value, see docs/deviations.md. */
const EMPTY = ['', '{}'];

/** `NAME=value`, of those that are not empty. */
function variablesOf(container: Json | undefined): readonly string[] {
  return listAt(container, 'env')
    .map((entry) => [textAt(entry, 'name'), sourceOf(entry)] as const)
    .flatMap(([name, source]) => (EMPTY.includes(source) ? [] : [`${name}=${source}`]));
}

function sourceOf(entry: Json): string {
  const secret = dig(entry, 'valueFrom', 'secretKeyRef');
  const field = textAt(entry, 'valueFrom', 'fieldRef', 'fieldPath');
  if (field !== '') return `fieldRef ${field}`;
  if (secret !== undefined) return `secretKeyRef ${textAt(secret, 'key')} of ${textAt(secret, 'name')}`;
  return textAt(entry, 'value');
}

function volumeOf(volume: Json): string {
  const secret = textAt(volume, 'secret', 'secretName');
  return secret === '' ? textAt(volume, 'name') : `${textAt(volume, 'name')} of ${secret}`;
}

/** A text at a path; `''` where there is none. */
function textAt(from: Json, ...path: readonly string[]): string {
  const found = dig(from, ...path);
  return typeof found === 'string' ? found : '';
}
