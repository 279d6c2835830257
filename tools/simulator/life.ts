import type { FaultName } from './faults';

/** A fault that hits this pod in `[from, to)`; `to` is Infinity if it does not end. */
export interface Hit {
  readonly fault: FaultName;
  readonly from: number;
  readonly to: number;
}

/** One process of a pod: it lives in `[start, end)`. */
export interface Life {
  readonly start: number;
  readonly end: number;
}

/** Seconds from one start of a crashing process to the next. */
const crashInterval = 240;

const vanishing: readonly FaultName[] = ['targets-absent', 'replica-gone'];

/** When a pod is there and when its process starts. */
export class Lives {
  private readonly first: number;
  private readonly gaps: readonly Hit[];
  private readonly crashes: readonly Hit[];

  /** `first` is the time of the first start. */
  constructor(first: number, hits: readonly Hit[]) {
    this.first = first;
    this.gaps = hits.filter(({ fault }) => vanishing.includes(fault));
    this.crashes = hits.filter(({ fault }) => fault === 'crash-loop' || fault === 'all-crash-loop');
  }

  /** The process that lives at a time, or undefined while there is no pod. */
  at(time: number): Life | undefined {
    if (time < this.first || this.gapAt(time) !== undefined) return undefined;
    const start = Math.max(
      this.first,
      ...this.gaps.filter(({ to }) => to <= time).map(({ to }) => to),
      ...this.crashes.map((crash) => lastTick(crash, time)),
    );
    const end = Math.min(
      ...this.gaps.filter(({ from, to }) => from > time && to > from).map(({ from }) => from),
      ...this.crashes.map((crash) => nextTick(crash, time)),
    );
    return { start, end };
  }

  /** The processes that live at some time of `[from, to]`. */
  between(from: number, to: number): readonly Life[] {
    const lives: Life[] = [];
    for (let time = Math.max(from, this.first); time <= to;) {
      const life = this.at(time);
      if (life !== undefined) lives.push(life);
      time = life?.end ?? this.gapAt(time)?.to ?? Infinity;
    }
    return lives;
  }

  private gapAt(time: number): Hit | undefined {
    return this.gaps.find(({ from, to }) => from <= time && time < to);
  }
}

/** The last start of a crash loop up to a time, or -Infinity. */
function lastTick({ from, to }: Hit, time: number): number {
  if (time < from || to <= from) return -Infinity;
  const ticks = Math.floor((time - from) / crashInterval);
  const most = to === Infinity ? ticks : Math.ceil((to - from) / crashInterval) - 1;
  return from + crashInterval * Math.min(ticks, most);
}

/** The first start of a crash loop after a time, or Infinity. */
function nextTick(crash: Hit, time: number): number {
  if (time < crash.from) return crash.to > crash.from ? crash.from : Infinity;
  const next = lastTick(crash, time) + crashInterval;
  return next > time && next < crash.to ? next : Infinity;
}
