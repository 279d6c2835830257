import { Expr, type Tree, type TreeMap, type Value, type ValueType, isExpr, typeOf } from './expr';
import { fold, literal, operand } from './basics';
import type { Units } from './amounts';
import { requireKind, requireMap } from './given';
import { requireTree } from './plain';
import { isConcrete, simplify } from './simplify';
import { textOf } from './texts';

/**
 * One of two scalars.
 *
 * @remarks Go computes both. For maps, lists and what may be absent there is `optional`.
 * @example ifElse(values.enabled, 'a', 'b')
 */
export function ifElse<T extends string | number | boolean>(
  condition: Value<boolean>,
  then: Value<T>,
  otherwise: Value<T>,
): Expr<T> {
  const c = operand('ifElse: condition', 'true or false', condition);
  const [a, b] = [operand('ifElse: then', 'a scalar', then), operand('ifElse: otherwise', 'a scalar', otherwise)];
  if (isConcrete(c)) return simplify(c) === true ? a : b;
  return new Expr<T>({ op: 'ifElse', condition: c, then: a, otherwise: b }, typeOfEither(a, b));
}

/** A printer must not take an integer for a text because the other of the two is one. */
function typeOfEither(one: Expr, other: Expr): ValueType {
  if (one.type === other.type) return one.type;
  return [one, other].every(isIntegerOrEmpty) ? 'optionalInteger' : 'scalar';
}

function isIntegerOrEmpty(expr: Expr): boolean {
  const { type } = expr;
  return type === 'integer' || type === 'optionalInteger' || (isConcrete(expr) && simplify(expr) === '');
}

/**
 * True when two texts, two numbers or two switches are equal.
 *
 * @remarks Case counts, and two spellings of a character in Unicode differ.
 * @example equals(values.name, 'web')
 */
export function equals(left: Value<number>, right: Value<number>): Expr<boolean>;
export function equals(left: Value<boolean>, right: Value<boolean>): Expr<boolean>;
export function equals(left: Value<string>, right: Value<string>): Expr<boolean>;
export function equals(left: Value<Given>, right: Value<Given>): Expr<boolean> {
  const [a, b] = [operand('equals: left', 'a scalar', left), operand('equals: right', 'a scalar', right)];
  return fold({ op: 'equals', left: textOf(a), right: textOf(b) }, 'boolean', [a, b]);
}

type Given = string | number | boolean;

/**
 * True when an amount is not greater than another: each number in a text counts times its unit, so that `1h30m` is `90m` and `1Gi` is `1024Mi`.
 *
 * @param units what each unit is worth, as a decimal number such as `0.001`; `''` for a number without one. Others are worth nothing.
 * @remarks A text without a number is worth nothing, and so is a number that is too large for a float of 64 bits.
 * @throws when the worth of a unit is not a text.
 * @example atMost(values.name, '1Gi', { Gi: '1073741824' })
 */
export function atMost(left: Value<string>, right: Value<string>, units: Units): Expr<boolean> {
  const [a, b] = [operand('atMost: left', 'a text', left), operand('atMost: right', 'a text', right)];
  requireMap('atMost: units', units);
  for (const [unit, worth] of Object.entries(units)) requireKind('a text', `atMost: units.${unit}`, worth);
  return fold({ op: 'atMost', left: a, right: b, units }, 'boolean', [a, b]);
}

/**
 * True when the condition is false.
 *
 * @example not(values.enabled)
 */
export function not(condition: Value<boolean>): Expr<boolean> {
  const of = operand('not: condition', 'true or false', condition);
  return fold({ op: 'not', of }, 'boolean', [of]);
}

/**
 * True when all conditions are.
 *
 * @remarks Of no conditions, true.
 * @example and(values.enabled, isSet(values.name))
 */
export function and(...conditions: readonly Value<boolean>[]): Expr<boolean> {
  return junction('and', conditions);
}

/**
 * True when at least one condition is.
 *
 * @remarks Of no conditions, false.
 * @example or(values.enabled, isSet(values.name))
 */
export function or(...conditions: readonly Value<boolean>[]): Expr<boolean> {
  return junction('or', conditions);
}

/** `true` is neutral for `and` and decides `or`; `false` the other way round. */
function junction(op: 'and' | 'or', given: readonly Value<boolean>[]): Expr<boolean> {
  const conditions = given.map((one, i) => operand(`${op}: condition ${String(i + 1)}`, 'true or false', one));
  const neutral = op === 'and';
  const known = conditions.filter(isConcrete).map((condition) => simplify(condition));
  if (known.includes(!neutral)) return literal<boolean>(!neutral);
  const unknown = conditions.filter((condition) => !isConcrete(condition));
  const of = unknown.flatMap((condition) => (condition.node.op === op ? condition.node.of : [condition]));
  if (of.length === 0) return literal<boolean>(neutral);
  return of.length === 1 ? (of[0] as Expr<boolean>) : new Expr<boolean>({ op, of }, 'boolean');
}

/**
 * True when a scalar is not the empty string, the word for "not set" that every value knows.
 *
 * @remarks 0 is set, and so is a text of spaces.
 * @example isSet(values.port)
 */
export function isSet(value: Value<string | number>): Expr<boolean> {
  const of = operand('isSet: value', 'a text or a number', value);
  return fold({ op: 'isSet', of }, 'boolean', [of]);
}

/**
 * True when a map or list has at least one entry.
 *
 * @remarks An entry that is there under a condition counts where it holds.
 * @example nonEmpty(values.labels)
 */
export function nonEmpty(collection: Tree): Expr<boolean> {
  const tree = simplify(operand('nonEmpty: collection', 'a map or a list', collection)) ?? {};
  if (isExpr(tree)) return nonEmptyExpr(tree);
  return or(...Object.values(tree as TreeMap | readonly Tree[]).map(isThere));
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
 * A field or list item that is there only when the condition holds, or that is `otherwise` when it does not.
 *
 * @remarks What is not there is left out: it is not null.
 * @example optional(values.enabled, values.name)
 */
export function optional<T extends Tree>(condition: Value<boolean>, then: Value<T>): Expr<T | undefined>;
export function optional<T extends Tree, U extends Tree>(
  condition: Value<boolean>,
  then: Value<T>,
  otherwise: Value<U>,
): Expr<T | U>;
export function optional(condition: Value<boolean>, then: Tree, otherwise?: Tree): Expr {
  const c = operand('optional: condition', 'true or false', condition);
  requireTree('optional: then', then);
  requireTree('optional: otherwise', otherwise);
  if (isConcrete(c)) return literal(simplify(c) === true ? then : otherwise);
  return new Expr({ op: 'optional', condition: c, then, otherwise }, typeOf(then));
}

/**
 * A scalar field that is there only when it is set, that is, not the empty string.
 *
 * @remarks 0 is set.
 * @example ifSet(values.port)
 */
export function ifSet<T extends string | number>(value: Value<T>): Expr<Exclude<T, ''> | undefined> {
  const expr = operand('ifSet: value', 'a text or a number', value as Value<Exclude<T, ''>>);
  return optional(isSet(expr), expr);
}

/**
 * A map or list that is there only when it has an entry.
 *
 * @example unlessEmpty(values.labels)
 */
export function unlessEmpty<T extends Tree>(collection: Value<T>): Expr<T | undefined> {
  return optional(nonEmpty(operand('unlessEmpty: collection', 'a map or a list', collection)), collection);
}
