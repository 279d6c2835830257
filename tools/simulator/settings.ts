import { SimulationError } from './error';
import { FAULT_NAMES, type FaultWindow, isFaultName } from './faults';

/** What a simulation is made of. */
export interface SimulationOptions {
  /** Unix time in seconds when the pods started; the simulation knows no time before. */
  readonly start: number;
  /** Other seeds give other numbers; default: 1. */
  readonly seed?: number;
  /** Names of the pods; default: `coder-0` and `coder-1`. */
  readonly pods?: readonly string[];
  /** Number of pairs of method and path that the API has seen, 1 to 300; default: 20. */
  readonly routes?: number;
  /** Faults and when they are on; default: none. */
  readonly faults?: readonly FaultWindow[];
  /**
   * Name of the label that holds the type of a background job; default: `job_type`. coderd's documentation says that there is
   * such a label, not what it is called. The types themselves are invented too.
   */
  readonly jobTypeLabel?: string;
  /** Memory limit of the container in bytes; default: 512 MiB. Resident memory is about 58 % of it. */
  readonly memoryLimit?: number;
  /** Most file descriptors that the process may open; default: 1048576. */
  readonly maxFds?: number;
  /** Seconds between two scrapes, for coderd's own count of them; default: 30. */
  readonly scrapeInterval?: number;
}

/** The options, complete and checked. */
export type Settings = Readonly<Required<SimulationOptions>>;

const mostRoutes = 300;

/** Fills in what was left out. Throws a SimulationError that names the option. */
export function settingsOf(options: SimulationOptions): Settings {
  const settings: Settings = {
    seed: 1,
    pods: ['coder-0', 'coder-1'],
    routes: 20,
    faults: [],
    jobTypeLabel: 'job_type',
    memoryLimit: 512 * 2 ** 20,
    maxFds: 1048576,
    scrapeInterval: 30,
    ...options,
  };
  checkNumbers(settings);
  checkNames(settings);
  settings.faults.forEach((window) => {
    checkWindow(window, settings.pods);
  });
  return settings;
}

function checkNumbers({ start, seed, routes, memoryLimit, maxFds, scrapeInterval }: Settings): void {
  if (!Number.isFinite(start) || start < 0) throw bad('start', start, 'a Unix time in seconds');
  if (!Number.isSafeInteger(seed)) throw bad('seed', seed, 'a whole number');
  const inRange = Number.isInteger(routes) && routes >= 1 && routes <= mostRoutes;
  if (!inRange) throw bad('routes', routes, `a whole number from 1 to ${mostRoutes}`);
  for (const [name, value] of Object.entries({ memoryLimit, maxFds, scrapeInterval })) {
    if (!(value > 0 && Number.isFinite(value))) throw bad(name, value, 'a number above 0');
  }
}

function checkNames({ pods, jobTypeLabel }: Settings): void {
  if (pods.length === 0) throw bad('pods', 'none', 'at least one name');
  if (new Set(pods).size !== pods.length) throw bad('pods', pods.join(', '), 'names that differ');
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(jobTypeLabel)) throw bad('jobTypeLabel', jobTypeLabel, 'the name of a label');
}

function checkWindow({ fault, from, to = Infinity, pods = [] }: FaultWindow, known: readonly string[]): void {
  if (!isFaultName(fault)) throw bad('faults', fault, `one of ${FAULT_NAMES.join(', ')}`);
  if (!(Number.isFinite(from) && from <= to))
    throw bad(`faults: ${fault}`, `[${from}, ${to})`, 'from, and to not before it');
  const stranger = pods.find((pod) => !known.includes(pod));
  if (stranger !== undefined) throw bad(`faults: ${fault}`, `pod "${stranger}"`, `one of ${known.join(', ')}`);
}

function bad(option: string, given: string | number, allowed: string): SimulationError {
  return new SimulationError(`${option}: ${given} given, ${allowed} expected`);
}
