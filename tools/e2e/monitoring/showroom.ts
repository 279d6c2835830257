import { packagedChart, prepareNamespace, releaseOf, startSimulators } from '../chart';
import { waiting } from '../claims';
import type { Cluster } from '../cluster';
import { startMonitoring } from './monitoring';

const namespace = 'coder';

/** Where what runs can be looked at. */
export interface Showroom {
  readonly prometheus: string;
  readonly alertmanager: string;
  /** Where the faults of the simulator are switched. */
  readonly control: string;
}

/** Installs the chart, watches it, and simulates its pods. */
export async function openShowroom(cluster: Cluster): Promise<Showroom> {
  await prepareNamespace(cluster, namespace);
  const { prometheus, alertmanager } = await startMonitoring(cluster, { interval: '5s' });
  const release = releaseOf(cluster, await packagedChart(cluster), { helm: 'helm4', namespace });
  await waiting('the chart', () => release.install(['--set', 'coderd.replicas=2']));
  const simulators = await startSimulators(cluster, namespace);
  return { prometheus: prometheus.url, alertmanager: alertmanager.url, control: simulators.controlUrl };
}
