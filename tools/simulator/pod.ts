import { SimulationError } from './error';
import { FAULTS, type FaultName, type FaultWindow } from './faults';
import type { Active } from './active';
import { DRIVES, type Standing, type Stretch } from './flow';
import { type Hit, type Life, Lives } from './life';
import type { Model } from './model/model';
import type { Moment } from './moment';
import type { Settings } from './settings';
import { STEADY, Wave, daily, noise } from './wave';

/** Whether a pod is there, and whether its metrics endpoint answers. */
export type Presence = 'answers' | 'slow' | 'down' | 'gone';

/** Seconds that a slow endpoint takes. */
export const SLOW_ANSWER = 9;

/** Pods of one rollout do not start in the same second. */
const stagger = 7;
const rhythm = 0.3;
const unrest = 0.02;
const manyProcesses = 1000;

interface Epoch extends Stretch {
  readonly from: number;
  readonly on: Active;
  /** The drives at its beginning, integrated. */
  readonly drives: Float64Array;
}

/** A pod with its faults. */
export class Pod {
  readonly name: string;
  readonly model: Model;
  readonly lives: Lives;
  private readonly start: number;
  private readonly hits: readonly Hit[];
  /** The times when a fault begins or ends. */
  private readonly changes: readonly number[];
  private readonly waves: readonly Wave[];
  private readonly epochs = new Map<number, Epoch[]>();

  constructor(name: string, model: Model, settings: Settings) {
    this.name = name;
    this.model = model;
    this.start = settings.start;
    this.hits = settings.faults.filter((window) => isHit(name, window, settings.pods)).map(hitOf);
    this.changes = changesOf(this.hits);
    this.lives = new Lives(settings.start + stagger * settings.pods.indexOf(name), this.hits);
    this.waves = DRIVES.map((drive) => {
      const terms = [daily(settings.start, rhythm), ...noise(`${settings.seed}/${name}/${drive}`, unrest)];
      return drive === 'time' ? STEADY : new Wave(terms);
    });
  }

  /** The faults that are on. */
  activeAt(time: number): Active {
    const on = new Map<FaultName, number>();
    for (const { fault, from, to } of this.hits) {
      if (from <= time && time < to) on.set(fault, Math.min(from, on.get(fault) ?? from));
    }
    return on;
  }

  presenceAt(time: number): Presence {
    if (this.lives.at(time) === undefined) return 'gone';
    const on = this.activeAt(time);
    if (on.has('scrape-down') || on.has('all-scrapes-down')) return 'down';
    return on.has('scrape-slow') ? 'slow' : 'answers';
  }

  /** The pod at a time; throws a SimulationError while it is gone. */
  momentAt(time: number): Moment {
    const life = this.lives.at(time);
    if (life === undefined) throw new SimulationError(`pod ${this.name} is not there at ${time}; ask at another time`);
    return this.momentOf(life, time);
  }

  /** The process of a life at a time, which may be the moment when it ends. */
  momentOf({ start, end }: Life, time: number): Moment {
    // Where one process ends, what follows it must not count.
    const epoch = this.epochAt(start, time === end ? (time + this.lastChange(start, time)) / 2 : time);
    const now = this.integrals(time);
    const age = time - this.start;
    return {
      time,
      start,
      age,
      on: epoch.on,
      stretch: epoch,
      since: now.map((value, i) => value - (epoch.drives[i] ?? 0)),
      level: Float64Array.from(this.waves, (wave) => wave.at(age)),
    };
  }

  private lastChange(start: number, time: number): number {
    return Math.max(start, ...this.changes.filter((change) => change < time));
  }

  private epochAt(start: number, time: number): Epoch {
    const known = this.epochsOf(start);
    let last = known.at(-1) ?? this.epoch(start, this.model.flows.zero());
    if (known.length === 0) known.push(last);
    for (const change of this.changes) {
      if (change <= last.from || change > time) continue;
      last = this.epochAfter(last, change);
      known.push(last);
    }
    return known.findLast(({ from }) => from <= time) ?? last;
  }

  private epochsOf(start: number): Epoch[] {
    const known = this.epochs.get(start);
    if (known !== undefined) return known;
    if (this.epochs.size >= manyProcesses) this.epochs.clear();
    const none: Epoch[] = [];
    this.epochs.set(start, none);
    return none;
  }

  private epochAfter(last: Epoch, from: number): Epoch {
    const risen = this.integrals(from).map((value, i) => value - (last.drives[i] ?? 0));
    return this.epoch(from, this.model.flows.end(last, risen));
  }

  private epoch(from: number, ended: Standing): Epoch {
    const on = this.activeAt(from);
    return { from, on, drives: this.integrals(from), ...this.model.flows.stretch(ended, on) };
  }

  private integrals(time: number): Float64Array {
    return Float64Array.from(this.waves, (wave) => wave.integral(time - this.start));
  }
}

function isHit(name: string, { fault, pods }: FaultWindow, all: readonly string[]): boolean {
  if (pods !== undefined) return pods.includes(name);
  return FAULTS[fault].reach === 'all' || name === all.at(-1);
}

function changesOf(hits: readonly Hit[]): readonly number[] {
  const times = new Set(hits.flatMap(({ from, to }) => [from, to]));
  return [...times].filter(Number.isFinite).sort((a, b) => a - b);
}

function hitOf({ fault, from, to = Infinity }: FaultWindow): Hit {
  return { fault, from, to };
}
