import { Construct, type IConstruct } from 'constructs';
import {
  type Expr,
  type Loop,
  type MapOf,
  type Value,
  type ValueType,
  byKey,
  isExpr,
  isPlainMap,
  isTreeList,
  isTreeMap,
  literal,
  loopOver,
  requireFunction,
  requireGiven,
  requireMap,
  simplify,
  toExpr,
} from '../expr';

/** The loops of constructs whose items only Helm knows. */
const LOOPS = new WeakMap<IConstruct, Loop>();

/** Constructs that are there once for an item. */
const ITEMS = new WeakSet<IConstruct>();

/** What `forEach` goes through. */
export interface Items<T> {
  /** The list. */
  readonly items: Value<readonly T[]>;
  /** What an item is, such as `string`. */
  readonly type: ValueType;
}

/**
 * Builds objects once for each item of a list. Each object needs a name that is made of the item, and labels of its own where it selects pods.
 *
 * @example forEach(chart, 'Teams', { items: values.teams, type: 'string' }, (inner, team) => new Namespace(inner, 'Namespace', { metadata: { name: asText(team) } }))
 */
export function forEach<T>(
  scope: Construct,
  id: string,
  list: Items<T>,
  build: (scope: Construct, item: Expr<T>) => void,
): void {
  requireLoop('forEach', scope, id, build);
  requireMap(`forEach ${id}`, list);
  const { items, type } = list;
  const isList = isExpr(items) ? items.type === 'list' : Array.isArray(items);
  requireGiven(isList, `forEach ${id}: items`, 'a list', items);
  const of = toExpr(items);
  const known = simplify(of);
  if (!isTreeList(known))
    loopOver<T, unknown>(of, type, (loop, item) => {
      build(loopScope(scope, id, loop), item);
    });
  else for (const [i, item] of known.entries()) build(itemScope(scope, `${id}${String(i)}`), toExpr(item as Value<T>));
}

/** What `forEachEntry` goes through. */
export interface Entries<T> {
  /** The map. */
  readonly map: Value<MapOf<T>>;
  /** What its values are, such as `string`. */
  readonly type: ValueType;
}

/**
 * Builds objects once for each entry of a map, in the order of their keys. Each object needs a name that is made of the key or the value.
 *
 * @example forEachEntry(chart, 'Quotas', { map: values.quotas, type: 'string' }, (inner, team, cpu) => quotaOf(inner, team, cpu))
 */
export function forEachEntry<T>(
  scope: Construct,
  id: string,
  entries: Entries<T>,
  build: (scope: Construct, key: Expr<string>, value: Expr<T>) => void,
): void {
  requireLoop('forEachEntry', scope, id, build);
  requireMap(`forEachEntry ${id}`, entries);
  const { map, type } = entries;
  const isMap = isExpr(map) ? map.type === 'map' : isPlainMap(map);
  requireGiven(isMap, `forEachEntry ${id}: map`, 'a map', map);
  const of = toExpr<unknown>(map);
  const known = simplify(of);
  if (!isTreeMap(known))
    loopOver<T, unknown>(of, type, (loop, value, key) => {
      build(loopScope(scope, id, loop), key, value);
    });
  else
    for (const [key, value] of Object.entries(known).sort(byKey))
      build(itemScope(scope, `${id}-${key}`), literal(key), toExpr(value as Value<T>));
}

function requireLoop(name: string, scope: unknown, id: unknown, build: unknown): void {
  requireGiven(Construct.isConstruct(scope), `${name}: scope`, 'a construct', scope);
  requireGiven(typeof id === 'string' && id !== '', `${name}: id`, 'a text', id);
  requireFunction(`${name} ${String(id)}: build`, build);
}

function itemScope(scope: Construct, id: string): Construct {
  const made = new Construct(scope, id);
  ITEMS.add(made);
  return made;
}

function loopScope(scope: Construct, id: string, loop: Loop): Construct {
  const made = itemScope(scope, id);
  LOOPS.set(made, loop);
  return made;
}

/** The loops that a construct is in, the outermost first. */
export function loopsOf(construct: IConstruct): readonly Loop[] {
  return construct.node.scopes.flatMap((scope) => LOOPS.get(scope) ?? []);
}

/** Whether a construct is there once for an item, known or not. */
export function isInLoop(construct: IConstruct): boolean {
  return construct.node.scopes.some((scope) => ITEMS.has(scope));
}
