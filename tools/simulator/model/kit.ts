import type { Distribution } from '../distribution';
import type { Active } from '../active';
import { DRIVES, type FlowTable, type LadderId } from '../flow';
import { type FlowId, ratioOf, rung } from '../ladder';
import { type Moment, total } from '../moment';
import { formatNumber } from '../number';
import type { Settings } from '../settings';
import { Wave, noise } from '../wave';

/** A label of a series. */
export type Label = readonly [name: string, value: string];

/** One line of the exposition. */
export interface Series {
  /** What is added to the name of the metric: `_bucket`, `_sum`, `_count` or nothing. */
  readonly suffix: string;
  readonly labels: readonly Label[];
  readonly value: (moment: Moment) => number;
}

/** The series of a metric, in the order of the exposition. */
export type Family = readonly Series[];

type Rounding = (value: number) => number;

interface HistogramOptions {
  readonly count: FlowId;
  readonly bounds: readonly number[];
  readonly spread: (on: Active) => Distribution;
  readonly labels?: readonly Label[];
  readonly round?: Rounding;
  /** Further observations that all have the same value. */
  readonly besides?: { readonly value: number; readonly count: (moment: Moment) => number };
}

/** What the parts of the model are built with. */
export class Kit {
  readonly flows: FlowTable;
  readonly settings: Settings;
  readonly pod: string;

  constructor(flows: FlowTable, settings: Settings, pod: string) {
    this.flows = flows;
    this.settings = settings;
    this.pod = pod;
  }

  /** A gauge without labels. */
  gauge(value: (moment: Moment) => number): Family {
    return [{ suffix: '', labels: [], value }];
  }

  /** A counter without labels. */
  counter(flow: FlowId, round: Rounding = Math.floor): Family {
    return this.gauge(this.rounded(flow, round));
  }

  /** A flow since the process started. */
  read(flow: FlowId): (moment: Moment) => number {
    const drive = this.flows.driveOf(flow);
    return (moment) => total(moment, flow, drive);
  }

  rounded(flow: FlowId, round: Rounding = Math.floor): (moment: Moment) => number {
    const read = this.read(flow);
    return (moment) => round(read(moment));
  }

  /** The mean of a drive is 1; see DRIVES. */
  level(drive: (typeof DRIVES)[number]): (moment: Moment) => number {
    const index = DRIVES.indexOf(drive);
    return (moment) => moment.level[index] ?? 1;
  }

  /** A factor around 1 that drifts, drawn for this pod and key. */
  drift(key: string, amplitude: number): (moment: Moment) => number {
    const wave = new Wave(noise(`${this.settings.seed}/${this.pod}/${key}`, amplitude));
    return (moment) => wave.at(moment.age);
  }

  /** A histogram whose buckets are parts of a flow. */
  histogram({ count, bounds, spread, labels = [], round = Math.floor, besides }: HistogramOptions): Family {
    const more = besides?.count ?? (() => 0);
    const observed = this.rounded(count, round);
    const sum = this.read(this.flows.part(count, (on) => spread(on).mean));
    const shares = (on: Active): readonly number[] => bounds.map((bound) => spread(on).atMost(bound));
    const ladder = this.flows.ladder({ count, round, size: bounds.length, shares });
    const buckets = bounds.map((bound, i) => {
      const inside = rungOf(ladder, i, observed);
      return bucket(labels, bound, (besides?.value ?? 0) <= bound ? (m) => inside(m) + more(m) : inside);
    });
    const whole = (m: Moment): number => observed(m) + more(m);
    const mass = (m: Moment): number => (observed(m) === 0 ? 0 : thousandths(sum(m))) + more(m) * (besides?.value ?? 0);
    return [...buckets, bucket(labels, Infinity, whole), part('_sum', labels, mass), part('_count', labels, whole)];
  }
}

function rungOf(ladder: LadderId, index: number, count: (moment: Moment) => number): (moment: Moment) => number {
  return (m) => {
    const rungs = m.stretch.rungs[ladder];
    return rungs === undefined ? 0 : rung(rungs, index, count(m));
  };
}

/** Buckets whose parts of the count never change. */
export function steadyBuckets(
  bounds: readonly number[],
  shares: readonly number[],
  count: (moment: Moment) => number,
): Family {
  const ratio = Float64Array.from(shares, (share, i) => ratioOf(share, shares[i + 1] ?? 1));
  const rungs = { top: 0, before: new Float64Array(ratio.length), ratio };
  const buckets = bounds.map((bound, i) => bucket([], bound, (m) => rung(rungs, i, count(m))));
  return [...buckets, bucket([], Infinity, count)];
}

/** One series. */
export function part(suffix: string, labels: readonly Label[], value: (moment: Moment) => number): Series {
  return { suffix, labels, value };
}

/** One bucket of a histogram. */
function bucket(labels: readonly Label[], bound: number, value: (moment: Moment) => number): Series {
  return part('_bucket', [...labels, ['le', formatNumber(bound)]], value);
}

/** Rounds to three decimals: the digits behind them would only be noise. */
export function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
