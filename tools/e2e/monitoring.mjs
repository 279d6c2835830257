import fs from 'node:fs';
import path from 'node:path';
import { freePorts, clientOf } from '../components/index.mjs';
import { goRecipe } from '../components/go-modules.mjs';
import { requestJson } from '../components/http.mjs';
import { kubectlOf, writeYaml } from './clients.mjs';
import { mountPrometheus } from './mount.mjs';
import { waiting } from './say.mjs';

const name = 'main';
const namespace = 'monitoring';

/**
 * Starts an Alertmanager, and a Prometheus that runs what the Operator generated for a Prometheus object whose selectors
 * take every monitor and rule of the namespaces with the label coder-e2e=yes.
 * @param {{ interval?: string }} options interval: of scrapes, unless a monitor says another, and of rules
 * @returns {Promise<{ prometheus: object, alertmanager: { url: string, alerts(): Promise<object[]> }, namespace: string,
 *   name: string, stop(): void }>}
 */
export async function startMonitoring(cluster, { interval = '2s' } = {}) {
  const [alertmanagerPort, prometheusPort] = await freePorts(2);
  const alertmanager = await waiting('Alertmanager', () => startAlertmanager(cluster, alertmanagerPort));
  await kubectlOf(cluster)(['apply', '--server-side', '--filename', objectsFile(cluster, { interval, alertmanager })]);
  const mounted = await waiting("the Operator's configuration", () => mountPrometheus(cluster, { namespace, name }));
  const prometheus = await waiting('Prometheus', () => startPrometheus(cluster, mounted, prometheusPort));
  return { prometheus, alertmanager, namespace, name, ...mounted };
}

async function startAlertmanager(cluster, port) {
  const file = path.join(cluster.folder, 'alertmanager.yaml');
  const route = { receiver: 'nobody', group_by: ['...'], group_wait: '0s', group_interval: '1s' };
  fs.writeFileSync(file, JSON.stringify({ route, receivers: [{ name: 'nobody' }] }));
  const url = `http://127.0.0.1:${port}`;
  await cluster.start({
    program: 'alertmanager',
    args: [
      ...[`--config.file=${file}`, `--storage.path=${path.join(cluster.folder, 'alertmanager')}`],
      // An empty address: one alone needs no cluster, and its default is all interfaces.
      ...[`--web.listen-address=127.0.0.1:${port}`, '--cluster.listen-address='],
    ],
    ready: `${url}/-/ready`,
  });
  return { url, host: `127.0.0.1:${port}`, alerts: () => requestJson(`${url}/api/v2/alerts?active=true`) };
}

function objectsFile(cluster, options) {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'alertmanagers', namespace },
    stringData: { 'config.yaml': JSON.stringify([{ static_configs: [{ targets: [options.alertmanager.host] }] }]) },
  };
  const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  return writeYaml(cluster.folder, 'monitoring.yaml', space, secret, prometheusObject(cluster, options));
}

function prometheusObject({ url, tokenFile, caFile }, { interval }) {
  const everywhere = { matchLabels: { 'coder-e2e': 'yes' } };
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { name, namespace },
    spec: {
      version: `v${goRecipe('prometheus').version}`,
      ...{ replicas: 1, scrapeInterval: interval, scrapeTimeout: interval, evaluationInterval: interval },
      ...{ podMonitorSelector: {}, podMonitorNamespaceSelector: everywhere },
      ...{ serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: everywhere },
      ...{ ruleSelector: {}, ruleNamespaceSelector: everywhere },
      // Prometheus runs outside of a pod, so it asks the API server with this token.
      apiserverConfig: { host: url, authorization: { credentialsFile: tokenFile }, tlsConfig: { caFile } },
      // The discovery by a Service would find loopback addresses, which no EndpointSlice may hold.
      additionalAlertManagerConfigs: { name: 'alertmanagers', key: 'config.yaml' },
    },
  };
}

async function startPrometheus(cluster, { config, reloader }, port) {
  const url = `http://127.0.0.1:${port}`;
  const started = await cluster.start({
    program: 'prometheus',
    args: [
      ...[`--config.file=${config}`, `--storage.tsdb.path=${path.join(cluster.folder, 'prometheus', 'data')}`],
      ...[`--web.listen-address=127.0.0.1:${port}`, '--web.enable-lifecycle'],
    ],
    ready: `${url}/-/ready`,
  });
  await reloader(url);
  return { ...started, url, ...clientOf(url) };
}
