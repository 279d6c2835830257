import assert from 'node:assert/strict';
import path from 'node:path';
import { runChild } from '../../../process';
import { parseJson } from '../../../read';
import { root } from '../../../setup/index.cjs';
import type { Suite } from '../../claims';
import { type Sighting, sighting } from './sighting';

const prefix = '10.77.1';
const replicas = 2;

/**
 * The API server refuses loopback addresses in EndpointSlices, so a ServiceMonitor never finds pods that have them. Here the
 * pods have private ones, in a network namespace that only this suite sees, with a cluster of its own.
 */
export const serviceMonitorSuite: Suite = {
  title: 'Monitoring by a ServiceMonitor',
  claims: 5,
  run: async (claim) => {
    const seen = await claim(
      'coderd with a ServiceMonitor can be watched in a network namespace of its own',
      watchInNamespace,
    );
    await claim('the EndpointSlice of the metrics Service holds the addresses of all pods', () => {
      const { pods, endpoints } = seen.value();
      assert.equal(pods.length, replicas);
      assert.deepEqual(endpoints, pods);
    });
    await claim('the ServiceMonitor makes exactly these pods targets, and every target is up', () => {
      const { pods, targets } = seen.value();
      const expected = pods.map((address) => `http://${address}:2112/metrics up`);
      assert.deepEqual(targets, expected);
    });
    await claim('all 91 metrics of coderd arrive by the ServiceMonitor', () => {
      assert.deepEqual(seen.value().missing, []);
    });
    await claim('every rule of the chart is loaded and selects what the ServiceMonitor scrapes', () => {
      const { rules, selected } = seen.value();
      assert.ok(rules > 0);
      assert.equal(selected, replicas);
    });
  },
};

/** Without rights of root, the user becomes root of a namespace of users too. */
async function watchInNamespace(): Promise<Sighting> {
  // A local route makes every address of the range usable, as those of 127.0.0.0/8 are anyway.
  const prepare = `ip link set lo up && ip route add local ${prefix}.0/24 dev lo && exec "$@"`;
  const namespace = ['--user', '--map-root-user', '--net', 'sh', '-c', prepare, 'sh'];
  const script = [process.execPath, '--require', 'tsx/cjs', path.join(__dirname, 'in-namespace.ts')];
  const args = [...namespace, ...script, prefix, String(replicas)];
  const result = await runChild('unshare', args, { cwd: root, detached: true, stderr: 'inherit' });
  if (result.status === 0) return parseJson(result.stdout, sighting, 'output of the script in the namespace');
  const reason = result.error?.message ?? `exit code ${result.status ?? result.signal ?? 'unknown'}, see above`;
  throw new Error(
    `no answer out of a namespace, which needs util-linux, iproute2 and the right to make one: ${reason}`,
  );
}
