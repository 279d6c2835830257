import { SimulationError } from './error';
import type { FaultWindow } from './faults';
import { type Model, modelOf } from './model/model';
import { Pod } from './pod';
import { type Settings, type SimulationOptions, settingsOf } from './settings';

/** An installation of coderd whose metrics are a function of the seed, the faults and the time. */
export interface Simulation {
  readonly settings: Settings;
  readonly pods: ReadonlyMap<string, Pod>;
}

/** Makes a simulation. Throws a SimulationError if an option is wrong. */
export function createSimulation(options: SimulationOptions): Simulation {
  const settings = settingsOf(options);
  return assemble(settings, (pod) => modelOf(settings, pod));
}

/** The same installation with other faults. Throws a SimulationError if one is wrong. */
export function withFaults(simulation: Simulation, faults: readonly FaultWindow[]): Simulation {
  const settings = settingsOf({ ...simulation.settings, faults });
  return assemble(settings, (pod) => podOf(simulation, pod).model);
}

/** The pod with a name. Throws a SimulationError if there is none. */
export function podOf({ pods }: Simulation, name: string): Pod {
  const pod = pods.get(name);
  if (pod === undefined)
    throw new SimulationError(`pod "${name}" given, one of ${[...pods.keys()].join(', ')} expected`);
  return pod;
}

function assemble(settings: Settings, model: (pod: string) => Model): Simulation {
  return { settings, pods: new Map(settings.pods.map((name) => [name, new Pod(name, model(name), settings)])) };
}
