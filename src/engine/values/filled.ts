import { type Expr, type Json, isExpr, isPlainMap } from '../expr';
import type { Leaf, Section } from './declare';
import { unsetOf } from './unset';

/** A value with its default filled in, and with those of the items of a list or a map of sections. */
export function valueOf(leaf: Leaf, given: unknown): Json | Expr {
  if (isExpr(given)) return given;
  const whole = wholeOf(leaf, given);
  return leaf.item === undefined ? whole : filledItems(leaf.item, whole);
}

function wholeOf(leaf: Leaf, given: unknown): Json {
  if (given === undefined) return leaf.default;
  if (given === null) return unsetOf(leaf) ?? leaf.default;
  return overlay(leaf.default, given as Json);
}

/** Items with the defaults of their sections; what is no item stays as it is. */
function filledItems(item: Section, items: Json): Json {
  if (Array.isArray(items)) return items.map((one: Json) => filledSection(item, one));
  if (!isJsonMap(items)) return items;
  const entries = Object.entries(items).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([key, one]) => [key, filledSection(item, one)]));
}

function filledSection({ children }: Section, given: Json): Json {
  if (!isJsonMap(given)) return given;
  const declared = Object.entries(children).map(([key, child]) => [key, filledChild(child, own(given, key))] as const);
  return { ...Object.fromEntries(declared), ...withoutKeys(given, children) };
}

/** In an item, null says the same as a missing key, since Helm makes one of the other; what is given replaces the default. */
function filledChild(child: Leaf | Section, given: Json | undefined): Json {
  if (child.kind === 'section') return filledSection(child, given ?? {});
  const value = given ?? child.default;
  return child.item === undefined ? overlay(undefined, value) : filledItems(child.item, value);
}

function withoutKeys(map: JsonMap, keys: object): JsonMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !Object.hasOwn(keys, key)));
}

/** Helm's coalescing of a value over its default; as there, null takes an entry out. */
function overlay(base: Json | undefined, over: Json): Json {
  if (!isJsonMap(over)) return over;
  const under = isJsonMap(base) ? base : {};
  const keys = [...new Set([...Object.keys(under), ...Object.keys(over)])];
  return Object.fromEntries(keys.flatMap((key) => entryOf(key, own(under, key), own(over, key))));
}

function entryOf(key: string, base: Json | undefined, over: Json | undefined): readonly (readonly [string, Json])[] {
  if (over === null) return [];
  const value = over === undefined ? base : overlay(base, over);
  return value === undefined ? [] : [[key, value]];
}

type JsonMap = Readonly<Record<string, Json>>;

function isJsonMap(value: Json | undefined): value is JsonMap {
  return isPlainMap(value);
}

function own(map: JsonMap, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
