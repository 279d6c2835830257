import fs from 'node:fs';
import path from 'node:path';
import { type PrometheusClient, clientOf, goRecipe } from '../../components';
import { freePort } from '../../process';
import { waiting } from '../claims';
import type { Cluster } from '../cluster';
import { prometheusAccount } from '../chart';
import { kubectlOf, writeYaml } from '../kubernetes';
import { type Alertmanager, startAlertmanager } from './alertmanager';
import { type Mounted, type PrometheusName, mountPrometheus } from './mount';

const at: PrometheusName = { name: 'main', namespace: 'monitoring' };

/** A Prometheus that was started as the Operator says. */
export interface MonitoringPrometheus extends PrometheusClient {
  readonly url: string;
}

/** What watches a cluster. */
export interface Monitoring {
  readonly prometheus: MonitoringPrometheus;
  readonly alertmanager: Alertmanager;
  /** The configuration as the Operator wrote it. */
  readonly generated: () => Promise<string>;
  /** Stops to bring what the Operator writes to Prometheus. */
  readonly stop: () => Promise<void>;
}

/** How it watches. */
export interface MonitoringOptions {
  /** Of scrapes, unless a monitor says another, and of rules; 2s by default. */
  readonly interval?: string;
}

/**
 * Starts an Alertmanager, and a Prometheus that runs what the Operator generated for a Prometheus object whose selectors
 * take every monitor and rule of the namespaces with the label coder-e2e=yes.
 */
export async function startMonitoring(cluster: Cluster, options: MonitoringOptions = {}): Promise<Monitoring> {
  const { interval = '2s' } = options;
  const alertmanager = await waiting('Alertmanager', () => startAlertmanager(cluster));
  const tokenFile = path.join(cluster.folder, 'prometheus-token');
  const file = writeYaml(
    cluster.folder,
    'monitoring.yaml',
    ...objects({ ...cluster, tokenFile }, alertmanager, interval),
  );
  await kubectlOf(cluster)(['apply', '--server-side', '--filename', file]);
  fs.writeFileSync(tokenFile, await tokenOf(cluster), { mode: 0o600 });
  const mounted = await waiting("the Operator's configuration", () => mountPrometheus(cluster, at));
  const prometheus = await waiting('Prometheus', () => startPrometheus(cluster, mounted));
  return { prometheus, alertmanager, generated: mounted.generated, stop: mounted.stop };
}

/** Prometheus may do what its account may, as in a pod. */
async function tokenOf(cluster: Cluster): Promise<string> {
  const { name, namespace } = prometheusAccount;
  return (await kubectlOf(cluster)(['create', 'token', name, '--namespace', namespace, '--duration', '4h'])).trim();
}

function objects(cluster: Cluster, { host }: Alertmanager, interval: string): readonly object[] {
  const { namespace } = at;
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'alertmanagers', namespace },
    stringData: { 'config.yaml': JSON.stringify([{ static_configs: [{ targets: [host] }] }]) },
  };
  const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: prometheusAccount };
  return [space, account, secret, prometheusObject(cluster, interval)];
}

function prometheusObject({ url, tokenFile, caFile }: Cluster, interval: string): object {
  const everywhere = { matchLabels: { 'coder-e2e': 'yes' } };
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: at,
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

async function startPrometheus(cluster: Cluster, { config, startReloader }: Mounted): Promise<MonitoringPrometheus> {
  const host = `127.0.0.1:${await freePort()}`;
  const url = `http://${host}`;
  await cluster.start({
    program: 'prometheus',
    args: [
      ...[`--config.file=${config}`, `--storage.tsdb.path=${path.join(cluster.folder, 'prometheus', 'data')}`],
      ...[`--web.listen-address=${host}`, '--web.enable-lifecycle'],
    ],
    ready: `${url}/-/ready`,
  });
  await startReloader(url);
  return { url, ...clientOf(url) };
}
