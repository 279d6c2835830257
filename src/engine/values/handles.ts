import { type Expr, type ItemsExpr, type Json, isExpr, ref, toExpr } from '../expr';
import type { Children, Leaf, Section } from './declare';
import { valueOf } from './filled';
import { handleOf } from './items';
import { mapLeaves } from './leaves';
import { at } from './maps';
import type { Filled, SectionList, SectionMap } from './items-types';

/** The handles of a section: each of its values as an expression, under the key of the value. Constructs work with these. */
export type Handles<S> =
  S extends SectionList<infer C>
    ? ItemsExpr<readonly Filled<Section<C>>[], Handles<Section<C>>>
    : S extends SectionMap<infer C>
      ? ItemsExpr<Readonly<Record<string, Filled<Section<C>>>>, Handles<Section<C>>>
      : S extends Leaf<infer T>
        ? Expr<T>
        : S extends Section<infer C>
          ? { readonly [K in keyof C]: Handles<C[K]> }
          : never;

/** A part of the values as it is read from a file. */
export type ValuesFile = Readonly<Record<string, unknown>>;

/** The handles of a section in a chart, where only Helm knows the values: references to `.Values`. */
export function symbolicHandles<C extends Children>(section: Section<C>): Handles<Section<C>> {
  return mapLeaves(section, (leaf, path) => handleOf(leaf, ref(path, leaf.type, isWide(leaf)))) as Handles<Section<C>>;
}

/** Whether a value may be an integer that takes more than 32 bits. */
function isWide({ schema: { minimum = 0, maximum = 0 } }: Leaf): boolean {
  return Math.max(-minimum, maximum) > 2 ** 31;
}

/** The handles of a section for values that are allowed; see `concreteHandles`. */
export function handlesFor<C extends Children>(section: Section<C>, input: object): Handles<Section<C>> {
  return mapLeaves(section, (leaf, path) => handleOf(leaf, toExpr(valueOf(leaf, givenAt(input, path))))) as Handles<
    Section<C>
  >;
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

/** What is given at a path; null for all that is in a section that is null. */
export function givenAt(input: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value === null ? null : at(value, [key])), input);
}
