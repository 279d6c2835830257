import type { Json } from '../expr';
import {
  type DeclaredValue,
  type Section,
  type ValuesFile,
  ValuesError,
  asIfByChance,
  checkValues,
  leavesOf,
  put,
  samplesOf,
} from '../values';

/** A value and some that it may have; the first is the default. */
export interface Sampled extends DeclaredValue {
  /** The default, and others. */
  readonly samples: readonly Json[];
}

/** Which sample each value has, by its place among the values. */
export type Choice = readonly number[];

/** All values with their samples. */
export function sampled(section: Section): readonly Sampled[] {
  return leavesOf(section).map((value) => ({ ...value, samples: samplesOf(value.leaf) }));
}

/** How often each sample of each value is tried, beside other samples of the others. */
const REPEATED = 2;

/**
 * The defaults; all values another than theirs; all empty that may be; for every two values, rounds in which only the one or only the other has its default; and
 * rounds in which each value has each of its samples, several times. The same for the same values.
 */
export function roundsOf(values: readonly Sampled[]): readonly Choice[] {
  const bits = upTo(Math.ceil(Math.log2(values.length + 1)));
  const halves = bits.flatMap((bit) => [
    values.map((value, i) => otherOf(value, bit) * bitOf(i, bit)),
    values.map((value, i) => otherOf(value, bit) * (1 - bitOf(i, bit))),
  ]);
  const most = Math.max(1, ...values.map(({ samples }) => samples.length));
  const mixed = upTo(REPEATED * most).map((turn) =>
    values.map(({ samples }, i) => (asIfByChance(i, Math.floor(turn / most)) + turn) % samples.length),
  );
  return [values.map(() => 0), values.map((value) => otherOf(value, 0)), values.map(emptyOf), ...halves, ...mixed];
}

function upTo(length: number): readonly number[] {
  return Array.from({ length }, (_, number) => number);
}

/** A sample that is not the default, if there is one: an empty one, as most decisions are on whether something is empty. */
function otherOf(value: Sampled, turn: number): number {
  const [empty, { length }] = [emptyOf(value), value.samples];
  if (empty > 0) return empty;
  return length === 1 ? 0 : 1 + (turn % (length - 1));
}

/** The empty sample, or the default. */
function emptyOf({ samples }: Sampled): number {
  const place = samples.findIndex((sample) => ['""', '[]', '{}', 'null'].includes(JSON.stringify(sample)));
  return Math.max(0, place);
}

function bitOf(number: number, bit: number): number {
  return (number >> bit) & 1;
}

/** The values of a round as a values file; what breaks a rule gets its default back. `undefined` where that does not help. */
export function valuesOf(section: Section, values: readonly Sampled[], choice: Choice): ValuesFile | undefined {
  const given = values.reduce<ValuesFile>((file, { path, samples }, i) => put(file, path, samples[choice[i] ?? 0]), {});
  const broken = brokenIn(section, given);
  if (broken.length === 0) return given;
  const repaired = values.map(({ path }, i) => (broken.some((at) => isAround(at, path)) ? 0 : (choice[i] ?? 0)));
  return repaired.every((sample, i) => sample === choice[i]) ? undefined : valuesOf(section, values, repaired);
}

/** Paths of what is refused. */
function brokenIn(section: Section, values: ValuesFile): readonly string[] {
  try {
    checkValues(section, values);
    return [];
  } catch (error) {
    if (!(error instanceof ValuesError)) throw error;
    return error.problems.map(({ path }) => path.replace(/^values\./, ''));
  }
}

/** A rule names one value, and those in the same section may be as wrong. */
function isAround(broken: string, path: readonly string[]): boolean {
  return broken.split('.').slice(0, -1).join('.') === path.slice(0, -1).join('.');
}
