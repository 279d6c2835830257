import { type Controls, serveControls } from './control';
import type { FaultName, FaultWindow } from './faults';
import { type Listen, type Listening, servePod } from './server';
import { type Simulation, createSimulation, podOf, withFaults } from './simulation';
import type { SimulationOptions } from './settings';

/** A pod and where it listens. */
export interface ServedPod extends Listen {
  readonly name: string;
}

/** What is simulated and where, and what the simulator needs of the world. */
export interface SimulatorOptions extends Omit<SimulationOptions, 'pods'> {
  readonly pods: readonly ServedPod[];
  /** Where faults can be switched; default: nowhere. Never a port of a pod. */
  readonly control?: Listen;
  /** Unix time in seconds. */
  readonly clock: () => number;
  /** Waits; only needed for the fault `scrape-slow`. */
  readonly sleep: (seconds: number) => Promise<void>;
}

/** A simulator that runs. */
export interface Simulator {
  /** One URL of metrics for each pod. */
  readonly urls: readonly string[];
  /** URL of the controls, without a slash at the end. */
  readonly controlUrl: string | undefined;
  /** What is served now. */
  readonly simulation: () => Simulation;
  /** Switches a fault on from now, or off. */
  readonly setFault: (name: FaultName, on: boolean) => void;
  readonly stop: () => Promise<void>;
}

/** Faults that are switched while time goes on. */
class Switchboard {
  simulation: Simulation;
  private readonly clock: () => number;

  constructor(simulation: Simulation, clock: () => number) {
    this.simulation = simulation;
    this.clock = clock;
  }

  isOn(name: FaultName): boolean {
    return this.windows().some((window) => window.fault === name && this.isOpen(window));
  }

  set(name: FaultName, on: boolean): void {
    if (on && !this.isOn(name)) this.show([...this.windows(), { fault: name, from: this.clock() }]);
    if (!on) this.show(this.windows().map((window) => (window.fault === name ? this.closed(window) : window)));
  }

  private windows(): readonly FaultWindow[] {
    return this.simulation.settings.faults;
  }

  private show(faults: readonly FaultWindow[]): void {
    this.simulation = withFaults(this.simulation, faults);
  }

  private isOpen({ from, to = Infinity }: FaultWindow): boolean {
    const now = this.clock();
    return from <= now && now < to;
  }

  private closed(window: FaultWindow): FaultWindow {
    return this.isOpen(window) ? { ...window, to: this.clock() } : window;
  }
}

/**
 * Serves the metrics of each pod, and the controls if asked.
 *
 * @throws SimulationError if an option is wrong, or an address is taken; then nothing listens.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { pods, control, clock, sleep, ...rest } = options;
  const board = new Switchboard(createSimulation({ ...rest, pods: pods.map(({ name }) => name) }), clock);
  const simulation = (): Simulation => board.simulation;
  const running: Listening[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.stop()));
  };
  try {
    for (const pod of pods) running.push(await servePod({ pod: pod.name, simulation, clock, sleep }, pod));
    const bases = running.map(({ url }) => url);
    const controls = control === undefined ? undefined : await serveControls(controlsOf(board, clock, bases), control);
    if (controls !== undefined) running.push(controls);
    const urls = bases.map((url) => `${url}/metrics`);
    const setFault = board.set.bind(board);
    return { urls, controlUrl: controls?.url, simulation, setFault, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function controlsOf(board: Switchboard, clock: () => number, bases: readonly string[]): Controls {
  return {
    setFault: board.set.bind(board),
    isOn: board.isOn.bind(board),
    targets: () => {
      const { simulation } = board;
      return simulation.settings.pods
        .map((pod, i) => ({ pod, address: (bases[i] ?? '').replace('http://', '') }))
        .filter(({ pod }) => podOf(simulation, pod).presenceAt(clock()) !== 'gone');
    },
  };
}
