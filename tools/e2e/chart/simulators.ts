import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../process';
import { type FaultName, type Simulator, startSimulator } from '../../simulator';
import { inBackground } from '../claims';
import type { Cluster } from '../cluster';
import { type Pod, addressOf, isReady } from '../kubernetes';
import { coderdPods } from './pods';

const metricsPort = 2112;
/** The pods look as if they had run for so many seconds. */
const age = 3600;

/** Stands in for the containers of coderd: whichever pods of a namespace are Ready, their addresses serve simulated metrics. */
export interface Simulators {
  /** Where faults can be switched. */
  readonly controlUrl: string;
  /** Switches a fault on or off. */
  readonly fault: (name: FaultName, on: boolean) => void;
  readonly stop: () => Promise<void>;
}

interface State {
  /** The pods that are served, with their addresses. */
  served: string;
  running: Simulator | undefined;
  readonly faults: Set<FaultName>;
}

type Serve = (pods: readonly Pod[], faults: Iterable<FaultName>) => Promise<Simulator>;

export async function startSimulators(cluster: Cluster, namespace: string): Promise<Simulators> {
  const port = await freePort();
  const state: State = { served: '', running: undefined, faults: new Set() };
  const serve = serveOn(port);
  const update = async (): Promise<void> => {
    await follow((await coderdPods(cluster.api, namespace)).filter(isReady), state, serve);
  };
  await update();
  const stop = inBackground(update);
  return {
    controlUrl: `http://127.0.0.1:${port}`,
    fault: (name, on) => {
      state.faults[on ? 'add' : 'delete'](name);
      state.running?.setFault(name, on);
    },
    stop: async () => {
      await stop();
      await state.running?.stop();
    },
  };
}

/** Starts simulators whose faults are switched at a port. */
function serveOn(port: number): Serve {
  const clock = (): number => Date.now() / 1000;
  const start = clock() - age;
  return (pods, faults) =>
    startSimulator({
      pods: pods.map((pod) => ({ name: pod.metadata.name, address: addressOf(pod), port: metricsPort })),
      ...{ start, clock, sleep: (seconds) => sleep(seconds * 1000, undefined, { ref: false }) },
      faults: [...faults].map((fault) => ({ fault, from: clock() })),
      control: { address: '127.0.0.1', port },
    });
}

async function follow(pods: readonly Pod[], state: State, serve: Serve): Promise<void> {
  const wanted = pods.map((pod) => `${pod.metadata.name}@${addressOf(pod)}`);
  const served = wanted.sort().join(' ');
  if (served === state.served) return;
  await state.running?.stop();
  state.running = undefined;
  if (pods.length > 0) state.running = await serve(pods, state.faults);
  state.served = served;
}
