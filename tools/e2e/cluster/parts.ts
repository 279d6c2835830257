import path from 'node:path';
import { anything } from '../../read';
import { type Api, apiClient } from '../kubernetes';
import type { Program } from './crew';
import type { ClusterPlan } from './plan';

// How each program is started: only what differs from its defaults. All listen on 127.0.0.1.

/** The node that the pods are on; its labels are those that cloud nodes have. */
export const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'node-1',
    labels: {
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/os': 'linux',
      'kubernetes.io/hostname': 'node-1',
      'topology.kubernetes.io/zone': 'zone-1',
    },
  },
  status: {
    allocatable: { cpu: '256', memory: '1Ti', 'ephemeral-storage': '1Ti', pods: '1000' },
    capacity: { cpu: '256', memory: '1Ti', 'ephemeral-storage': '1Ti', pods: '1000' },
  },
};

export function etcd({ folder, ports }: ClusterPlan): Program {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcdPeer}`;
  return {
    program: 'etcd',
    args: [
      `--data-dir=${path.join(folder, 'etcd')}`,
      ...[`--listen-client-urls=${client}`, `--advertise-client-urls=${client}`],
      ...[`--listen-peer-urls=${peer}`, `--initial-advertise-peer-urls=${peer}`, `--initial-cluster=default=${peer}`],
      // Nothing of it has to outlive the machine.
      '--unsafe-no-fsync',
    ],
    ready: `${client}/health`,
  };
}

export function apiServer({ api, ports, caFile, tokensFile, accountKey, url }: ClusterPlan): Program {
  return {
    program: 'kube-apiserver',
    args: [
      `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
      ...['--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', `--secure-port=${ports.apiServer}`],
      // It would publish its own address, and refuse it as a loopback one.
      '--endpoint-reconciler-type=none',
      `--cert-dir=${path.dirname(caFile)}`,
      `--token-auth-file=${tokensFile}`,
      `--service-account-issuer=${url}`,
      ...[`--service-account-key-file=${accountKey}`, `--service-account-signing-key-file=${accountKey}`],
      '--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112',
      '--authorization-mode=RBAC',
    ],
    ready: () => problemAt(api, '/readyz'),
  };
}

const controllers = [
  ...['deployment-controller', 'replicaset-controller', 'statefulset-controller', 'daemonset-controller'],
  'job-controller',
  'persistentvolume-binder-controller',
  ...['serviceaccount-controller', 'serviceaccount-token-controller', 'root-ca-certificate-publisher-controller'],
  ...['namespace-controller', 'garbage-collector-controller', 'disruption-controller'],
  ...['endpoints-controller', 'endpointslice-controller'],
  // Volumes are made by hand, and an object that is protected goes only by the second one.
  ...['persistentvolume-binder-controller', 'persistentvolumeclaim-protection-controller'],
  // The admission taints each new node, and only this one takes the taint away.
  'node-lifecycle-controller',
];

export function controllerManager(plan: ClusterPlan): Program {
  const { kubeconfig, ports, caFile, accountKey } = plan;
  const { folder, ready } = ownCertificate(plan, { program: 'controller-manager', port: ports.controllerManager });
  return {
    program: 'kube-controller-manager',
    args: [
      ...[`--kubeconfig=${kubeconfig}`, '--leader-elect=false', `--controllers=${controllers.join(',')}`],
      ...['--bind-address=127.0.0.1', `--secure-port=${ports.controllerManager}`, `--cert-dir=${folder}`],
      ...[`--service-account-private-key-file=${accountKey}`, `--root-ca-file=${caFile}`],
      // A busy machine must not look like a broken node.
      '--node-monitor-grace-period=10m',
    ],
    ready,
  };
}

export function scheduler(plan: ClusterPlan): Program {
  const { kubeconfig, ports } = plan;
  const { folder, ready } = ownCertificate(plan, { program: 'scheduler', port: ports.scheduler });
  return {
    program: 'kube-scheduler',
    args: [
      ...[`--kubeconfig=${kubeconfig}`, '--leader-elect=false'],
      ...['--bind-address=127.0.0.1', `--secure-port=${ports.scheduler}`, `--cert-dir=${folder}`],
    ],
    ready,
  };
}

export function kwok({ kubeconfig, ports, pods, stages }: ClusterPlan): Program {
  return {
    program: 'kwok',
    args: [
      ...[`--kubeconfig=${kubeconfig}`, `--config=${stages}`, '--manage-all-nodes=true'],
      ...[`--cidr=${pods.cidr}`, `--node-ip=${pods.node}`],
      // Without renewed leases the node counts as broken after a while.
      '--node-lease-duration-seconds=40',
      // Its default is all interfaces.
      `--server-address=127.0.0.1:${ports.kwok}`,
    ],
    ready: `http://127.0.0.1:${ports.kwok}/healthz`,
  };
}

/** The Prometheus Operator, once its definitions are there. */
export function operator({ kubeconfig }: ClusterPlan, port: number): Program {
  return {
    program: 'prometheus-operator',
    args: [`--web.listen-address=127.0.0.1:${port}`, '--log-level=info'],
    env: { KUBECONFIG: kubeconfig },
    ready: `http://127.0.0.1:${port}/healthz`,
  };
}

/** For a program that makes its certificate itself when it starts: where to, and how to ask whether it is ready. */
function ownCertificate(
  { caFile, token }: ClusterPlan,
  { program, port }: { readonly program: string; readonly port: number },
): { readonly folder: string; readonly ready: () => Promise<string | undefined> } {
  const folder = path.join(path.dirname(caFile), program);
  const own = path.join(folder, `kube-${program}.crt`);
  const api = apiClient({ url: `https://127.0.0.1:${port}`, caFile: own, token });
  return { folder, ready: () => problemAt(api, '/healthz') };
}

async function problemAt(api: Api, where: string): Promise<string | undefined> {
  try {
    await api.get(where, anything);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
