import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import { runChild } from '../../components/index.mjs';
import { root } from '../../setup/root.mjs';

const script = path.join(root, 'tools', 'e2e', 'service-monitor.mjs');
const prefix = '10.77.1';
const replicas = 2;

/**
 * The API server refuses loopback addresses in EndpointSlices, so a ServiceMonitor never finds pods that have them. Here the
 * pods have private ones, in a network namespace that only this suite sees, with a cluster of its own.
 */
export async function serviceMonitorSuite({ claim }) {
  let seen;
  await claim('coderd with a ServiceMonitor can be watched in a network namespace of its own', async () => {
    seen = await watchInNamespace();
  });
  if (seen === undefined) return;
  await claim('the EndpointSlice of the metrics Service holds the addresses of all pods', () => {
    assert.equal(seen.pods.length, replicas);
    assert.deepEqual(seen.endpoints, seen.pods);
    return Promise.resolve();
  });
  await claim('the ServiceMonitor makes exactly these pods targets, and every target is up', () => {
    const expected = seen.pods.map((address) => `http://${address}:2112/metrics up`);
    assert.deepEqual(seen.targets, expected);
    return Promise.resolve();
  });
  await claim('all 91 metrics of coderd arrive by the ServiceMonitor', () => {
    assert.deepEqual(seen.missing, []);
    return Promise.resolve();
  });
  await claim('every rule of the chart is loaded and selects what the ServiceMonitor scrapes', () => {
    assert.ok(seen.rules > 0);
    assert.equal(seen.selected, replicas);
    return Promise.resolve();
  });
}

/** Without rights of root, the user becomes root of a namespace of users too. */
async function watchInNamespace() {
  // A local route makes every address of the range usable, as those of 127.0.0.0/8 are anyway.
  const prepare = `ip link set lo up && ip route add local ${prefix}.0/24 dev lo && exec "$@"`;
  const args = [
    '--user',
    '--map-root-user',
    '--net',
    'sh',
    '-c',
    prepare,
    'sh',
    process.execPath,
    script,
    prefix,
    replicas,
  ];
  const result = await runChild('unshare', args.map(String), { detached: true, stderr: 'inherit' });
  if (result.status === 0) return JSON.parse(result.stdout);
  const reason = result.error?.message ?? `exit code ${result.status ?? result.signal}, see above`;
  throw new Error(
    `no answer out of a namespace, which needs util-linux, iproute2 and the right to make one: ${reason}`,
  );
}
