import * as fc from 'fast-check';
import { type CapturedObject } from '../../src/engine/border';
import { type Environment, type Expr, type Loop, type Tree, evaluate, isExpr, roundsIn } from '../../src/engine/expr';
import { type DeclaredValue, type Section, at, leavesOf } from '../../src/engine/values';
import { once } from './arbitraries';
import { type Case, environmentOf, installation } from './law';
import { canonical } from './manifests';
import { withValue } from './values';

/** An expression in an object, when that object is there, and what it is there once for. */
interface Part {
  readonly loops: readonly Loop[];
  readonly condition: Expr<boolean>;
  readonly tree: Tree;
}

/** The whole of objects, in parts each of which is one expression. */
function partsOf({ loops, condition, tree }: CapturedObject): readonly Part[] {
  return [true, ...expressionsIn(tree)].map((part) => ({ loops, condition, tree: part }));
}

function expressionsIn(tree: unknown): readonly Expr[] {
  if (isExpr(tree)) return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(expressionsIn) : [];
}

/** The paths of all values that something refers to. */
function refsIn(of: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (isExpr(of) && of.node.op === 'ref') found.add(of.node.path.join('.'));
  else if (typeof of === 'object' && of !== null)
    for (const child of Object.values(isExpr(of) ? of.node : of)) refsIn(child, found);
  return found;
}

/** The values among some that a case gives and that change what a model makes of it. */
type Effective = (one: Case, among: readonly DeclaredValue[]) => readonly DeclaredValue[];

/** Looks only at the expressions that refer to a value. */
function effectsOf(section: Section, objects: readonly CapturedObject[]): Effective {
  const parts = objects.flatMap(partsOf).map((part) => ({ ...part, refs: refsIn(part) }));
  const textIn = ({ loops, condition, tree }: Part, environment: Environment): string =>
    roundsIn(loops, environment)
      // A round in which the object is absent shows nothing.
      .flatMap((round) => (evaluate(condition, round) === true ? [canonical(evaluate(tree, round))] : []))
      .join('\n');
  return (one, among) => {
    const given = environmentOf(section, one);
    const textGiven = once((part: Part) => textIn(part, given));
    return among.filter(({ path, leaf }) => {
      if (at(one.values, path) === undefined) return false;
      const values = withValue(given.values as Case['values'], path, leaf.default);
      const reading = parts.filter(({ refs }) => refs.has(path.join('.')));
      return reading.some((part) => textGiven(part) !== textIn(part, { ...given, values }));
    });
  };
}

/** Installations in which all values show. */
export interface Cover {
  readonly cases: readonly Case[];
  /** A case in which a value changes the output, by the path of the value. */
  readonly shown: ReadonlyMap<string, Case>;
}

/** Draws installations and keeps those in which a value changes the output that did so in none before, until all values have. */
export function cover(
  section: Section,
  objects: readonly CapturedObject[],
  { seed, presence }: { readonly seed: number; readonly presence: number },
): Cover {
  const effective = effectsOf(section, objects);
  const drawn = installation(section, presence);
  const shown = new Map<string, Case>();
  let left = leavesOf(section);
  for (let turn = 0; turn < TURNS && left.length > 0; turn++)
    for (const one of fc.sample(drawn, { seed: seed + 1_000_000 * turn, numRuns: 20 })) {
      const found = effective(one, left);
      for (const { path } of found) shown.set(path.join('.'), one);
      left = left.filter((value) => !found.includes(value));
    }
  return { cases: [...new Set(shown.values())], shown };
}

/** More than it ever takes. */
const TURNS = 20;
