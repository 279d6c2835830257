import assert from 'node:assert/strict';
import type { GoProgramName } from '../../components';
import { freePort } from '../../process';
import { isAlive } from '../../setup/index.cjs';
import { eventually, waiting } from '../claims';
import type { Cluster } from './cluster';
import type { Program } from './crew';
import { apiServer, operator } from './parts';

/** Starts again what was killed. */
export type Restart = () => Promise<void>;

/** Ends programs of a cluster as a crash would; each waits until its program is gone. */
export interface Outages {
  readonly killApiServer: () => Promise<Restart>;
  readonly killOperator: () => Promise<Restart>;
}

export function outagesOf(cluster: Cluster): Outages {
  return {
    killApiServer: () => kill(cluster, 'kube-apiserver', () => apiServer(cluster)),
    // The old port may be taken by now.
    killOperator: () => kill(cluster, 'prometheus-operator', async () => operator(cluster, await freePort())),
  };
}

async function kill(cluster: Cluster, name: GoProgramName, again: () => Program | Promise<Program>): Promise<Restart> {
  const pid = cluster.pidOf(name);
  process.kill(pid, 'SIGKILL');
  await eventually(() => {
    assert.ok(!isAlive(pid), `${name} is gone`);
  });
  return async () => {
    await waiting(`${name} again`, async () => cluster.start(await again()));
  };
}
