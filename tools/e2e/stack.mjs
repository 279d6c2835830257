import { goComponents } from '../components/index.mjs';
import { startCluster } from './cluster.mjs';
import { takePodNetwork } from './network.mjs';

const names = [
  ...['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok', 'prometheus-operator'],
  ...['prometheus-config-reloader', 'prometheus', 'alertmanager'],
];

/** Builds what is not in the cache, in the order of the names: the API server brings most of the packages. */
export function binariesOf(more = []) {
  return goComponents([...names, ...more]);
}

/** Starts a cluster whose pods have loopback addresses of their own. */
export async function startStack({ more = [] } = {}) {
  const binaries = await binariesOf(more);
  return await startCluster({ binaries, pods: await takePodNetwork() });
}
