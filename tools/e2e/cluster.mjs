import fs from 'node:fs';
import path from 'node:path';
import { beforeInterrupt, freePorts, startProcess, temporaryFolder } from '../components/index.mjs';
import { waiting } from './say.mjs';
import { apiClient } from './api.mjs';
import { writeClusterFiles } from './cluster-files.mjs';
import * as parts from './cluster-parts.mjs';
import { eventually } from './eventually.mjs';
import { installOperator } from './operator.mjs';

/** Other work on the same machine makes everything slow. */
const deadlineMs = 240_000;

/**
 * Starts a Kubernetes whose nodes and pods exist in its API only, with the Prometheus Operator in it.
 * @param {{ binaries: Record<string, string>, pods: { cidr: string, node: string } }} options
 * @returns {Promise<Cluster>}
 * @typedef {{ url: string, kubeconfig: string, caFile: string, tokenFile: string, folder: string, api: object,
 *   pids(): number[], start(options: object): Promise<any>, stop(): Promise<void> }} Cluster start: runs one more program
 *   that ends with the cluster, before what was started earlier
 */
export async function startCluster({ binaries, pods }) {
  const folder = temporaryFolder('e2e');
  const crew = startCrew(folder, binaries);
  try {
    const ports = await freePorts(7);
    const files = await writeClusterFiles({ folder, port: ports[2] });
    const server = { ...files, folder, pods, ports, binaries, api: apiClient(files) };
    await startControlPlane(crew, server);
    await installOperator(crew, server);
    return { ...server, ...crew };
  } catch (error) {
    await crew.stop();
    throw error;
  }
}

async function startControlPlane(crew, server) {
  await waiting('etcd', () => crew.start(parts.etcd(server)));
  await waiting('the API server', () => crew.start(parts.apiServer(server)));
  await waiting('controller manager, scheduler and kwok', () =>
    Promise.all([parts.controllerManager, parts.scheduler, parts.kwok].map((part) => crew.start(part(server)))),
  );
  await waiting('a node that takes pods', () => readyNode(server));
}

/** kwok makes it ready; the taint of a new node goes away by the controller manager only. */
async function readyNode({ api }) {
  await api.post('/api/v1/nodes', parts.node);
  await eventually(async () => {
    const { spec, status } = await api.get(`/api/v1/nodes/${parts.node.metadata.name}`);
    const isReady = status.conditions?.some(({ type, status: on }) => type === 'Ready' && on === 'True');
    if (!isReady || spec.taints?.length > 0) throw new Error('the node is not ready');
  });
}

/** Programs that end in the reverse order of their start, also by Ctrl-C: an API server without etcd takes minutes to. */
function startCrew(folder, binaries) {
  const running = [];
  const stop = async () => {
    while (running.length > 0) await running.pop().stop();
    release();
  };
  const release = beforeInterrupt(stop);
  const start = async ({ program, ...options }) => {
    const command = binaries[program];
    const started = await startProcess({ name: program, command, folder, deadlineMs, detached: true, ...options });
    running.push(started);
    fs.writeFileSync(path.join(folder, 'pids'), running.map(({ pid }) => pid).join('\n'));
    return started;
  };
  return { start, stop, pids: () => running.map(({ pid }) => pid) };
}
