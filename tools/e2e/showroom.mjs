import { packagedChart, prepareNamespace } from './chart.mjs';
import { writeYaml } from './clients.mjs';
import { startMonitoring } from './monitoring.mjs';
import { waiting } from './say.mjs';
import { startSimulators } from './simulators.mjs';

const namespace = 'coder';

/** Installs the chart, watches it, and simulates its pods; returns where each can be looked at. */
export async function showroom(cluster) {
  await prepareNamespace(cluster, namespace);
  const { prometheus, alertmanager } = await startMonitoring(cluster, { interval: '5s' });
  await waiting('the chart', () => install(cluster));
  const simulators = await startSimulators(cluster, { namespace });
  return { prometheus: prometheus.url, alertmanager: alertmanager.url, control: simulators.controlUrl };
}

async function install(cluster) {
  const { helms, archive } = await packagedChart(cluster);
  const values = writeYaml(cluster.folder, 'values.yaml', { coderd: { replicas: 2 } });
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
