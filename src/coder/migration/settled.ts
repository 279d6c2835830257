import { below } from '../../engine/expr';
import { type Problem, ValuesError, at, checkValues, isMap, put } from '../../engine/values';
import { coderValues } from '../values';
import { MOVES } from './moves';
import { type MigratedKey, type Migration, left } from './outcome';

/** Values that this chart accepts: what it refuses goes, until it refuses nothing. */
export function settled(keys: readonly MigratedKey[]): Migration {
  const values = assembled(keys);
  const problem = firstProblem(values);
  if (problem === undefined) return { values, keys };
  const culprits = culpritsOf(problem, keys);
  if (culprits.size === 0) throw new Error(`a migration without a cause: ${JSON.stringify(problem)}`);
  const { path, expected, got } = problem;
  const reason = `${path}: expected ${expected}, got ${got}`;
  return settled(keys.map((key) => (culprits.has(key.from) ? { from: key.from, ...left(reason) } : key)));
}

function firstProblem(values: object): Problem | undefined {
  try {
    checkValues(coderValues(), values);
    return undefined;
  } catch (error) {
    if (error instanceof ValuesError) return error.problems[0];
    throw error;
  }
}

const ORDER: ReadonlyMap<string, number> = new Map(MOVES.map(({ from }, i) => [from, i]));

/** In the order of the table, since the later one wins where two meet. */
function assembled(keys: readonly MigratedKey[]): Migration['values'] {
  const order = ({ from }: MigratedKey): number => ORDER.get(from) ?? -1;
  const places = [...keys].sort((one, other) => order(one) - order(other)).flatMap((key) => key.places);
  return places.reduce<Migration['values']>(
    (values, { path, value }) => put(values, path, joined(at(values, path), value)),
    {},
  );
}

/** Two maps in one place become one, and so do two lists. */
function joined(before: unknown, value: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(value)) return [...(before as unknown[]), ...(value as unknown[])];
  return isMap(before) && isMap(value) ? { ...before, ...value } : value;
}

/** The keys that a problem is about: those that went there, or that its words name, or that went beside it. */
function culpritsOf({ path, expected, got }: Problem, keys: readonly MigratedKey[]): ReadonlySet<string> {
  const went = keys.flatMap(({ from, places }) => places.map((place) => ({ from, ...shownOf(place.path) })));
  const there = went.filter(({ shown }) => isWithin(path, shown) || isWithin(shown, path));
  const named = there.filter(({ last }) => got.includes(JSON.stringify(last)));
  const words = new Set(expected.match(/[\w.]+\w/g) ?? []);
  const mentioned = went.filter(({ shown }) => words.has(shown.replace(/^values\./, '')));
  const groups = [
    named,
    there,
    mentioned,
    ...parentsOf(path).map((parent) => went.filter((one) => isWithin(one.shown, parent))),
  ];
  return new Set((groups.find((group) => group.length > 0) ?? []).map(({ from }) => from));
}

function shownOf(path: readonly string[]): { readonly shown: string; readonly last: string } {
  return { shown: path.reduce(below, 'values'), last: path.at(-1) ?? '' };
}

/** Whether a path is another one or leads below it. */
function isWithin(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`);
}

/** The nearest first. */
function parentsOf(path: string): readonly string[] {
  const keys = path.split('.');
  return keys.slice(1).map((_, i) => keys.slice(0, -1 - i).join('.'));
}
