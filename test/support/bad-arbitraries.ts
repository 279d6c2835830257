import * as fc from 'fast-check';
import { CODER_VALUES } from './coder-values';
import { type Json } from '../../src/engine/expr';
import { leavesOf } from '../../src/engine/values';
import { HOSTILE, valueOf } from './arbitraries';
import { type Path, type Spot, inGroups, isClosed, put } from './bad-spots';
import { share } from './share';
import { SPOTS, companions, isReadBack, nearMisses, wrongTypes } from './bad-values';

interface Placed {
  readonly path: Path;
  readonly value: Json;
}

const ODD_NUMBERS = [0, -1, 1, 0.5, 2147483647, 2147483648, 2 ** 53, 1e15, 1e21, -1e21, 1e300, 5e-324];
const json = fc
  .oneof(
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    fc.constantFrom<Json>(...ODD_NUMBERS, ...HOSTILE, null, [], {}, [[]], [{}], { a: 'b' }, ['a'], [{ name: 'a' }]),
  )
  .filter(isReadable);

/** A value of each leaf, good or bad, and at some closed maps a key that may be unknown. */
const file: fc.Arbitrary<Json> = fc
  .tuple(...SPOTS.filter(({ isInner }) => !isInner).map(somewhere))
  .map((placed) => placed.flat().reduce<Json>((values, { path, value }) => put(values, path, value), {}));

function somewhere(spot: Spot, turn: number): fc.Arbitrary<readonly Placed[]> {
  return isClosed(spot) && spot.leaf === undefined ? atSection(spot) : fc.oneof(...atLeaf(spot, turn));
}

function atSection({ path }: Spot): fc.Arbitrary<readonly Placed[]> {
  const entry = fc.tuple(fc.constantFrom('enable', 'Enabled', 'x', 'constructor', '__proto__', 'a b', ''), json);
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: entry.map(([key, value]) => [{ path: [...path, key], value }]) },
  );
}

function atLeaf({ path, leaf }: Spot, turn: number): readonly fc.Arbitrary<readonly Placed[]>[] {
  if (leaf === undefined) return [];
  const inner = SPOTS.filter((spot) => spot.leaf === leaf && path.every((key, i) => spot.path[i] === key));
  const bad = inner.flatMap((spot, i) => [...wrongTypes(spot), ...nearMisses(spot, turn + i)]);
  const place = (value: Json): readonly Placed[] => [{ path, value }];
  return [
    fc.constant([]),
    valueOf(leaf).map(place),
    json.map(place),
    fc.constantFrom(...bad.filter(isReadBack)).map((one) => [one]),
  ];
}

/** Values files in which every value is good, bad or missing by chance. */
export function anyFiles(count: number, seed: number): readonly Json[] {
  return fc.sample(file, { seed, numRuns: count });
}

/** Odd numbers at every place that takes a number, others in each file; in the end, each at each place. */
export function oddNumbers(): readonly Json[] {
  const places = SPOTS.filter(({ schema: { type = [] } }) => type.includes('integer') || type.includes('number'));
  const turns = share([...ODD_NUMBERS.keys()], 4);
  return inGroups(places).flatMap((group) =>
    turns.map((turn) =>
      group.reduce<Json>(
        (values, { path }, i) => put(values, path, ODD_NUMBERS[(i + turn) % ODD_NUMBERS.length] ?? 0),
        companions(group),
      ),
    ),
  );
}

/** Neither Helm reads text that is no Unicode. */
function isReadable(value: Json): boolean {
  return isReadBack({ path: [], value }) && !/\\ud[89a-f]/.test(JSON.stringify(value));
}

/** The section or value that a path of a message is in; paths have the dots of `refusals`. */
export function nodeOf(where: string): string {
  const isIn = (node: string): boolean =>
    where === node || where.startsWith(`${node}.`) || where.startsWith(`${node}[`);
  return NODES.filter(isIn).reduce((longest, node) => (node.length > longest.length ? node : longest), '');
}

const NODES = SPOTS.filter(({ isInner }) => !isInner).map(({ path }) => path.join('.'));

/** Number of values. */
export const LEAVES = leavesOf(CODER_VALUES).length;
