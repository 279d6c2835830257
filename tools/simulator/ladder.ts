import type { Active } from './active';

/** Number of a flow in its table. */
export type FlowId = number;

/** The cumulative buckets of a histogram, made of a count. */
export interface Ladder {
  readonly count: FlowId;
  readonly round: (value: number) => number;
  /** Number of buckets without +Inf. */
  readonly size: number;
  /** Part of the observations in each bucket, rising. */
  readonly shares: (on: Active) => readonly number[];
}

/** A ladder while the same faults are on. */
export interface Rungs {
  /** The count when it began. */
  readonly top: number;
  /** The buckets when it began, with fractions. */
  readonly before: Float64Array;
  /** Part of what enters the bucket above that enters this one too. */
  readonly ratio: Float64Array;
}

/** A ladder that follows one whose buckets ended at `before`. */
export function rungsOf(ladder: Ladder, before: Float64Array, ended: Float64Array, on: Active): Rungs {
  const shares = ladder.shares(on);
  const ratio = Float64Array.from(shares, (share, i) => ratioOf(share, shares[i + 1] ?? 1));
  return { top: ladder.round(ended[ladder.count] ?? 0), before, ratio };
}

/** Part of a larger bucket that is in a smaller one too. */
export function ratioOf(share: number, above: number): number {
  return above === 0 ? 0 : share / above;
}

/**
 * A bucket when the count has come to `count`. Each bucket takes its part of the whole observations that entered the one above, so that
 * none ever rises by more than it: like in a histogram that sees one observation after another.
 */
export function rung(rungs: Rungs, index: number, count: number): number {
  let [entered, value] = [count - rungs.top, count];
  for (let i = rungs.ratio.length - 1; i >= index; i--) {
    const before = rungs.before[i] ?? 0;
    value = Math.floor(before + (rungs.ratio[i] ?? 0) * entered);
    entered = value - Math.floor(before);
  }
  return value;
}

/** All buckets with their fractions. */
export function standing({ top, before, ratio }: Rungs, count: number): Float64Array {
  const reached = new Float64Array(before.length);
  let entered = count - top;
  for (let i = before.length - 1; i >= 0; i--) {
    const began = before[i] ?? 0;
    reached[i] = began + (ratio[i] ?? 0) * entered;
    entered = Math.floor(reached[i] ?? 0) - Math.floor(began);
  }
  return reached;
}
