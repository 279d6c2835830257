import { fractionOf } from './random';

interface Term {
  readonly amplitude: number;
  /** Radians a second. */
  readonly frequency: number;
  /** Radians. */
  readonly phase: number;
}

/** A sum of sines around 1, whose integral is known in closed form. Times are seconds since the simulation's start. */
export class Wave {
  private readonly terms: readonly Term[];

  constructor(terms: readonly Term[]) {
    this.terms = terms;
  }

  at(seconds: number): number {
    let sum = 1;
    for (const { amplitude, frequency, phase } of this.terms) sum += amplitude * Math.sin(frequency * seconds + phase);
    return sum;
  }

  /** The integral from 0. */
  integral(seconds: number): number {
    let sum = seconds;
    for (const { amplitude, frequency, phase } of this.terms) {
      sum -= (amplitude / frequency) * (Math.cos(frequency * seconds + phase) - Math.cos(phase));
    }
    return sum;
  }
}

/** Constantly 1. */
export const STEADY = new Wave([]);

const day = 86400;
const busiestHour = 14;

/** The rhythm of a day: most load at 14:00 UTC, least at 2:00. */
export function daily(start: number, amplitude: number): Term {
  const frequency = (2 * Math.PI) / day;
  return { amplitude, frequency, phase: Math.PI / 2 + frequency * ((start % day) - busiestHour * 3600) };
}

/** Three slow sines, drawn from a key; together at most 2.25 times the amplitude. */
export function noise(key: string, amplitude: number): readonly Term[] {
  return [0, 1, 2].map((i) => ({
    amplitude: amplitude * (0.25 + 0.5 * fractionOf(`${key}/a${i}`)),
    frequency: (2 * Math.PI) / (400 + 2600 * fractionOf(`${key}/f${i}`)),
    phase: 2 * Math.PI * fractionOf(`${key}/p${i}`),
  }));
}
