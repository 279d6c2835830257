import assert from 'node:assert/strict';
import { isReady } from './chart.mjs';
import { eventually } from './eventually.mjs';
import { objectsIn, stored } from './objects.mjs';

/**
 * One release of the chart in one namespace, by one Helm. `install` and `upgrade` take further arguments, and another chart
 * than the packaged one; they wait for the pods.
 */
export function releaseOf(cluster, chart, { helm, namespace, release = 'coder' }) {
  const run = chart.helms[helm];
  const at = ['--namespace', namespace];
  const waits = ['--wait', '--timeout', '4m'];
  const named = release === 'coder' ? 'coderd' : `${release}-coderd`;
  const pods = () => podsOf(cluster, { namespace, release });
  return {
    ...{ helm, namespace, release },
    install: (args = [], source = chart.archive) => run(['install', release, source, ...at, ...waits, ...args]),
    upgrade: (args = [], source = chart.archive) => run(['upgrade', release, source, ...at, ...waits, ...args]),
    rollback: (revision) => run(['rollback', release, String(revision), ...at, ...waits]),
    uninstall: () => run(['uninstall', release, ...at, ...waits]),
    helmSays: (command, args = []) => run([...command, release, ...at, ...args]),
    scale: (replicas) => chart.kubectl(['scale', `deployment/${named}`, ...at, '--replicas', String(replicas)]),
    deployment: () => cluster.api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${named}`),
    service: () => cluster.api.get(`/api/v1/namespaces/${namespace}/services/${named}`),
    /** What the API server stores of the objects of its current revision. */
    objects: async () => stored(cluster.api, objectsIn(await run(['get', 'manifest', release, ...at]))),
    /** Who its pods are; a restart gives others. Throws unless there are so many, each of them Ready. */
    ready: (count) => eventually(() => readyPods(pods, count)),
    pods,
  };
}

async function podsOf({ api }, { namespace, release }) {
  const selector = encodeURIComponent(`app.kubernetes.io/instance=${release}`);
  const pods = await api.list(`/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`);
  return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

async function readyPods(pods, count) {
  const all = await pods();
  assert.deepEqual([all.length, all.filter(isReady).length], [count, count], 'pods, and Ready ones');
  return all.map(({ metadata }) => metadata.uid).sort();
}
