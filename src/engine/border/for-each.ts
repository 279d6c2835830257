import { Construct, type IConstruct } from 'constructs';
import {
  type Expr,
  type ItemsExpr,
  type ItemsOf,
  type Loop,
  type MapOf,
  type Value,
  type ValueType,
  byKey,
  isExpr,
  isPlainMap,
  isTreeList,
  isTreeMap,
  itemsOf,
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
 * @param list a list of sections, whose handles `build` gets
 * @example forEach(chart, 'Hosts', values.hosts, (inner, host) => ingressOf(inner, host.name, host.port))
 */
export function forEach<H>(
  scope: Construct,
  id: string,
  list: ItemsExpr<readonly unknown[], H>,
  build: (scope: Construct, item: H) => void,
): void;
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
): void;
export function forEach(
  scope: Construct,
  id: string,
  list: ItemsExpr | Items<unknown>,
  build: (scope: Construct, item: never) => void,
): void {
  requireLoop('forEach', scope, id, build);
  const { of, type, given } = goneThrough(`forEach ${id}`, list, 'list');
  const make = (inner: Construct, item: Expr): void => {
    build(inner, given(item) as never);
  };
  const known = simplify(of);
  if (!isTreeList(known))
    loopOver(of, type, (loop, item) => {
      make(loopScope(scope, id, loop), item);
    });
  else for (const [i, item] of known.entries()) make(itemScope(scope, `${id}${String(i)}`), toExpr<unknown>(item));
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
 * @param entries a map of sections, whose handles `build` gets
 * @example forEachEntry(chart, 'Tenants', values.tenants, (inner, name, tenant) => namespaceOf(inner, name, tenant.quota))
 */
export function forEachEntry<H>(
  scope: Construct,
  id: string,
  entries: ItemsExpr<Readonly<Record<string, unknown>>, H>,
  build: (scope: Construct, key: Expr<string>, value: H) => void,
): void;
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
): void;
export function forEachEntry(
  scope: Construct,
  id: string,
  entries: ItemsExpr | Entries<unknown>,
  build: (scope: Construct, key: Expr<string>, value: never) => void,
): void {
  requireLoop('forEachEntry', scope, id, build);
  const { of, type, given } = goneThrough(`forEachEntry ${id}`, entries, 'map');
  const make = (inner: Construct, key: Expr<string>, value: Expr): void => {
    build(inner, key, given(value) as never);
  };
  const known = simplify(of);
  if (!isTreeMap(known))
    loopOver(of, type, (loop, value, key) => {
      make(loopScope(scope, id, loop), key, value);
    });
  else
    for (const [key, value] of Object.entries(known).sort(byKey))
      make(itemScope(scope, `${id}-${key}`), literal(key), toExpr<unknown>(value));
}

/** What a loop goes through, and what its items are. */
function goneThrough(
  path: string,
  given: ItemsExpr | Items<unknown> | Entries<unknown>,
  wanted: 'list' | 'map',
): { readonly of: Expr } & ItemsOf {
  if (!isExpr(given)) requireMap(path, given);
  const field = wanted === 'list' ? 'items' : 'map';
  const value: unknown = isExpr(given) ? given : Reflect.get(given, field);
  const isWanted = isExpr(value) ? value.type === wanted : wanted === 'list' ? Array.isArray(value) : isPlainMap(value);
  requireGiven(isWanted, `${path}: ${field}`, `a ${wanted}`, value);
  const of = toExpr(value);
  return { of, ...itemsOf(path, of, isExpr(given) ? undefined : given.type) };
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
