// npm run e2e:up: the end-to-end stack with the chart installed, to look around in it; until Ctrl-C or npm run e2e:down.
import path from 'node:path';
import { installClients } from '../components';
import { type Cluster, claimState, startStack } from '../e2e/cluster';
import { type Showroom, openShowroom } from '../e2e/monitoring';

export async function main(): Promise<number> {
  installClients();
  const note = claimState();
  const cluster = await startStack();
  note(cluster);
  const showroom = await openShowroom(cluster);
  note(cluster);
  announce(cluster, showroom);
  // Ends by a signal, which stops everything.
  return await new Promise<never>(() => undefined);
}

function announce({ kubeconfig, url, folder }: Cluster, { prometheus, alertmanager, control }: Showroom): void {
  const lines = [
    ['kubeconfig', kubeconfig],
    ['API server', url],
    ['Prometheus', `${prometheus}/api/v1/query?query=up (its API; this build has no web pages)`],
    ['Alertmanager', alertmanager],
    ['faults', `${control}/faults (PUT and DELETE ${control}/faults/NAME)`],
    ['logs', path.join(folder, '*.log')],
  ] as const;
  console.log(`\n${lines.map(([name, value]) => `${`${name}:`.padEnd(14)}${value}`).join('\n')}`);
  console.log(
    `\nexport KUBECONFIG=${kubeconfig}\n\nCtrl-C, or npm run e2e:down elsewhere, stops all of it (process ${process.pid}).`,
  );
}
