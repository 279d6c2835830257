import { load } from '../setup/load.mjs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../components/index.mjs';
import { coderdPods, isReady } from './chart.mjs';

const pauseMs = 300;
const metricsPort = 2112;
/** The pods look as if they had run for so many seconds. */
const age = 3600;

/**
 * Stands in for the containers of coderd: whichever pods of a namespace are Ready, their addresses serve simulated metrics.
 * @returns {Promise<{ controlUrl: string, fault(name: string, on: boolean): void,
 *   stop(): Promise<void> }>} fault: switches one on or off
 */
export async function startSimulators(cluster, { namespace, controlPort }) {
  // Loaded late: it may have been compiled only now.
  const { startSimulator } = load('tools/simulator');
  const port = controlPort ?? (await freePorts(1))[0];
  const state = { served: '', running: undefined, faults: new Set(), stopped: false };
  const clock = () => Date.now() / 1000;
  const start = clock() - age;
  const serve = (pods) =>
    startSimulator({
      pods: pods.map(({ metadata, status }) => ({ name: metadata.name, address: status.podIP, port: metricsPort })),
      ...{ start, clock, sleep: (seconds) => sleep(seconds * 1000, undefined, { ref: false }) },
      faults: [...state.faults].map((fault) => ({ fault, from: clock() })),
      control: { address: '127.0.0.1', port },
    });
  const update = () => follow(cluster, { namespace, state, serve });
  await update();
  const loop = repeat(update, state);
  const stop = async () => {
    state.stopped = true;
    await loop;
    await state.running?.stop();
  };
  return {
    controlUrl: `http://127.0.0.1:${port}`,
    fault: (name, on) => {
      state.faults[on ? 'add' : 'delete'](name);
      state.running?.setFault(name, on);
    },
    stop,
  };
}

async function follow(cluster, { namespace, state, serve }) {
  const pods = (await coderdPods(cluster, namespace)).filter(isReady);
  const wanted = pods
    .map(({ metadata, status }) => `${metadata.name}@${status.podIP}`)
    .sort()
    .join(' ');
  if (wanted === state.served) return;
  await state.running?.stop();
  state.running = undefined;
  if (pods.length > 0) state.running = await serve(pods);
  state.served = wanted;
}

async function repeat(update, state) {
  while (!state.stopped) {
    await sleep(pauseMs, undefined, { ref: false });
    // The API server may be away for a while.
    if (!state.stopped) await update().catch(() => undefined);
  }
}
