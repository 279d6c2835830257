import { temporaryFolder } from '../../process';
import { fields, listOf, optional, text } from '../../read';
import { eventually, waiting } from '../claims';
import { apiClient, conditions, isTrue } from '../kubernetes';
import { type Binaries, type Crew, startCrew } from './crew';
import { writeClusterFiles } from './files';
import type { PodNetwork } from './network';
import { installOperator } from './operator';
import * as parts from './parts';
import type { ClusterPlan } from './plan';
import { clusterPorts } from './ports';

/** A cluster that runs. */
export interface Cluster extends ClusterPlan, Crew {}

/** Starts a Kubernetes whose nodes and pods exist in its API only, with the Prometheus Operator in it. */
export async function startCluster(binaries: Binaries, pods: PodNetwork): Promise<Cluster> {
  const folder = temporaryFolder('e2e');
  const crew = startCrew(folder, binaries);
  try {
    const ports = await clusterPorts();
    const files = await writeClusterFiles(folder, ports.apiServer);
    const plan = { ...files, folder, pods, ports, binaries, api: apiClient(files) };
    await startControlPlane(crew, plan);
    await installOperator(crew, plan);
    return { ...plan, ...crew };
  } catch (error) {
    await crew.stop();
    throw error;
  }
}

async function startControlPlane(crew: Crew, plan: ClusterPlan): Promise<void> {
  await waiting('etcd', () => crew.start(parts.etcd(plan)));
  await waiting('the API server', () => crew.start(parts.apiServer(plan)));
  await waiting('controller manager, scheduler and kwok', () =>
    Promise.all([parts.controllerManager, parts.scheduler, parts.kwok].map((part) => crew.start(part(plan)))),
  );
  await waiting('a node that takes pods', () => readyNode(plan));
}

const node = fields({
  spec: fields({ taints: optional(listOf(fields({ key: text }))) }),
  status: fields({ conditions }),
});

/** kwok makes it ready; the taint of a new node goes away by the controller manager only. */
async function readyNode({ api }: ClusterPlan): Promise<void> {
  await api.post('/api/v1/nodes', parts.node);
  await eventually(async () => {
    const { spec, status } = await api.get(`/api/v1/nodes/${parts.node.metadata.name}`, node);
    const isTainted = spec.taints !== undefined && spec.taints.length > 0;
    if (!isTrue(status.conditions, 'Ready') || isTainted) throw new Error('the node is not ready');
  });
}
