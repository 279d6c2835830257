import assert from 'node:assert/strict';
import { METRIC_NAMES, metricOf } from '../../../simulator';
import {
  coderdPods,
  packagedChart,
  prepareNamespace,
  prometheusAccount,
  releaseOf,
  startSimulators,
} from '../../chart';
import { type Claim, eventually } from '../../claims';
import type { Cluster } from '../../cluster';
import { addressOf, objectsIn, writeYaml } from '../../kubernetes';
import { activeTargets, metricTypes, startMonitoring } from '../../monitoring';
import type { SharedSuite } from '../suite';
import { alertClaims, shortAlerts } from './alerts';
import { controlClaims } from './controls';
import { enforcedClaims } from './enforced';
import { panelClaims, ruleClaims } from './rules';
import type { WatchedStack } from './stack';

const namespace = 'watched';
const replicas = 2;

/** Has a port with the name of coderd's, and is not coderd: nobody may scrape it. */
const bystander = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'bystander', namespace, labels: { 'app.kubernetes.io/component': 'other' } },
  spec: {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'other',
        image: 'example.com/other:1',
        ports: [{ name: 'prom-coderd', containerPort: 2112 }],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
};

/** From the PodMonitor and the PrometheusRule of the chart to alerts at Alertmanager. */
export const monitoringSuite: SharedSuite = {
  title: 'Monitoring',
  claims: 28,
  run: async (claim, cluster) => {
    const { stack, stop } = await watch(cluster);
    try {
      await rightsClaim(claim, stack);
      await targetClaims(claim, stack);
      await metricClaims(claim, stack);
      await alertClaims(claim, stack);
      // Last, as Prometheus takes minutes until it has evaluated the groups with the longest interval.
      await ruleClaims(claim, stack);
      await panelClaims(claim, stack);
      await enforcedClaims(claim, stack);
      await controlClaims(claim, stack);
    } finally {
      await stop();
    }
  },
};

async function watch(cluster: Cluster): Promise<{ readonly stack: WatchedStack; readonly stop: () => Promise<void> }> {
  const chart = await packagedChart(cluster);
  const file = writeYaml(cluster.folder, 'watched.yaml', {
    coderd: { replicas },
    metrics: {
      monitor: { interval: '2s', scrapeTimeout: '2s' },
      rules: { runbookUrl: 'https://runbooks.example.com' },
      // No scrape takes longer than its timeout.
      alerts: { ...shortAlerts, scrapeSlow: { seconds: 1 } },
    },
  });
  await prepareNamespace(cluster, namespace);
  const { stop, ...monitoring } = await startMonitoring(cluster);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await release.install(['--values', file]);
  const rendered = objectsIn(await release.template(['--values', file]));
  await chart.kubectl(['apply', '--server-side', '--filename', writeYaml(cluster.folder, 'bystander.yaml', bystander)]);
  const simulators = await startSimulators(cluster, namespace);
  return {
    stack: { ...monitoring, cluster, chart, release, rendered, simulators },
    stop: async () => {
      await stop();
      await simulators.stop();
    },
  };
}

async function rightsClaim(claim: Claim, { chart }: WatchedStack): Promise<void> {
  await claim(
    'Prometheus has the rights of the page on missing data: it may list pods there, and read no Secret',
    async () => {
      const { name, namespace: from } = prometheusAccount;
      const as = ['--namespace', namespace, '--as', `system:serviceaccount:${from}:${name}`];
      assert.equal((await chart.kubectl(['auth', 'can-i', 'list', 'pods', ...as])).trim(), 'yes');
      await assert.rejects(chart.kubectl(['auth', 'can-i', 'get', 'secrets', ...as]), /no/);
    },
  );
}

async function targetClaims(claim: Claim, { cluster, prometheus }: WatchedStack): Promise<void> {
  await claim('the targets of Prometheus are the pods of coderd, not another pod beside them', () =>
    eventually(async () => {
      const pods = await coderdPods(cluster.api, namespace);
      const targets = await activeTargets(prometheus);
      assert.deepEqual(
        targets.map(({ labels, scrapeUrl }) => `${labels['pod'] ?? ''} ${scrapeUrl}`).sort(),
        pods.map((pod) => `${pod.metadata.name} http://${addressOf(pod)}:2112/metrics`).sort(),
      );
      assert.equal(targets.length, replicas);
    }),
  );
  await claim('every target is up', () =>
    eventually(async () => {
      const series = await prometheus.series('up');
      assert.deepEqual(
        series.map(({ value }) => value?.[1]),
        Array.from({ length: replicas }, () => '1'),
      );
    }),
  );
}

async function metricClaims(claim: Claim, { prometheus }: WatchedStack): Promise<void> {
  await claim('all 91 metrics of coderd arrive, with the types of its documentation', () =>
    eventually(async () => {
      const wanted = METRIC_NAMES.map((name) => `${name} ${metricOf(name).type}`);
      assert.equal(wanted.length, 91);
      const found = Object.entries(await metricTypes(prometheus)).map(([name, type]) => `${name} ${type}`);
      assert.deepEqual(found.filter((line) => wanted.includes(line)).sort(), wanted.sort());
    }),
  );
  await claim('the pods and not the scraper are named by the labels of their metrics', async () => {
    const series = await prometheus.series('coderd_license_user_limit');
    const names = ['namespace', 'container', 'endpoint', 'job'];
    const seen = series.map(({ metric }) => names.map((name) => metric[name]));
    const expected = [namespace, 'coderd', 'prom-coderd', `${namespace}/master-monitor`];
    assert.deepEqual(seen, [expected, expected]);
  });
}
