import { type Expr, type Json, isExpr, toExpr, ref } from '../expr';
import type { Children, Leaf, Section } from './declare';
import { at, isMap } from './maps';
import { unsetOf } from './unset';

/** The handles of a section: each of its values as an expression, under the key of the value. Constructs work with these. */
export type Handles<S> =
  S extends Leaf<infer T> ? Expr<T> : S extends Section<infer C> ? { readonly [K in keyof C]: Handles<C[K]> } : never;

/** A part of the values as it is read from a file. */
export type ValuesFile = Readonly<Record<string, unknown>>;

type Node = Leaf | Section;

/** A declared value and where it is. */
export interface DeclaredValue {
  /** Keys from the top to the value. */
  readonly path: readonly string[];
  /** Its declaration. */
  readonly leaf: Leaf;
}

/** All values of a section in declared order. */
export function leavesOf(node: Node, path: readonly string[] = []): readonly DeclaredValue[] {
  if (node.kind === 'leaf') return [{ path, leaf: node }];
  return Object.entries(node.children).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

/** The handles of a section in a chart, where only Helm knows the values: references to `.Values`. */
export function symbolicHandles<C extends Children>(section: Section<C>): Handles<Section<C>> {
  return mapLeaves(section, (leaf, path) => ref(path, leaf.type, isWide(leaf))) as Handles<Section<C>>;
}

/** Whether a value may be an integer that takes more than 32 bits. */
function isWide({ schema: { minimum = 0, maximum = 0 } }: Leaf): boolean {
  return Math.max(-minimum, maximum) > 2 ** 31;
}

/** The handles of a section for values that are allowed; see `concreteHandles`. */
export function handlesFor<C extends Children>(section: Section<C>, input: object): Handles<Section<C>> {
  return mapLeaves(section, (leaf, path) => toExpr(valueOf(leaf, givenAt(input, path)))) as Handles<Section<C>>;
}

/**
 * The handles of a section out of more of them, which may be of more sections.
 *
 * @throws when one of its values is not there.
 */
export function handlesIn<C extends Children>(section: Section<C>, from: object): Handles<Section<C>> {
  return mapLeaves(section, (_, path) => {
    const found = at(from, path);
    if (!isExpr(found)) throw new Error(`there is no value ${path.join('.')}`);
    return found;
  }) as Handles<Section<C>>;
}

/** Plain values with the defaults filled in: maps are merged, lists and scalars replaced, null is "not set" and takes an entry out of a map. */
export function fillDefaults(section: Section, input: ValuesFile): Json {
  return mapLeaves(section, (leaf, path) => valueOf(leaf, givenAt(input, path))) as Json;
}

/** The defaults of a section. */
export function defaultsOf(section: Section): Json {
  return fillDefaults(section, {});
}

function mapLeaves(
  node: Node,
  map: (leaf: Leaf, path: readonly string[]) => unknown,
  path: readonly string[] = [],
): unknown {
  if (node.kind === 'leaf') return map(node, path);
  return Object.fromEntries(
    Object.entries(node.children).map(([key, child]) => [key, mapLeaves(child, map, [...path, key])]),
  );
}

/** What is given at a path; null for all that is in a section that is null. */
export function givenAt(input: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value === null ? null : at(value, [key])), input);
}

function valueOf(leaf: Leaf, given: unknown): Json | Expr {
  if (given === undefined) return leaf.default;
  if (given === null) return unsetOf(leaf) ?? leaf.default;
  return isExpr(given) ? given : overlay(leaf.default, given as Json);
}

/** Helm's coalescing of a value over its default; as there, null takes an entry out. */
function overlay(base: Json | undefined, over: Json): Json {
  if (!isMap(over)) return over;
  const under = isMap(base) ? base : {};
  const keys = [...new Set([...Object.keys(under), ...Object.keys(over)])];
  return Object.fromEntries(keys.flatMap((key) => entryOf(key, own(under, key), own(over, key))));
}

function entryOf(key: string, base: Json | undefined, over: Json | undefined): readonly (readonly [string, Json])[] {
  if (over === null) return [];
  const value = over === undefined ? base : overlay(base, over);
  return value === undefined ? [] : [[key, value]];
}

function own(map: Readonly<Record<string, Json>>, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
