import type { Active } from './active';
import { type FlowId, type Ladder, type Rungs, rungsOf, standing } from './ladder';

/** What makes counters move: the load of the API, of jobs and of the network, or time alone. */
export type Drive = 'api' | 'jobs' | 'network' | 'time';

export const DRIVES: readonly Drive[] = ['api', 'jobs', 'network', 'time'];

interface Own {
  readonly drive: number;
  readonly rate: (on: Active) => number;
}

interface Part {
  readonly of: FlowId;
  readonly share: (on: Active) => number;
  readonly level: (on: Active) => boolean;
}

/** Where all flows stand. */
export interface Standing {
  readonly flows: Float64Array;
  /** The buckets of each ladder, with fractions. */
  readonly ladders: readonly Float64Array[];
}

/** A time in which no fault begins or ends: where the flows stand at its beginning, and how fast they rise. */
export interface Stretch {
  readonly before: Float64Array;
  readonly rate: Float64Array;
  readonly rungs: readonly Rungs[];
}

/** Number of a ladder in its table. */
export type LadderId = number;

const never = (): boolean => false;

/**
 * Quantities that only rise while a process lives: the real numbers behind counters. As long as the same faults are on, each is
 * linear in the integral of its drive, so that any time can be computed without the times before.
 */
export class FlowTable {
  private readonly flows: (Own | Part)[] = [];
  private readonly drives: number[] = [];
  private readonly ladders: Ladder[] = [];

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

  /** The buckets of a histogram. */
  ladder(ladder: Ladder): LadderId {
    return this.ladders.push(ladder) - 1;
  }

  /** The stretch that follows. */
  stretch(ended: Standing, on: Active): Stretch {
    const { flows } = ended;
    const next = { before: Float64Array.from(flows), rate: new Float64Array(flows.length) };
    this.flows.forEach((flow, id) => {
      if ('of' in flow) followOn(flow, id, { ended: flows, on, next });
      else next.rate[id] = flow.rate(on);
    });
    const rungs = this.ladders.map((ladder, id) => rungsOf(ladder, ended.ladders[id] ?? new Float64Array(), flows, on));
    return { ...next, rungs };
  }

  /** Nothing has flowed yet. */
  zero(): Standing {
    return {
      flows: new Float64Array(this.flows.length),
      ladders: this.ladders.map(({ size }) => new Float64Array(size)),
    };
  }

  /** Where the flows stand after the drives rose by `since`. */
  end({ before, rate, rungs }: Stretch, since: Float64Array): Standing {
    const flows = before.map((value, id) => value + (rate[id] ?? 0) * (since[this.driveOf(id)] ?? 0));
    const ladders = this.ladders.map(({ count, round }, id) => {
      const found = rungs[id];
      return found === undefined ? new Float64Array() : standing(found, round(flows[count] ?? 0));
    });
    return { flows, ladders };
  }
}

interface Following {
  readonly ended: Float64Array;
  readonly on: Active;
  readonly next: Omit<Stretch, 'rungs'>;
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
