import type { Active } from './active';
import type { Stretch } from './flow';
import type { FlowId } from './ladder';

/** A pod at one time. */
export interface Moment {
  /** Unix time in seconds. */
  readonly time: number;
  /** Start of the process, Unix time in seconds. */
  readonly start: number;
  readonly on: Active;
  readonly stretch: Stretch;
  /** How far the drives of the flows rose since the stretch began. */
  readonly since: Float64Array;
  /** The drives now: 1 in the mean. */
  readonly level: Float64Array;
  /** Seconds since the simulation began. */
  readonly age: number;
}

/** A flow at a moment, since the process started. */
export function total({ stretch, since }: Moment, flow: FlowId, drive: number): number {
  return (stretch.before[flow] ?? 0) + (stretch.rate[flow] ?? 0) * (since[drive] ?? 0);
}
