import type { FaultName } from './faults';

/** What makes counters move: the load of the API, of jobs and of the network, or time alone. */
export type Drive = 'api' | 'jobs' | 'network' | 'time';

export const DRIVES: readonly Drive[] = ['api', 'jobs', 'network', 'time'];

/** The faults that are on, each with the time when it began (not before the process started). */
export type Active = ReadonlyMap<FaultName, number>;

/** Number of a flow in its table. */
export type FlowId = number;

interface Own {
  readonly drive: number;
  readonly rate: (on: Active) => number;
}

interface Part {
  readonly of: FlowId;
  readonly share: (on: Active) => number;
  readonly level: (on: Active) => boolean;
}

/** Flows at one end of an epoch, and how fast they rise in it. */
export interface Stretch {
  readonly before: Float64Array;
  readonly rate: Float64Array;
}

const never = (): boolean => false;

/**
 * Quantities that only rise while a process lives: the real numbers behind counters. As long as the same faults are on, each is
 * linear in the integral of its drive, so that any time can be computed without the times before.
 */
export class FlowTable {
  private readonly flows: (Own | Part)[] = [];
  private readonly drives: number[] = [];

  /** A flow of its own; the rate is per second at the mean of the drive. */
  own(drive: Drive, rate: (on: Active) => number): FlowId {
    this.drives.push(DRIVES.indexOf(drive));
    return this.flows.push({ drive: DRIVES.indexOf(drive), rate }) - 1;
  }

  /** A flow that gains a share of what another gains; while `level` holds, it has caught up with the other. */
  part(of: FlowId, share: (on: Active) => number, level: (on: Active) => boolean = never): FlowId {
    this.drives.push(this.driveOf(of));
    return this.flows.push({ of, share, level }) - 1;
  }

  /** The drive of a flow, as an index into DRIVES. */
  driveOf(flow: FlowId): number {
    return this.drives[flow] ?? 0;
  }

  /** The stretch that follows one whose flows ended at `ended`. */
  stretch(ended: Float64Array, on: Active): Stretch {
    const next = { before: Float64Array.from(ended), rate: new Float64Array(ended.length) };
    this.flows.forEach((flow, id) => {
      if ('of' in flow) followOn(flow, id, { ended, on, next });
      else next.rate[id] = flow.rate(on);
    });
    return next;
  }

  /** All flows at 0. */
  zero(): Float64Array {
    return new Float64Array(this.flows.length);
  }

  /** Where the flows stand after the drives rose by `since`. */
  end({ before, rate }: Stretch, since: Float64Array): Float64Array {
    return before.map((value, id) => value + (rate[id] ?? 0) * (since[this.driveOf(id)] ?? 0));
  }
}

interface Following {
  readonly ended: Float64Array;
  readonly on: Active;
  readonly next: Stretch;
}

function followOn({ of, share, level }: Part, id: FlowId, { ended, on, next }: Following): void {
  const { before, rate } = next;
  const [leader, speed] = [before[of] ?? 0, rate[of] ?? 0];
  if (level(on)) {
    before[id] = leader;
    rate[id] = speed;
    return;
  }
  // What the other gained between two stretches, it gained all at once.
  before[id] = (ended[id] ?? 0) + share(on) * (leader - (ended[of] ?? 0));
  rate[id] = share(on) * speed;
}
