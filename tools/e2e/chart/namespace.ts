import { type Access, kubectlOf, writeYaml } from '../kubernetes';
import { rightsOfPrometheus } from './rights';

const SECRETS = [
  'coder-database',
  'coder-database-client',
  'coder-database-server',
  'coder-ingress-tls',
  'coder-tls',
  'internal-authority',
  'registry-credentials',
];

/**
 * Makes a namespace with everything in it, and in the cluster, that the examples say to make beforehand, and the rights of Prometheus there. It refuses pods that
 * break the Pod Security Standard "restricted".
 */
export async function prepareNamespace(access: Access, name: string): Promise<void> {
  const labels = { 'coder-e2e': 'yes', 'pod-security.kubernetes.io/enforce': 'restricted' };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  const secrets = SECRETS.map((secret) => secretOf(secret, name));
  const priority = {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'coder-control-plane' },
    value: 1_000_000,
  };
  const file = writeYaml(
    access.folder,
    `namespace-${name}.yaml`,
    namespace,
    priority,
    volumeOf(name),
    ...secrets,
    ...rightsOfPrometheus(name),
  );
  await kubectlOf(access)(['apply', '--server-side', '--filename', file]);
}

/** No storage makes volumes here: one that waits for the claim of the database for trials. */
function volumeOf(namespace: string): object {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `database-of-${namespace}` },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '10Gi' },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: 'data-coderd-database-0' },
      hostPath: { path: '/nowhere' },
    },
  };
}

function secretOf(name: string, namespace: string): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData: { made: 'up' } };
}
