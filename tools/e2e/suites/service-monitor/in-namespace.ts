// Runs in a network namespace of its own, with the arguments PREFIX REPLICAS. Prints what it saw, as JSON.
import assert from 'node:assert/strict';
import type { PrometheusClient } from '../../../components';
import { fields, listOf, number, optional, text } from '../../../read';
import { runScript } from '../../../setup/index.cjs';
import { METRIC_NAMES } from '../../../simulator';
import { coderdPods, packagedChart, prepareNamespace, releaseOf, startSimulators } from '../../chart';
import { eventually } from '../../claims';
import { type Cluster, binariesOf, podNetwork, startCluster } from '../../cluster';
import { addressOf } from '../../kubernetes';
import { activeTargets, namesOfSeries, ruleGroups, startMonitoring } from '../../monitoring';
import { set } from '../suite';
import type { Sighting } from './sighting';

const namespace = 'by-service';

void runScript(async () => {
  const [prefix = '', replicas = ''] = process.argv.slice(2);
  const cluster = await startCluster(await binariesOf(), podNetwork(prefix));
  try {
    console.log(JSON.stringify(await watch(cluster, Number(replicas))));
    return 0;
  } finally {
    await cluster.stop();
  }
});

async function watch(cluster: Cluster, replicas: number): Promise<Sighting> {
  await prepareNamespace(cluster, namespace);
  const { prometheus, stop } = await startMonitoring(cluster);
  const release = releaseOf(cluster, await packagedChart(cluster), { helm: 'helm4', namespace });
  await release.install(set(`coderd.replicas=${replicas}`, 'metrics.monitor.kind=ServiceMonitor'));
  const simulators = await startSimulators(cluster, namespace);
  try {
    const targets = await eventually(() => upTargets(prometheus, replicas));
    const found = new Set((await namesOfSeries(prometheus)).map(familyOf));
    return {
      pods: (await coderdPods(cluster.api, namespace)).map(addressOf).sort(),
      endpoints: await eventually(() => endpoints(cluster)),
      targets,
      missing: METRIC_NAMES.filter((name) => !found.has(name) && !found.has(familyOf(name))),
      ...(await eventually(() => rules(prometheus))),
    };
  } finally {
    await stop();
    await simulators.stop();
  }
}

async function upTargets(prometheus: PrometheusClient, replicas: number): Promise<readonly string[]> {
  const targets = (await activeTargets(prometheus)).map(({ scrapeUrl, health }) => `${scrapeUrl} ${health}`).sort();
  const isComplete = targets.length >= replicas && targets.every((target) => target.endsWith(' up'));
  assert.ok(isComplete, `targets: ${targets.join(', ')}`);
  return targets;
}

const endpointSlice = fields({
  ports: optional(listOf(fields({ port: number }))),
  endpoints: optional(listOf(fields({ addresses: listOf(text) }))),
});

async function endpoints({ api }: Cluster): Promise<readonly string[]> {
  const slices = await api.list(`/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`, endpointSlice);
  const own = slices.filter(({ ports = [] }) => ports.some(({ port }) => port === 2112));
  return own.flatMap((slice) => (slice.endpoints ?? []).flatMap(({ addresses }) => addresses)).sort();
}

/** How many rules there are, and how many targets the first of them that reads "up" selects. */
async function rules(prometheus: PrometheusClient): Promise<Pick<Sighting, 'rules' | 'selected'>> {
  const all = (await ruleGroups(prometheus)).flatMap((group) => group.rules);
  const [up] = all.flatMap(({ query }) => /\bup\{[^}]+\}/.exec(query) ?? []);
  assert.ok(up !== undefined, 'a rule that reads "up"');
  return { rules: all.length, selected: (await prometheus.series(up)).length };
}

/** A histogram and a summary are stored under several names. */
function familyOf(name: string): string {
  return name.replace(/_(bucket|sum|count)$/, '');
}
