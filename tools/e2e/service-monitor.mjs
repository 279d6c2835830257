// Runs in a network namespace of its own: node tools/e2e/service-monitor.mjs PREFIX REPLICAS. Prints what it saw, as JSON.
import assert from 'node:assert/strict';
import { load } from '../setup/load.mjs';
import process from 'node:process';
import { runScript } from '../setup/failure.mjs';
import { coderdPods, packagedChart, prepareNamespace } from './chart.mjs';
import { writeYaml } from './clients.mjs';
import { startCluster } from './cluster.mjs';
import { eventually } from './eventually.mjs';
import { startMonitoring } from './monitoring.mjs';
import { podNetwork } from './network.mjs';
import { startSimulators } from './simulators.mjs';
import { binariesOf } from './stack.mjs';

const namespace = 'by-service';
const [prefix, replicas] = [process.argv[2], Number(process.argv[3])];

await runScript(async () => {
  const cluster = await startCluster({ binaries: await binariesOf(), pods: podNetwork(prefix) });
  try {
    console.log(JSON.stringify(await watch(cluster)));
    return 0;
  } finally {
    await cluster.stop();
  }
});

async function watch(cluster) {
  await prepareNamespace(cluster, namespace);
  const { prometheus, stop } = await startMonitoring(cluster);
  await install(cluster);
  const simulators = await startSimulators(cluster, { namespace });
  try {
    const targets = await eventually(() => upTargets(prometheus));
    const found = new Set((await prometheus.api('label/__name__/values')).map(familyOf));
    const { METRIC_NAMES } = load('tools/simulator/metrics');
    return {
      pods: (await coderdPods(cluster, namespace)).map(({ status }) => status.podIP).sort(),
      endpoints: await eventually(() => endpoints(cluster)),
      targets,
      missing: METRIC_NAMES.filter((name) => !found.has(name) && !found.has(familyOf(name))),
      ...(await eventually(() => rules(prometheus))),
    };
  } finally {
    stop();
    await simulators.stop();
  }
}

async function install(cluster) {
  const { helms, archive } = await packagedChart(cluster);
  const values = writeYaml(cluster.folder, 'by-service.yaml', {
    coderd: { replicas },
    metrics: { monitor: { kind: 'ServiceMonitor' } },
  });
  await helms.helm4([
    'install',
    'coder',
    archive,
    '--namespace',
    namespace,
    '--values',
    values,
    '--wait',
    '--timeout',
    '4m',
  ]);
}

async function upTargets(prometheus) {
  const { activeTargets } = await prometheus.api('targets');
  const targets = activeTargets.map(({ scrapeUrl, health }) => `${scrapeUrl} ${health}`).sort();
  assert.ok(
    targets.length >= replicas && targets.every((target) => target.endsWith(' up')),
    `targets: ${targets.join(', ')}`,
  );
  return targets;
}

async function endpoints({ api }) {
  const slices = await api.list(`/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`);
  const own = slices.filter(({ ports }) => ports.some(({ port }) => port === 2112));
  return own.flatMap((slice) => slice.endpoints.flatMap(({ addresses }) => addresses)).sort();
}

/** How many rules there are, and how many targets the first of them that reads "up" selects. */
async function rules(prometheus) {
  const { groups } = await prometheus.api('rules');
  const all = groups.flatMap((group) => group.rules);
  const up = all.map(({ query }) => /\bup\{[^}]+\}/.exec(query)?.[0]).find(Boolean);
  assert.ok(up, 'a rule that reads "up"');
  const { result } = await prometheus.query(up);
  return { rules: all.length, selected: result.length };
}

/** A histogram and a summary are stored under several names. */
function familyOf(name) {
  return name.replace(/_(bucket|sum|count)$/, '');
}
