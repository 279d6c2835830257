import assert from 'node:assert/strict';
import { load } from '../../setup/load.mjs';
import { coderdPods, packagedChart, prepareNamespace } from '../chart.mjs';
import { writeYaml } from '../clients.mjs';
import { eventually } from '../eventually.mjs';
import { startMonitoring } from '../monitoring.mjs';
import { objectsIn } from '../objects.mjs';
import { startSimulators } from '../simulators.mjs';
import { hasData, queriesOf } from '../../prometheus/manifests.mjs';
import { alertClaims, shortAlerts } from './alerts.mjs';
import { controlClaims } from './controls.mjs';

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
export async function monitoringSuite({ claim }, cluster) {
  const chart = await packagedChart(cluster);
  const values = writeYaml(cluster.folder, 'watched.yaml', {
    coderd: { replicas },
    metrics: { monitor: { interval: '2s', scrapeTimeout: '2s' }, alerts: shortAlerts },
  });
  await prepareNamespace(cluster, namespace);
  const monitoring = await startMonitoring(cluster);
  const args = ['coder', chart.archive, '--namespace', namespace, '--values', values];
  await chart.helms.helm4(['install', ...args, '--wait', '--timeout', '4m']);
  const rendered = objectsIn(await chart.helms.helm4(['template', ...args]));
  await chart.kubectl(['apply', '--server-side', '--filename', writeYaml(cluster.folder, 'bystander.yaml', bystander)]);
  const simulators = await startSimulators(cluster, { namespace });
  const stack = { ...monitoring, cluster, chart, rendered, simulators, namespace };
  try {
    await targetClaims(claim, stack);
    await metricClaims(claim, stack);
    await alertClaims(claim, stack);
    // Last, as Prometheus takes minutes until it has evaluated the groups with the longest interval.
    await ruleClaims(claim, stack);
    await panelClaims(claim, stack);
    await controlClaims(claim, stack);
  } finally {
    monitoring.stop();
    await simulators.stop();
  }
}

async function targetClaims(claim, { cluster, prometheus }) {
  await claim('the targets of Prometheus are the pods of coderd, not another pod beside them', () =>
    eventually(async () => {
      const pods = await coderdPods(cluster, namespace);
      const { activeTargets } = await prometheus.api('targets');
      assert.deepEqual(
        activeTargets.map(({ labels, scrapeUrl }) => `${labels.pod} ${scrapeUrl}`).sort(),
        pods.map(({ metadata, status }) => `${metadata.name} http://${status.podIP}:2112/metrics`).sort(),
      );
      assert.equal(activeTargets.length, replicas);
    }),
  );
  await claim('every target is up', () =>
    eventually(async () => {
      const { result } = await prometheus.query('up');
      assert.deepEqual(
        result.map(({ value }) => value[1]),
        Array.from({ length: replicas }, () => '1'),
      );
    }),
  );
}

async function metricClaims(claim, { prometheus }) {
  const { METRIC_NAMES, metricOf } = load('tools/simulator/metrics');
  await claim('all 91 metrics of coderd arrive, with the types of its documentation', () =>
    eventually(async () => {
      const found = await prometheus.api('metadata');
      const types = (all, typeOf) => Object.entries(all).map(([name, facts]) => `${name} ${typeOf(facts)}`);
      const wanted = types(Object.fromEntries(METRIC_NAMES.map((name) => [name, metricOf(name)])), ({ type }) => type);
      assert.equal(wanted.length, 91);
      assert.deepEqual(
        types(found, ([{ type }]) => type)
          .filter((line) => wanted.includes(line))
          .sort(),
        wanted.sort(),
      );
    }),
  );
  await claim('the pods and not the scraper are named by the labels of their metrics', async () => {
    const { result } = await prometheus.query('coderd_license_user_limit');
    const seen = result.map(({ metric }) => [metric.namespace, metric.container, metric.endpoint, metric.job]);
    const expected = [namespace, 'coderd', 'prom-coderd', `${namespace}/master-monitor`];
    assert.deepEqual(seen, [expected, expected]);
  });
}

async function ruleClaims(claim, { prometheus, rendered }) {
  const wanted = rendered
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) =>
      spec.groups.flatMap(({ rules }) => rules.map(({ alert, record, expr }) => [alert ?? record, expr])),
    );
  await claim(`all ${wanted.length} rules of the chart are loaded and healthy`, () =>
    eventually(async () => {
      const { groups } = await prometheus.api('rules');
      const loaded = groups.flatMap(({ rules }) => rules);
      assert.ok(wanted.length > 0);
      assert.deepEqual(loaded.map(({ name }) => name).sort(), wanted.map(([name]) => name).sort());
      assert.deepEqual(
        loaded.filter(({ health }) => health !== 'ok').map(({ name, health, lastError }) => [name, health, lastError]),
        [],
      );
    }),
  );
}

/** What Grafana would put in the place of the variables. */
const variables = { __rate_interval: '30s', __range: '1m', __interval: '5s', namespace, job: '.+', pod: '.+' };

async function panelClaims(claim, { prometheus, rendered }) {
  const dashboards = rendered
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.labels.grafana_dashboard === '1')
    .flatMap(({ data }) => Object.values(data).map((text) => JSON.parse(text)));
  const queries = dashboards.flatMap((dashboard) => queriesOf(dashboard, variables));
  await claim(`all ${queries.length} queries of the ${dashboards.length} dashboards of the chart have data`, () =>
    eventually(async () => {
      assert.ok(queries.length > 0);
      const answers = queries.map(async (query) => {
        const isEmpty = !hasData(await prometheus.query(query.expr));
        return isEmpty && !query.mayBeEmpty ? query.place : undefined;
      });
      assert.deepEqual((await Promise.all(answers)).filter(Boolean), []);
    }),
  );
}
