import { type GoProgramName, goComponents } from '../../components';
import { type Cluster, startCluster } from './cluster';
import type { Binaries } from './crew';
import { takePodNetwork } from './network';

const names: readonly GoProgramName[] = [
  ...(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok', 'prometheus-operator'] as const),
  ...(['prometheus-config-reloader', 'prometheus', 'alertmanager'] as const),
];

/** Builds what is not in the cache, in the order of the names: the API server brings most of the packages. */
export function binariesOf(more: readonly GoProgramName[] = []): Promise<Binaries> {
  return goComponents([...names, ...more]);
}

/** Starts a cluster whose pods have loopback addresses of their own. */
export async function startStack(more: readonly GoProgramName[] = []): Promise<Cluster> {
  const binaries = await binariesOf(more);
  return await startCluster(binaries, await takePodNetwork());
}
