import { Construct } from 'constructs';
import { Manifest } from '../../engine/border';
import {
  type Expr,
  type TreeMap,
  ifSet,
  interpolate,
  literal,
  merge,
  mergeShared,
  unlessEmpty,
} from '../../engine/expr';
import { pullSecrets, resourcesOf } from './containers';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { type ObjectLabels, databaseLabels, databaseSelector, metadata } from './metadata';
import type { PartProps } from './part';

/** The name of the port. */
const PORT = 'postgres';

/** Volumes, and where the image wants them: the root file system is read-only. */
const FOLDERS = {
  data: '/var/lib/postgresql/data',
  run: '/var/run/postgresql',
  tmp: '/tmp',
  password: '/run/secrets/postgres',
} as const;

/** The host of the database for trials, for coderd. */
export function evaluationHost({ names, values }: PartProps): Expr<string> {
  return interpolate`${names.database}.${names.namespace}.svc.${values.clusterDomain}`;
}

/**
 * A PostgreSQL for trials: one pod with a volume, a Service, and a ServiceAccount that may do nothing.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class EvaluationDatabase extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const meta = metadata(part, part.names.database, labels(part));
    new Manifest(this, 'DatabaseServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: meta,
      automountServiceAccountToken: false,
    });
    new Manifest(this, 'DatabaseService', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta,
      spec: service(part),
    });
    new Manifest(this, 'Database', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: meta,
      spec: statefulSet(part),
    });
  }
}

function labels(part: PartProps): ObjectLabels {
  return { shared: databaseLabels(part), fixed: {} };
}

function service(part: PartProps): TreeMap {
  return tree<k8s.ServiceSpec>({
    type: 'ClusterIP',
    clusterIP: 'None',
    selector: databaseSelector(part),
    ports: [{ name: PORT, protocol: 'TCP', port: part.version.evaluation.port, targetPort: PORT }],
  });
}

function statefulSet(part: PartProps): TreeMap {
  const { commonLabels, commonAnnotations } = part.values;
  return tree<k8s.StatefulSetSpec>({
    replicas: 1,
    serviceName: part.names.database,
    selector: { matchLabels: databaseSelector(part) },
    template: {
      metadata: {
        labels: mergeShared(databaseLabels(part), {}, commonLabels),
        annotations: unlessEmpty(merge({}, commonAnnotations)),
      },
      spec: podSpec(part),
    },
    volumeClaimTemplates: [claim(part)],
  });
}

/** Without labels: Kubernetes lets nobody change them later. */
function claim({ values }: PartProps): TreeMap {
  const { size, className } = values.evaluationDatabase.storage;
  return tree<k8s.PersistentVolumeClaimTemplate>({
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: ifSet(className),
      resources: { requests: { storage: size } },
    },
  });
}

/** PostgreSQL refuses a folder that a group may write to, which Kubernetes otherwise makes of it at each start. */
function podSpec(part: PartProps): TreeMap {
  const { values, names } = part;
  const { userId, passwordSecret } = values.evaluationDatabase;
  const { name: secretName, key } = passwordSecret;
  return tree<k8s.PodSpec>({
    serviceAccountName: names.database,
    automountServiceAccountToken: false,
    imagePullSecrets: pullSecrets(values),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: ifSet(userId),
      runAsGroup: ifSet(userId),
      fsGroup: ifSet(userId),
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    },
    terminationGracePeriodSeconds: 60,
    containers: [container(part)],
    volumes: [
      { name: 'run', emptyDir: {} },
      { name: 'tmp', emptyDir: {} },
      { name: 'password', secret: { secretName, items: [{ key, path: 'password' }] } },
    ],
  });
}

function container({ values, version }: PartProps): TreeMap {
  const { image, resources } = values.evaluationDatabase;
  return tree<k8s.Container>({
    name: PORT,
    image,
    imagePullPolicy: values.image.pullPolicy,
    ports: [{ name: PORT, containerPort: version.evaluation.port, protocol: 'TCP' }],
    env: variables(version.evaluation.account),
    readinessProbe: { exec: { command: isReady(version.evaluation) }, ...OFTEN, initialDelaySeconds: 5 },
    livenessProbe: { tcpSocket: { port: PORT }, ...OFTEN, initialDelaySeconds: 30 },
    resources: unlessEmpty(literal(resourcesOf(resources))),
    securityContext: {
      runAsNonRoot: true,
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    },
    volumeMounts: Object.entries(FOLDERS).map(([name, mountPath]) => ({ name, mountPath })),
  });
}

/** The data has a folder of its own, since that of a volume may have others, such as lost+found. */
function variables(account: string): readonly TreeMap[] {
  const all = {
    POSTGRES_USER: account,
    POSTGRES_DB: account,
    POSTGRES_PASSWORD_FILE: `${FOLDERS.password}/password`,
    PGDATA: `${FOLDERS.data}/pgdata`,
  };
  return Object.entries(all).map(([name, value]) => ({ name, value }));
}

/** By TCP: while the image makes the database, it answers on its socket alone. */
function isReady({ account, port }: PartProps['version']['evaluation']): readonly string[] {
  return ['pg_isready', '--host=127.0.0.1', `--port=${String(port)}`, `--username=${account}`];
}

/** A PostgreSQL that recovers after a crash listens, but is not ready: a restart would only let it begin again. */
const OFTEN = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 };
