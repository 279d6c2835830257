import { type Expr, type FunctionName, type Value, type ValueType, isExpr } from './expr';
import { fold, operand, toExpr } from './basics';
import { FUNCTIONS, type OperandKind } from './functions';
import { requireGiven } from './given';
import { requireTree } from './plain';
import { NOT_YET_KNOWN, literalOf } from './simplify';

/** A function of operands, by their names in the order in which it takes them. */
export function call<T>(name: FunctionName, given: Readonly<Record<string, Value<unknown>>>): Expr<T> {
  const { takes, type } = FUNCTIONS[name];
  const operands = Object.entries(given).map(([key, value], i) =>
    operandOf(`${name}: ${key}`, takes[i] ?? 'plain data', value),
  );
  return fold({ op: 'call', name, operands }, type, operands);
}

/** The types of values that are each kind of operand. */
const TYPES: Readonly<Record<Exclude<OperandKind, 'plain data'>, readonly ValueType[]>> = {
  'a text': ['string'],
  'an integer': ['integer'],
  'a number': ['integer', 'number'],
  'a map': ['map'],
  'a list': ['list'],
};

function operandOf(path: string, kind: OperandKind, given: Value<unknown>): Expr {
  if (kind === 'plain data') requireTree(path, given);
  if (kind === 'plain data') return toExpr(given);
  const known = isExpr(given) ? literalOf(given) : given;
  if (known === NOT_YET_KNOWN) return ofType(path, kind, given as Expr);
  requireGiven(kind !== 'an integer' || Number.isSafeInteger(known), path, kind, known);
  return operand(path, kind === 'an integer' ? 'a number' : kind, known);
}

function ofType(path: string, kind: Exclude<OperandKind, 'plain data'>, given: Expr): Expr {
  if (TYPES[kind].includes(given.type)) return given;
  throw new Error(`${path}: expected ${kind}, got a value of the type ${given.type}`);
}
