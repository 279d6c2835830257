import assert from 'node:assert/strict';
import process from 'node:process';
import { freePorts } from '../components/index.mjs';
import { isAlive } from '../components/lock.mjs';
import { apiServer } from './cluster-parts.mjs';
import { eventually } from './eventually.mjs';
import { waiting } from './say.mjs';

/**
 * Ends programs of a cluster as a crash would. To be called right after its start: it knows them by their order. Each
 * function waits until it is gone, and returns the one that starts the program again.
 */
export function outagesOf(cluster) {
  const [, server, , , , operator] = cluster.pids();
  const pids = { server, operator };
  const outage = (name, label, start) => async () => {
    process.kill(pids[name], 'SIGKILL');
    await eventually(() => assert.ok(!isAlive(pids[name]), `${label} is gone`));
    return async () => {
      const { pid } = await waiting(`${label} again`, start);
      pids[name] = pid;
    };
  };
  return {
    killApiServer: outage('server', 'the API server', () => cluster.start(apiServer(cluster))),
    killOperator: outage('operator', 'the Prometheus Operator', () => startOperator(cluster)),
  };
}

async function startOperator(cluster) {
  const [port] = await freePorts(1);
  return await cluster.start({
    program: 'prometheus-operator',
    args: [`--web.listen-address=127.0.0.1:${port}`, '--log-level=info'],
    env: { KUBECONFIG: cluster.kubeconfig },
    ready: `http://127.0.0.1:${port}/healthz`,
  });
}
