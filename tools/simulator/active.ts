import type { FaultName } from './faults';

/** The faults that are on, each with the time when it began, which may be before the process started. */
export type Active = ReadonlyMap<FaultName, number>;
