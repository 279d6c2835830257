import type { FlowId } from '../ladder';
import type { Moment } from '../moment';
import type { Kit } from './kit';

const mebibyte = 2 ** 20;

/** Mean size of an object on the heap in bytes. */
const objectSize = 120;
const cyclesPerSecond = 0.15;
const goroutines = 480;
const leakedAtOnce = 5200;

/** What several metrics of the Go runtime have in common, so that they agree with each other. */
export interface Runtime {
  /** Garbage collections that ran by themselves, with a fraction for the one to come. */
  readonly cycles: FlowId;
  /** Garbage collections a second. */
  readonly cycleRate: (moment: Moment) => number;
  /** Heap after and before a garbage collection, and the memory reserved for it, in bytes. */
  readonly live: number;
  readonly goal: number;
  readonly reserved: number;
  /** Since the process started. */
  readonly allocatedBytes: (moment: Moment) => number;
  readonly freedBytes: (moment: Moment) => number;
  readonly allocatedObjects: (moment: Moment) => number;
  readonly freedObjects: (moment: Moment) => number;
  readonly goroutines: (moment: Moment) => number;
}

/** The heap fills from `live` to `goal`, and a garbage collection brings it back. */
export function runtimeOf(kit: Kit): Runtime {
  const scale = kit.settings.memoryLimit / (512 * mebibyte);
  const [live, goal, reserved] = [90, 180, 196].map((size) => Math.round(size * mebibyte * scale)) as [
    number,
    number,
    number,
  ];
  const cycles = kit.flows.own('api', (on) => cyclesPerSecond * (on.has('gc-pressure') ? 5 : 1));
  const done = kit.read(cycles);
  const allocatedBytes = (m: Moment): number => live + Math.floor((goal - live) * done(m));
  const freedBytes = (m: Moment): number => (goal - live) * Math.floor(done(m));
  const level = kit.level('api');
  return {
    cycles,
    cycleRate: (m) => (m.stretch.rate[cycles] ?? 0) * level(m),
    ...{ live, goal, reserved, allocatedBytes, freedBytes },
    allocatedObjects: (m) => Math.floor(allocatedBytes(m) / objectSize),
    freedObjects: (m) => Math.floor(freedBytes(m) / objectSize),
    goroutines: goroutineCount(kit),
  };
}

function goroutineCount(kit: Kit): (moment: Moment) => number {
  const [level, drift] = [kit.level('api'), kit.drift('goroutines', 0.02)];
  return (m) => {
    const leaks = m.on.get('goroutine-leak');
    const usual = Math.round(goroutines * (0.7 + 0.3 * level(m)) * drift(m));
    return leaks === undefined ? usual : leakedAtOnce + usual + Math.floor(m.time - Math.max(leaks, m.start));
  };
}
