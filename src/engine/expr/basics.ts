import { type Environment, evaluate } from './evaluate';
import {
  type BuiltinName,
  Expr,
  type Op,
  type Placement,
  type Tree,
  type Value,
  type ValueType,
  isExpr,
  typeOf,
} from './expr';
import { type Kind, isOfKind, requireGiven, requireKind } from './given';
import { requireTree } from './plain';
import { isConcrete } from './simplify';

/**
 * An expression that stands for a tree as it is.
 *
 * @throws when a tree holds what no manifest can, such as a function, a Date or itself.
 * @example literal({ app: 'web' })
 */
export function literal<T extends Tree | undefined>(tree: T): Expr<T> {
  requireTree('literal', tree);
  return new Expr<T>({ op: 'literal', tree }, typeOf(tree));
}

/**
 * An expression for a value that is known now or later.
 *
 * @throws when a tree holds what no manifest can, such as a function, a Date or itself.
 * @example toExpr('web')
 */
export function toExpr<T>(value: Value<T>): Expr<T> {
  return isExpr(value) ? value : (literal(value as Tree) as Expr<T>);
}

/** The value at a path of `.Values`; `isWide` if it may be an integer of more than 32 bits. */
export function ref<T>(path: readonly string[], type: ValueType, isWide = false): Expr<T> {
  return new Expr<T>({ op: 'ref', path, ...(isWide ? { isWide } : {}) }, type);
}

/**
 * A fact of the installation, such as the release's name. `alias` is the one under which a parent chart has the chart, `''` without one.
 *
 * @throws when there is no such fact.
 * @example builtin('releaseName')
 */
export function builtin(name: BuiltinName): Expr<string> {
  requireGiven(NAMES.includes(name), 'builtin: name', `one of ${NAMES.join(', ')}`, name);
  return new Expr<string>({ op: 'builtin', name }, 'string');
}

const NAMES: readonly BuiltinName[] = ['releaseName', 'namespace', 'alias'];

/** The placement of a chart: the release that Helm installs, known when Helm runs. */
export const HELM_PLACEMENT: Placement<Expr<string>> = {
  releaseName: builtin('releaseName'),
  namespace: builtin('namespace'),
};

/**
 * Gives an expression a name, under which a printer may define it once.
 *
 * @example namedTemplate('title', interpolate`${values.name}!`)
 */
export function namedTemplate<T>(name: string, value: Expr<T>): Expr<T> {
  requireKind('a text', 'namedTemplate: name', name);
  requireGiven(isExpr(value), 'namedTemplate: value', 'an expression', value);
  return new Expr<T>({ op: 'namedTemplate', name, of: value }, value.type);
}

const NOTHING: Environment = { values: {}, builtins: { releaseName: '', namespace: '' } };

/** Constant folding: with concrete operands only, the operation is carried out now. */
export function fold<T>(node: Op, type: ValueType, operands: readonly Tree[]): Expr<T> {
  const expr = new Expr<T>(node, type);
  return operands.every(isConcrete) ? new Expr<T>({ op: 'literal', tree: evaluate(expr, NOTHING) }, type) : expr;
}

/** What an operand may be where it is known. */
const OPERANDS = {
  'a text': ['a text'],
  'a text or a number': ['a text', 'a number'],
  'true or false': ['true or false'],
  'a scalar': ['a text', 'a number', 'true or false'],
  'a map': ['a map'],
  'a list': ['a list'],
  'a map or a list': ['a map', 'a list'],
  'a number': ['a number'],
} as const satisfies Record<string, readonly Kind[]>;

/**
 * What an operation is given, as an expression.
 *
 * @throws Error for what only a program without types can give: where, what is allowed, what was given.
 */
export function operand<T>(path: string, allowed: keyof typeof OPERANDS, given: Value<T>): Expr<T> {
  const isAllowed = isExpr(given) || OPERANDS[allowed].some((kind) => isOfKind(kind, given));
  requireGiven(isAllowed, path, allowed, given);
  return toExpr(given);
}
