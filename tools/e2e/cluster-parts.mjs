import path from 'node:path';
import { apiClient } from './api.mjs';

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
    allocatable: { cpu: '256', memory: '1Ti', pods: '1000' },
    capacity: { cpu: '256', memory: '1Ti', pods: '1000' },
  },
};

export function etcd({ folder, ports }) {
  const [client, peer] = ports.map((port) => `http://127.0.0.1:${port}`);
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

export function apiServer({ api, ports, caFile, tokensFile, accountKey, url }) {
  return {
    program: 'kube-apiserver',
    args: [
      `--etcd-servers=http://127.0.0.1:${ports[0]}`,
      ...['--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', `--secure-port=${ports[2]}`],
      // It would publish its own address, and refuse it as a loopback one.
      '--endpoint-reconciler-type=none',
      `--cert-dir=${path.dirname(caFile)}`,
      `--token-auth-file=${tokensFile}`,
      `--service-account-issuer=${url}`,
      ...[`--service-account-key-file=${accountKey}`, `--service-account-signing-key-file=${accountKey}`],
      '--service-cluster-ip-range=10.96.0.0/16',
      '--authorization-mode=RBAC',
    ],
    ready: () => answer(api, '/readyz'),
  };
}

const controllers = [
  ...['deployment-controller', 'replicaset-controller', 'statefulset-controller', 'daemonset-controller'],
  ...['serviceaccount-controller', 'serviceaccount-token-controller', 'root-ca-certificate-publisher-controller'],
  ...[
    'namespace-controller',
    'garbage-collector-controller',
    'endpoints-controller',
    'endpointslice-controller',
    'disruption-controller',
  ],
  // The admission taints each new node, and only this one takes the taint away.
  'node-lifecycle-controller',
];

export function controllerManager({ kubeconfig, ports, caFile, accountKey, token }) {
  return {
    program: 'kube-controller-manager',
    args: [
      ...[`--kubeconfig=${kubeconfig}`, '--leader-elect=false', `--controllers=${controllers.join(',')}`],
      ...['--bind-address=127.0.0.1', `--secure-port=${ports[3]}`],
      `--cert-dir=${path.join(path.dirname(caFile), 'controller-manager')}`,
      ...[`--service-account-private-key-file=${accountKey}`, `--root-ca-file=${caFile}`],
      // A busy machine must not look like a broken node.
      '--node-monitor-grace-period=10m',
    ],
    ready: healthOf({ port: ports[3], caFile, name: 'kube-controller-manager', folder: 'controller-manager', token }),
  };
}

export function scheduler({ kubeconfig, ports, caFile, token }) {
  return {
    program: 'kube-scheduler',
    args: [
      ...[`--kubeconfig=${kubeconfig}`, '--leader-elect=false'],
      ...['--bind-address=127.0.0.1', `--secure-port=${ports[4]}`],
      `--cert-dir=${path.join(path.dirname(caFile), 'scheduler')}`,
    ],
    ready: healthOf({ port: ports[4], caFile, name: 'kube-scheduler', folder: 'scheduler', token }),
  };
}

export function kwok({ kubeconfig, ports, pods, stages }) {
  return {
    program: 'kwok',
    args: [
      ...[`--kubeconfig=${kubeconfig}`, `--config=${stages}`, '--manage-all-nodes=true'],
      ...[`--cidr=${pods.cidr}`, `--node-ip=${pods.node}`],
      // Without renewed leases the node counts as broken after a while.
      '--node-lease-duration-seconds=40',
      // Its default is all interfaces.
      `--server-address=127.0.0.1:${ports[5]}`,
    ],
    ready: `http://127.0.0.1:${ports[5]}/healthz`,
  };
}

/** Each makes its certificate itself when it starts. */
function healthOf({ port, caFile, name, folder, token }) {
  const own = path.join(path.dirname(caFile), folder, `${name}.crt`);
  const api = apiClient({ url: `https://127.0.0.1:${port}`, caFile: own, token });
  return () => answer(api, '/healthz');
}

async function answer(api, where) {
  try {
    await api.get(where);
    return undefined;
  } catch (error) {
    return error.message;
  }
}
