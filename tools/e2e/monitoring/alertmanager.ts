import fs from 'node:fs';
import path from 'node:path';
import { freePort, requestJson } from '../../process';
import { type Read, fields, listOf, mapOf, text } from '../../read';
import type { Cluster } from '../cluster';

const alert = fields({ labels: mapOf(text), annotations: mapOf(text) });

/** An Alertmanager that runs, and tells nobody. */
export interface Alertmanager {
  readonly url: string;
  /** Host and port. */
  readonly host: string;
  /** The alerts that are active there. */
  readonly alerts: () => Promise<readonly Read<typeof alert>[]>;
}

export async function startAlertmanager(cluster: Cluster): Promise<Alertmanager> {
  const file = path.join(cluster.folder, 'alertmanager.yaml');
  const route = { receiver: 'nobody', group_by: ['...'], group_wait: '0s', group_interval: '1s' };
  fs.writeFileSync(file, JSON.stringify({ route, receivers: [{ name: 'nobody' }] }));
  const host = `127.0.0.1:${await freePort()}`;
  const url = `http://${host}`;
  await cluster.start({
    program: 'alertmanager',
    args: [
      ...[`--config.file=${file}`, `--storage.path=${path.join(cluster.folder, 'alertmanager')}`],
      // An empty address: one alone needs no cluster, and its default is all interfaces.
      ...[`--web.listen-address=${host}`, '--cluster.listen-address='],
    ],
    ready: `${url}/-/ready`,
  });
  const active = `${url}/api/v2/alerts?active=true`;
  return { url, host, alerts: async () => listOf(alert)(await requestJson(active), active) };
}
