import { type Environment, evaluate } from './evaluate';
import {
  type BuiltinName,
  type Endings,
  Expr,
  type MapOf,
  type Op,
  type Placement,
  type Tree,
  type TreeMap,
  type Value,
  type ValueType,
  isExpr,
  isTreeList,
  isTreeMap,
  typeOf,
} from './expr';
import { isConcrete, simplify, simplifyList, simplifyMap } from './simplify';

/** An expression that stands for a tree as it is. */
export function literal<T extends Tree | undefined>(tree: T): Expr<T> {
  return new Expr<T>({ op: 'literal', tree }, typeOf(tree));
}

/** An expression for a value that is known now or later. */
export function toExpr<T>(value: Value<T>): Expr<T> {
  return isExpr(value) ? value : (literal(value as Tree) as Expr<T>);
}

/** The value at a path of `.Values`. */
export function ref<T>(path: readonly string[], type: ValueType): Expr<T> {
  return new Expr<T>({ op: 'ref', path }, type);
}

/** A fact of the installation, such as the release's name. */
export function builtin(name: BuiltinName): Expr<string> {
  return new Expr<string>({ op: 'builtin', name }, 'string');
}

/** The placement of a chart: the release that Helm installs, known when Helm runs. */
export const HELM_PLACEMENT: Placement<Expr<string>> = {
  releaseName: builtin('releaseName'),
  namespace: builtin('namespace'),
};

/** Template string over values: `` interpolate`${repository}:${tag}` ``. Numbers are printed in decimal. */
export function interpolate(strings: TemplateStringsArray, ...values: readonly Value<string | number>[]): Expr<string> {
  return interpolateParts(
    strings.flatMap((part, i) => [part, ...(i < values.length ? [toExpr(values[i] as Value<string>)] : [])]),
  );
}

/** Pieces of text and values, one after the other. */
export function interpolateParts(pieces: readonly (string | Expr)[]): Expr<string> {
  const parts = joinTexts(pieces.map((piece) => (isExpr(piece) ? known(piece) : piece)));
  return fold({ op: 'interpolate', parts }, 'string', parts.filter(isExpr));
}

/** What a piece of text says, if that is known; a name is kept, so that a printer can define it once. */
function known(piece: Expr): string | Expr {
  if (piece.node.op !== 'literal' || !isConcrete(piece)) return piece;
  const tree = simplify(piece) ?? '';
  return typeof tree === 'string' ? tree : JSON.stringify(tree);
}

/** Neighbouring texts become one, so that a template has as few pieces as it needs. */
function joinTexts(pieces: readonly (string | Expr)[]): readonly (string | Expr)[] {
  return pieces.reduce<readonly (string | Expr)[]>((done, piece) => {
    const last = done.at(-1);
    return typeof last === 'string' && typeof piece === 'string'
      ? [...done.slice(0, -1), last + piece]
      : [...done, piece];
  }, []);
}

/** The first text that is not empty; empty when all are. */
export function firstNonEmpty(...options: readonly Value<string>[]): Expr<string> {
  const lifted = options.map(toExpr);
  return fold({ op: 'firstNonEmpty', options: lifted }, 'string', lifted);
}

/**
 * The text under a key of a map of texts; empty where there is none.
 *
 * @throws Error when the map is neither known nor a value.
 */
export function entry(map: Value<MapOf<string>>, key: string): Expr<string> {
  const of = simplify(toExpr(map));
  if (isTreeMap(of)) return toExpr((Object.hasOwn(of, key) ? of[key] : '') as Value<string>);
  const node = isExpr(of) ? of.node : undefined;
  if (node?.op !== 'ref')
    throw new Error(`${key}: expected a map that is known, or a value, got ${node?.op ?? 'none'}`);
  return ref([...node.path, key], 'string');
}

/** One of two scalars. */
export function ifElse<T extends string | number | boolean>(
  condition: Value<boolean>,
  then: Value<T>,
  otherwise: Value<T>,
): Expr<T> {
  const [c, a, b] = [toExpr(condition), toExpr(then), toExpr(otherwise)];
  if (isConcrete(c)) return simplify(c) === true ? a : b;
  return new Expr<T>({ op: 'ifElse', condition: c, then: a, otherwise: b }, a.type);
}

/** True when two texts are equal. */
export function equals(left: Value<string>, right: Value<string>): Expr<boolean> {
  const [a, b] = [toExpr(left), toExpr(right)];
  return fold({ op: 'equals', left: a, right: b }, 'boolean', [a, b]);
}

/** True when the condition is false. */
export function not(condition: Value<boolean>): Expr<boolean> {
  const of = toExpr(condition);
  return fold({ op: 'not', of }, 'boolean', [of]);
}

/** True when all conditions are. */
export function and(...conditions: readonly Value<boolean>[]): Expr<boolean> {
  return junction('and', conditions.map(toExpr));
}

/** True when at least one condition is. */
export function or(...conditions: readonly Value<boolean>[]): Expr<boolean> {
  return junction('or', conditions.map(toExpr));
}

/** `true` is neutral for `and` and decides `or`; `false` the other way round. */
function junction(op: 'and' | 'or', conditions: readonly Expr<boolean>[]): Expr<boolean> {
  const neutral = op === 'and';
  const known = conditions.filter(isConcrete).map((condition) => simplify(condition));
  if (known.includes(!neutral)) return literal<boolean>(!neutral);
  const unknown = conditions.filter((condition) => !isConcrete(condition));
  const of = unknown.flatMap((condition) => (condition.node.op === op ? condition.node.of : [condition]));
  if (of.length === 0) return literal<boolean>(neutral);
  return of.length === 1 ? (of[0] as Expr<boolean>) : new Expr<boolean>({ op, of }, 'boolean');
}

/** True when a scalar is not the empty string, the word for "not set" that every value knows. */
export function isSet(value: Value<string | number>): Expr<boolean> {
  const of = toExpr(value);
  return fold({ op: 'isSet', of }, 'boolean', [of]);
}

/** True when a map or list has at least one entry. */
export function nonEmpty(collection: Tree): Expr<boolean> {
  const tree = simplify(collection);
  if (isTreeList(tree)) return or(...tree.map(isThere));
  if (isTreeMap(tree)) return or(...Object.values(tree).map(isThere));
  if (isExpr(tree)) return nonEmptyExpr(tree);
  throw new Error(`nonEmpty needs a map or a list, got ${typeof tree}`);
}

function nonEmptyExpr(tree: Expr): Expr<boolean> {
  const { node } = tree;
  if (node.op === 'merge') return or(nonEmpty(node.fixed), ...node.maps.map(nonEmpty));
  if (node.op === 'concat' || node.op === 'mergeByName') return or(...node.parts.map(nonEmpty));
  if (node.op === 'each' && isAlways(node.body)) return nonEmpty(node.list);
  if (node.op === 'namedTemplate') return nonEmpty(node.of);
  if (node.op === 'optional') return and(node.condition, nonEmpty(node.then));
  return new Expr<boolean>({ op: 'nonEmpty', of: tree }, 'boolean');
}

function isAlways(entry: Tree | undefined): boolean {
  const condition = isThere(simplify(entry));
  return isConcrete(condition) && simplify(condition) === true;
}

/** Whether a field or an item is there. */
function isThere(entry: Tree | undefined): Expr<boolean> {
  if (entry === undefined) return literal<boolean>(false);
  if (!isExpr(entry) || entry.node.op !== 'optional') return literal<boolean>(true);
  const { condition, then, otherwise } = entry.node;
  if (isAlways(then) && isAlways(otherwise)) return literal<boolean>(true);
  return or(and(condition, isThere(simplify(then))), and(not(condition), isThere(simplify(otherwise))));
}

/**
 * A name of at most `max` characters. A longer one is cut and ends in a hash of the whole, so two long names stay different.
 * Names must be ASCII.
 */
export function shortenName(name: Value<string>, max: number): Expr<string> {
  const of = toExpr(name);
  return fold({ op: 'shortenName', of, max }, 'string', [of]);
}

/**
 * A text whose ending is replaced where it is one of a table, such as the unit of a quantity.
 *
 * @throws when it would matter in which order the endings are tried.
 */
export function replaceEnding(text: Value<string>, endings: Endings): Expr<string> {
  const of = toExpr(text);
  const all = Object.keys(endings);
  const clash = [...all, ...Object.values(endings)].find((a) => all.some((b) => a !== b && a.endsWith(b)));
  if (clash !== undefined || all.includes('')) throw new Error(`the ending "${clash ?? ''}" ends in another one`);
  return fold({ op: 'replaceEnding', of, endings }, 'string', [of]);
}

/**
 * A long text of which a chart keeps the constant part as a file at `path`. Each key of `holes` is a marker in the text; the value takes
 * its place.
 *
 * @throws when a marker is not in the text.
 */
export function fileText(path: string, text: string, holes: Readonly<Record<string, Expr>> = {}): Expr<string> {
  const missing = Object.keys(holes).find((marker) => marker === '' || !text.includes(marker));
  if (missing !== undefined) throw new Error(`the marker "${missing}" is not in ${path}`);
  return fold({ op: 'fileText', path, text, holes }, 'string', Object.values(holes));
}

/** Gives an expression a name, under which a printer may define it once. */
export function namedTemplate<T>(name: string, value: Expr<T>): Expr<T> {
  return new Expr<T>({ op: 'namedTemplate', name, of: value }, value.type);
}

/** A field or list item that is there only when the condition holds, or that is `otherwise` when it does not. */
export function optional<T extends Tree>(condition: Value<boolean>, then: Value<T>): Expr<T | undefined>;
export function optional<T extends Tree, U extends Tree>(
  condition: Value<boolean>,
  then: Value<T>,
  otherwise: Value<U>,
): Expr<T | U>;
export function optional(condition: Value<boolean>, then: Tree, otherwise?: Tree): Expr {
  const c = toExpr(condition);
  if (isConcrete(c)) return literal(simplify(c) === true ? then : otherwise);
  return new Expr({ op: 'optional', condition: c, then, otherwise }, typeOf(then));
}

/** A scalar field that is there only when it is set, that is, not the empty string. */
export function ifSet<T extends string | number>(value: Value<T>): Expr<Exclude<T, ''> | undefined> {
  const expr = toExpr(value as Value<Exclude<T, ''>>);
  return optional(isSet(expr), expr);
}

/** A map or list that is there only when it has an entry. */
export function unlessEmpty<T extends Tree>(collection: Value<T>): Expr<T | undefined> {
  return optional(nonEmpty(collection), collection);
}

/** Fixed entries and maps of the user: fixed entries always win, of the maps the right-most. */
export function merge<T extends TreeMap>(fixed: T, ...maps: readonly Value<MapOf<string>>[]): Expr<MapOf<string> & T> {
  const of = maps.map(toExpr).filter((map) => !isEmptyLiteral(map));
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

/** Lists to join: known ones, whose items may be unknown, and unknown ones. */
export type ListParts = readonly (readonly Tree[] | Expr)[];

/** What the items of a list are, whether it is known or not. */
export type ItemOf<L> = L extends readonly (infer E)[] ? E : L extends Expr<infer T> ? ItemOf<T> : unknown;

/** Lists, one after the other. */
export function concat<const P extends ListParts>(...parts: P): Expr<readonly ItemOf<P[number]>[]> {
  return joinLists('concat', parts);
}

/** ListParts of named items, one after the other; of items with the same `name` the last one counts, at the place of the first. */
export function mergeByName<const P extends ListParts>(...parts: P): Expr<readonly ItemOf<P[number]>[]> {
  return joinLists('mergeByName', parts);
}

function joinLists<T>(op: 'concat' | 'mergeByName', parts: ListParts): Expr<T> {
  const of = parts.map((part) => (isNamed(part) ? part : (simplify(part) as readonly Tree[] | Expr)));
  const rest = of.filter((part) => !isTreeList(part) || part.length > 0);
  if (rest.length === 0) return new Expr<T>({ op: 'literal', tree: [] }, 'list');
  return rest.length === 1 && op === 'concat' ? toExpr(rest[0] as Expr<T>) : fold({ op, parts: rest }, 'list', rest);
}

/** A named list keeps its name, even a concrete one, so that a printer can define it once. */
function isNamed(part: readonly Tree[] | Expr): boolean {
  return isExpr(part) && part.node.op === 'namedTemplate';
}

let variables = 0;

/** One item for each item of a list. */
export function each<T extends Tree, const B extends Tree>(
  items: Value<readonly T[]>,
  type: ValueType,
  body: (item: Expr<T>) => B,
): Expr<readonly B[]> {
  const list = toExpr(items);
  const known = simplify(list);
  if (isTreeList(known)) return literal(simplifyList(known.map((item) => eachKnown(item, body))) as readonly B[]);
  const variable = `item${String(variables++)}`;
  return new Expr({ op: 'each', list, variable, body: body(variableOf(variable, type)) }, 'list');
}

/** An item that may be absent gives one that may be. */
function eachKnown<T extends Tree>(item: Tree, body: (item: Expr<T>) => Tree): Tree {
  if (!isExpr(item) || item.node.op !== 'optional') return body(toExpr(item as T) as Expr<T>);
  const { condition, then, otherwise } = item.node;
  if (otherwise === undefined) return optional(condition, eachKnown(then, body));
  return optional(condition, eachKnown(then, body), eachKnown(otherwise, body));
}

function variableOf<T>(name: string, type: ValueType): Expr<T> {
  return new Expr<T>({ op: 'variable', name, path: [] }, type);
}

const NOTHING: Environment = { values: {}, builtins: { releaseName: '', namespace: '' } };

/** Constant folding: with concrete operands only, the operation is carried out now. */
function fold<T>(node: Op, type: ValueType, operands: readonly Tree[]): Expr<T> {
  const expr = new Expr<T>(node, type);
  return operands.every(isConcrete) ? new Expr<T>({ op: 'literal', tree: evaluate(expr, NOTHING) }, type) : expr;
}

function isEmptyLiteral(expr: Expr): boolean {
  const tree = simplify(expr);
  return isTreeMap(tree) && Object.keys(tree).length === 0;
}
