// npm run e2e:up: the end-to-end stack with the chart installed, to look around in it; until Ctrl-C or npm run e2e:down.
import path from 'node:path';
import process from 'node:process';
import { startStack } from '../e2e/stack.mjs';
import { claimState } from '../e2e/state.mjs';
import { setUp } from '../setup/index.mjs';
import { runScript } from '../setup/failure.mjs';

await runScript(async () => {
  await setUp({ tools: true });
  const state = claimState();
  const { showroom } = await import('../e2e/showroom.mjs');
  const cluster = await startStack();
  state.record(cluster);
  const urls = await showroom(cluster);
  state.record(cluster);
  announce(cluster, urls);
  // Ends by a signal, which stops everything.
  return await new Promise(() => {});
});

function announce({ kubeconfig, url, folder }, { prometheus, alertmanager, control }) {
  const lines = [
    ['kubeconfig', kubeconfig],
    ['API server', url],
    ['Prometheus', `${prometheus}/api/v1/query?query=up (its API; this build has no web pages)`],
    ['Alertmanager', alertmanager],
    ['faults', `${control}/faults (PUT and DELETE ${control}/faults/NAME)`],
    ['logs', path.join(folder, '*.log')],
  ];
  console.log(`\n${lines.map(([name, value]) => `${`${name}:`.padEnd(14)}${value}`).join('\n')}`);
  console.log(
    `\nexport KUBECONFIG=${kubeconfig}\n\nCtrl-C, or npm run e2e:down elsewhere, stops all of it (process ${process.pid}).`,
  );
}
