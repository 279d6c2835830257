import {
  Expr,
  type Loop,
  type MapOf,
  type Tree,
  type TreeMap,
  type Value,
  type ValueType,
  isExpr,
  isTreeList,
  isTreeMap,
} from './expr';
import { fold, literal, operand, ref, toExpr } from './basics';
import { optional } from './conditions';
import { named } from './evaluate';
import { requireFunction, requireKind, requireMap } from './given';
import { type ItemsExpr, type ItemsOf, itemsOf } from './items';
import { byKey } from './order';
import { requireTree } from './plain';
import { simplify, simplifyList, simplifyMap } from './simplify';

/**
 * Fixed entries and maps of the user: fixed entries always win, of the maps the right-most.
 *
 * @throws when the fixed entries hold what no manifest can.
 * @example merge({ app: 'web' }, values.labels)
 */
export function merge<T extends TreeMap>(fixed: T, ...maps: readonly Value<MapOf<string>>[]): Expr<MapOf<string> & T> {
  requireMap('merge: fixed', fixed);
  requireTree('merge: fixed', fixed);
  const of = maps
    .map((map, i) => operand(`merge: map ${String(i + 1)}`, 'a map', map))
    .filter((map) => !isEmptyLiteral(map));
  const plainFixed = simplifyMap(fixed) as MapOf<string> & T;
  if (of.length === 0) return literal(plainFixed);
  return fold({ op: 'merge', fixed: plainFixed, maps: of }, 'map', [plainFixed, ...of]);
}

/** `merge`, where several maps have the first of the fixed entries in common: a printer may define these once. */
export function mergeShared(shared: Expr, own: TreeMap, ...maps: readonly Value<MapOf<string>>[]): Expr<MapOf<string>> {
  const { node } = shared;
  if (node.op !== 'namedTemplate') throw new Error('shared entries need a name');
  const merged = merge({ ...(simplify(node.of) as TreeMap), ...own }, ...maps);
  return merged.node.op === 'merge' ? new Expr({ ...merged.node, shared: node }, 'map') : merged;
}

/**
 * The text under a key of a map of texts; empty where there is none.
 *
 * @throws Error when the map is neither known nor a value.
 */
export function entry(map: Value<MapOf<string>>, key: string): Expr<string> {
  const of = simplify(operand('entry: map', 'a map', map));
  requireKind('a text', 'entry: key', key);
  if (isTreeMap(of)) return toExpr((Object.hasOwn(of, key) ? of[key] : '') as Value<string>);
  const node = isExpr(of) ? of.node : undefined;
  if (node?.op !== 'ref')
    throw new Error(`${key}: expected a map that is known, or a value, got ${node?.op ?? 'none'}`);
  return ref([...node.path, key], 'string');
}

/** Lists to join: known ones, whose items may be unknown, and unknown ones. */
export type ListParts = readonly (readonly Tree[] | Expr)[];

/** What the items of a list are, whether it is known or not. */
export type ItemOf<L> = L extends readonly (infer E)[] ? E : L extends Expr<infer T> ? ItemOf<T> : unknown;

/**
 * Lists, one after the other.
 *
 * @example concat([{ name: 'own' }], values.containers)
 */
export function concat<const P extends ListParts>(...parts: P): Expr<readonly ItemOf<P[number]>[]> {
  return joinLists('concat', parts);
}

/**
 * Lists of named items, one after the other; of items with the same `name` the last one counts, at the place of the first.
 *
 * @remarks Items without a name count as one.
 * @example mergeByName([{ name: 'own' }], values.containers)
 */
export function mergeByName<const P extends ListParts>(...parts: P): Expr<readonly ItemOf<P[number]>[]> {
  return joinLists('mergeByName', parts);
}

/** An entry of a map, as an item that has its key as `name`. */
export type NamedItem<T> = T & { readonly name: string };

/**
 * The entries of a map of maps as a list of named items, for `mergeByName`: each has its key as `name`. They come in the order of their names, since
 * a map has no other that both outputs keep.
 *
 * @remarks An entry that is not a map, such as null, is left out.
 * @example namedItems(values.variables)
 */
export function namedItems<T>(map: Value<MapOf<T>>): Expr<readonly NamedItem<T>[]> {
  const of = operand<unknown>('namedItems: map', 'a map', map);
  const known = simplify(of);
  const entries = isTreeMap(known) ? Object.entries(known).sort(byKey) : [];
  if (isTreeMap(known) && !entries.some(([, item]) => isExpr(item)))
    return new Expr({ op: 'literal', tree: entries.flatMap(namedItem) }, 'list');
  return new Expr({ op: 'namedItems', map: of }, 'list');
}

function namedItem([name, item]: readonly [string, Tree | undefined]): readonly Tree[] {
  return isTreeMap(item) ? [named(name, item)] : [];
}

function joinLists<T>(op: 'concat' | 'mergeByName', parts: ListParts): Expr<T> {
  parts.forEach((part, i) => operand<unknown>(`${op}: list ${String(i + 1)}`, 'a list', part));
  const of = parts.map((part) => (isNamed(part) ? part : (simplify(part) as readonly Tree[] | Expr)));
  const rest = of.filter((part) => !isTreeList(part) || part.length > 0);
  if (rest.length === 0) return new Expr<T>({ op: 'literal', tree: [] }, 'list');
  return rest.length === 1 && op === 'concat' ? toExpr(rest[0] as Expr<T>) : fold({ op, parts: rest }, 'list', rest);
}

/** A named list keeps its name, even a concrete one, so that a printer can define it once. */
function isNamed(part: readonly Tree[] | Expr): boolean {
  return isExpr(part) && part.node.op === 'namedTemplate';
}

/** How many loops are being built: the name of a variable says how deep its loop is, so that the same calls make the same tree. */
let depth = 0;

/**
 * One item for each item of a list.
 *
 * @param type what the items are
 * @example each(values.hosts, 'string', (host) => ({ host }))
 */
export function each<T extends Tree, const B extends Tree>(
  items: Value<readonly T[]>,
  type: ValueType,
  body: (item: Expr<T>) => B,
): Expr<readonly B[]>;
/**
 * One item for each item of a list of sections.
 *
 * @param body gets the handles of an item
 * @example each(values.hosts, ({ name, port }) => ({ host: name, port }))
 */
export function each<H, const B extends Tree>(
  items: ItemsExpr<readonly unknown[], H>,
  body: (item: H) => B,
): Expr<readonly B[]>;
export function each(items: unknown, ...how: How): Expr<readonly Tree[]> {
  const list = operand<unknown>('each: items', 'a list', items);
  const { type, body, given } = readHow('each', list, how);
  const make = (item: Expr): Tree => Reflect.apply(body, undefined, [given(item)]) as Tree;
  const known = simplify(list);
  if (isTreeList(known)) return literal(simplifyList(known.map((item) => eachKnown(item, make))));
  return loopOver(list, type, (loop, item) => new Expr({ op: 'each', ...loop, body: make(item) }, 'list'));
}

/** What a loop is called with after what it goes through. Sections of values need no type. */
type How = readonly [body: Body] | readonly [type: ValueType, body: Body];
type Body = (...item: never) => Tree;

function readHow(name: string, of: Expr, how: How): { readonly body: Body } & ItemsOf {
  const [type, body] = how.length === 1 ? [undefined, how[0]] : how;
  requireFunction(`${name}: body`, body);
  return { body, ...itemsOf(name, of, type) };
}

/** Builds what is in a loop over a list or a map, with variables of its own. */
export function loopOver<T, R>(
  list: Expr,
  type: ValueType,
  build: (loop: Loop, item: Expr<T>, key: Expr<string>) => R,
): R {
  const [key, variable] = [`key${String(depth)}`, `item${String(depth)}`];
  const loop = { list, variable, ...(list.type === 'map' ? { key } : {}) };
  return inLoop(() => build(loop, variableOf(variable, type), variableOf(key, 'string')));
}

/**
 * One item for each entry of a map, in the order of their keys.
 *
 * @param type what the values of the map are
 * @example eachEntry(values.labels, 'string', (key, value) => ({ key, value }))
 */
export function eachEntry<T extends Tree, const B extends Tree>(
  map: Value<MapOf<T>>,
  type: ValueType,
  body: (key: Expr<string>, value: Expr<T>) => B,
): Expr<readonly B[]>;
/**
 * One item for each entry of a map of sections, in the order of their keys.
 *
 * @param body gets the key and the handles of an entry
 * @example eachEntry(values.tenants, (name, { quota }) => ({ name, cpu: quota.cpu }))
 */
export function eachEntry<H, const B extends Tree>(
  map: ItemsExpr<Readonly<Record<string, unknown>>, H>,
  body: (key: Expr<string>, value: H) => B,
): Expr<readonly B[]>;
export function eachEntry(map: unknown, ...how: How): Expr<readonly Tree[]> {
  const of = operand<unknown>('eachEntry: map', 'a map', map);
  const { type, body, given } = readHow('eachEntry', of, how);
  const make = (key: Expr<string>, value: Expr): Tree => Reflect.apply(body, undefined, [key, given(value)]) as Tree;
  const known = simplify(of);
  if (isTreeMap(known)) {
    const items = Object.entries(known).sort(byKey);
    return literal(
      simplifyList(items.map(([key, item]) => eachKnown(item ?? null, (value) => make(literal(key), value)))),
    );
  }
  return loopOver(of, type, (loop, item, key) => new Expr({ op: 'each', ...loop, body: make(key, item) }, 'list'));
}

function inLoop<T>(build: () => T): T {
  depth++;
  try {
    return build();
  } finally {
    depth--;
  }
}

/** An item that may be absent gives one that may be. */
function eachKnown(item: Tree, body: (item: Expr) => Tree): Tree {
  if (!isExpr(item) || item.node.op !== 'optional') return body(toExpr<unknown>(item));
  const { condition, then, otherwise } = item.node;
  if (otherwise === undefined) return optional(condition, eachKnown(then, body));
  return optional(condition, eachKnown(then, body), eachKnown(otherwise, body));
}

function variableOf<T>(name: string, type: ValueType): Expr<T> {
  return new Expr<T>({ op: 'variable', name, path: [] }, type);
}

function isEmptyLiteral(expr: Expr): boolean {
  const tree = simplify(expr);
  return isTreeMap(tree) && Object.keys(tree).length === 0;
}
