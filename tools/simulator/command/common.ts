import { SetUpError } from '../../setup/index.cjs';
import { FAULTS, FAULT_NAMES, type Fault, type FaultWindow, isFaultName } from '../faults';
import type { SimulateOptions } from './options';

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;
/** The first Monday after 1970 began, which was a Thursday. */
const firstMonday = 4 * day;

/** When the pods started: the same for all runs within days, so that what is served goes on where a history ended. */
export function startOf({ start }: SimulateOptions, end: number, from = end): number {
  if (start !== undefined && start > from) {
    throw new SetUpError(`--start: ${start} given, at most ${Math.floor(from)} expected`);
  }
  const monday = firstMonday + Math.floor((end - day - firstMonday) / week) * week;
  return start ?? Math.min(monday, Math.floor(from) - hour);
}

/** A pod for each address. */
export function podNames({ addresses }: SimulateOptions): readonly string[] {
  return addresses.each.map((_, i) => `coder-${i}`);
}

/** When faults are on: `usual` says how long, where that was not asked. */
interface FaultTimes {
  readonly start: number;
  readonly end: number;
  readonly usual: (fault: Fault) => number;
}

/** The faults as windows that do not end before `end`. */
export function faultWindows({ faults }: SimulateOptions, { end, start, usual }: FaultTimes): readonly FaultWindow[] {
  return faults.map(({ name, since }) => {
    if (!isFaultName(name)) throw new SetUpError(`no fault "${name}": there are ${FAULT_NAMES.join(', ')}`);
    return { fault: name, from: Math.max(start, end - (since ?? usual(FAULTS[name]))) };
  });
}
