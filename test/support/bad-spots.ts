import { type Json } from '../../src/engine/expr';
import { type JsonSchema, type Leaf, type Section, isMap } from '../../src/engine/values';
import { resolveRef } from '../../src/engine/values/schema';

/** Where something is in the values; numbers are places in a list. */
export type Path = readonly (string | number)[];

/** A place where a value may be given: a section, a value, an entry of an open map, an item of a list, a field of an item. */
export interface Spot {
  readonly path: Path;
  readonly schema: JsonSchema;
  /** The value that the place belongs to; a section belongs to none. */
  readonly leaf?: Leaf;
  /** True inside a value, where null is no default. */
  readonly isInner: boolean;
}

/** The key that stands for any key of an open map. */
export const ANY_KEY = 'someKey';

/** Lists of anything may hold lists of anything: two levels stand for all. */
const MAX_ANYTHING = 2;

/** Every place of a declaration, sections before what they hold. */
export function spotsOf(node: Section | Leaf, path: Path = []): readonly Spot[] {
  if (node.kind === 'leaf') return inside(node, { path, schema: node.schema, leaf: node, isInner: false }, 0);
  const children = Object.entries(node.children).flatMap(([key, child]) => spotsOf(child, [...path, key]));
  return [{ path, schema: { type: 'object', additionalProperties: false }, isInner: false }, ...children];
}

function inside(leaf: Leaf, spot: Spot, anythings: number): readonly Spot[] {
  const { path, schema } = spot;
  if (anythings > MAX_ANYTHING) return [];
  const child = (key: string | number, of: JsonSchema): readonly Spot[] => {
    const inner = { path: [...path, key], schema: resolveRef(of), leaf, isInner: true };
    return inside(leaf, inner, anythings + (of.$ref === undefined ? 0 : 1));
  };
  const { properties = {}, additionalProperties, items } = schema;
  return [
    spot,
    ...Object.entries(properties).flatMap(([key, of]) => child(key, of)),
    ...(additionalProperties === undefined || additionalProperties === false
      ? []
      : child(keyFor(schema), additionalProperties)),
    ...(items === undefined ? [] : child(0, items)),
  ];
}

/** A key that an open map takes. */
function keyFor({ propertyNames }: JsonSchema): string {
  const pattern = new RegExp(propertyNames?.pattern ?? '');
  return [ANY_KEY, `${ANY_KEY}.json`, '::1'].find((key) => pattern.test(key)) ?? 'some-key';
}

/** A field of an item, or of an entry, that excludes another, which has its place beside the rest. */
export function isExcluded({ path, leaf }: Pick<Spot, 'path' | 'leaf'>): boolean {
  const { of: [, ...others] = [] } = onlyOne(leaf?.schema ?? {})?.exclusive ?? {};
  return path.some((key) => others.includes(String(key)));
}

/** What all places in a list are in; and in a map, unless its key can say what they hold. */
function onlyOne(schema: JsonSchema): JsonSchema | undefined {
  const { items, additionalProperties: entry } = schema;
  return items ?? (entry === false || keyFor(schema) === ANY_KEY ? undefined : entry);
}

/** A map that takes no other keys than the declared ones. */
export function isClosed({ schema }: Spot): boolean {
  return schema.additionalProperties === false;
}

/** A value with another put at a path; lists are as long as the path asks. */
export function put(base: Json | undefined, path: Path, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'string') {
    const map = isMap(base) ? base : {};
    return { ...map, [key]: put(Object.hasOwn(map, key) ? map[key] : undefined, rest, value) };
  }
  const list: readonly Json[] = Array.isArray(base) ? (base as readonly Json[]) : [];
  return [...list.slice(0, key), put(list[key], rest, value), ...list.slice(key + 1)];
}

/** What an item has beside its other fields, where its first field that tells variants apart is called so: then no field is refused. */
const WITH_VARIANTS: Readonly<Record<string, Json>> = {
  action: { action: 'keep', regex: 'a' },
  operator: { operator: 'Equal', key: 'a', effect: 'NoExecute' },
};

/** An item that has what an item must have, in a list of maps. */
export function itemFor({ items = {} }: JsonSchema): Json {
  const { required = [], properties = {}, variants, exclusive } = items;
  const one = exclusive?.isNeeded === true ? { [exclusive.of[0] ?? '']: {} } : {};
  const needed = required.map((key) => [key, fieldFor(properties[key] ?? {})]);
  return {
    ...Object.fromEntries(needed),
    ...one,
    ...(WITH_VARIANTS[variants?.[0]?.field ?? ''] as object | undefined),
  } as Json;
}

function fieldFor({ type }: JsonSchema): Json {
  if (type === 'array') return [];
  return type === 'integer' ? 1 : 'a';
}

/** How a message of this project calls a path below `values`: a key that is no word is in quotes. */
export function shown(path: Path): string {
  return path
    .map((key) => (/^[A-Za-z_]\w*[-\w./$]*$/.test(String(key)) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join('');
}

/** Splits things into groups, few enough, in each of which every path can be there at once. */
export function inGroups<T extends { readonly path: Path }>(items: readonly T[]): readonly (readonly T[])[] {
  const groups: Group<T>[] = [];
  for (const item of items) {
    const needs = needsOf(item.path);
    const isFree = (taken: ReadonlyMap<string, string>): boolean =>
      needs.every(([at, what]) => !taken.has(at) || (what !== 'value' && taken.get(at) === what));
    const group: Group<T> = groups.find(({ taken }) => isFree(taken)) ?? { items: [], taken: new Map() };
    if (group.items.length === 0) groups.push(group);
    group.items.push(item);
    for (const [at, what] of needs) group.taken.set(at, what);
  }
  return groups.map((group) => group.items);
}

type Holds = 'map' | 'list' | 'value';

interface Group<T> {
  readonly items: T[];
  readonly taken: Map<string, Holds>;
}

/** What has to be at each step of a path. */
function needsOf(path: Path): readonly (readonly [string, Holds])[] {
  const at = (length: number): string => JSON.stringify(path.slice(0, length));
  const steps = path.map((key, i) => [at(i), typeof key === 'number' ? 'list' : 'map'] as const);
  return [...steps, [at(path.length), 'value']];
}
