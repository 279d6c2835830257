import { isExpr } from '../../engine/expr';
import {
  type Aggregation,
  type Amount,
  type AnyQuery,
  type Duration,
  type QueryNode,
  type Operator,
  Query,
  Scalar,
} from './query';

/** The sum over all labels but those to keep. */
export function sum<L extends string, const B extends L = never>(of: Query<L>, by: readonly B[] = []): Query<B> {
  return aggregate('sum', of, by);
}

/** The greatest value over all labels but those to keep. */
export function max<L extends string, const B extends L = never>(of: Query<L>, by: readonly B[] = []): Query<B> {
  return aggregate('max', of, by);
}

/** The least value over all labels but those to keep. */
export function min<L extends string, const B extends L = never>(of: Query<L>, by: readonly B[] = []): Query<B> {
  return aggregate('min', of, by);
}

/** The mean over all labels but those to keep. */
export function avg<L extends string, const B extends L = never>(of: Query<L>, by: readonly B[] = []): Query<B> {
  return aggregate('avg', of, by);
}

/** The number of series over all labels but those to keep. */
export function count<L extends string, const B extends L = never>(of: Query<L>, by: readonly B[] = []): Query<B> {
  return aggregate('count', of, by);
}

/** The greatest series. */
export function topk<L extends string>(most: number, of: Query<L>): Query<L> {
  return new Query({ kind: 'aggregate', call: 'topk', parameter: most, by: [], of: of.node });
}

function aggregate<B extends string>(
  call: Aggregation,
  of: Query<never> | { readonly node: QueryNode },
  by: readonly B[],
): Query<B> {
  return new Query({ kind: 'aggregate', call, by, of: of.node });
}

/** A query or a number. */
type Operand<L extends string> = Query<L> | Amount;

function nodeOf(operand: Operand<never> | { readonly node: QueryNode }): QueryNode {
  if (typeof operand === 'number' || isExpr(operand)) return { kind: 'number', value: operand };
  return operand.node;
}

/** An operation on numbers: what is given decides whether it is a query. */
export interface Arithmetic {
  /** Of two numbers. */
  (left: Amount, right: Amount): Scalar;
  /** Of two queries with the same labels, or of a query and a number. */
  <L extends string>(left: Query<L>, right: Query<L> | Amount): Query<L>;
  /** Of a number and a query. */
  <L extends string>(left: Amount, right: Query<L>): Query<L>;
}

function arithmetic(operator: Operator): Arithmetic {
  const combine = (left: Operand<string>, right: Operand<string>): Query | Scalar => {
    const node: QueryNode = { kind: 'binary', operator, left: nodeOf(left), right: nodeOf(right) };
    return left instanceof Query || right instanceof Query ? new Query(node) : new Scalar(node);
  };
  return combine as Arithmetic;
}

/** The sum of two queries: `left + right`. */
export const plus = arithmetic('+');
/** The difference of two queries: `left - right`. */
export const minus = arithmetic('-');
/** The product of two queries: `left * right`. */
export const times = arithmetic('*');
/** The quotient of two queries: `left / right`. */
export const over = arithmetic('/');

/** The series of the left query for which it holds; two queries have the same labels. */
export type Comparison = <L extends string>(left: Query<L>, right: Query<L> | Amount) => Query<L>;

function comparison(operator: Operator): Comparison {
  return (left, right) => new Query({ kind: 'binary', operator, left: left.node, right: nodeOf(right) });
}

/** The series above a bound. */
export const above = comparison('>');
/** The series at or above a bound. */
export const atLeast = comparison('>=');
/** The series below a bound. */
export const below = comparison('<');
/** The series equal to a value. */
export const equalTo = comparison('==');
/** The series not equal to a value. */
export const unequalTo = comparison('!=');

/** An operation on the series of two queries, whatever their values. */
export interface SetOperation {
  /** Of two queries with the same labels. */
  <L extends string>(left: Query<L>, right: Query<L>): Query<L>;
  /** Of two queries that have some labels in common. */
  <L extends string, R extends string>(left: Query<L>, right: Query<R>, on: readonly (L & R)[]): Query<L>;
}

function setOperation(operator: Operator): SetOperation {
  return <L extends string>(left: Query<L>, right: AnyQuery, on?: readonly string[]): Query<L> =>
    new Query({ kind: 'binary', operator, left: left.node, right: right.node, on });
}

/** The series of the left query that the right one has too. */
export const and = setOperation('and');
/** The series of the left query that the right one has not. */
export const unless = setOperation('unless');
/** The series of the left query, and those of the right one that the left one has not. */
export const or = setOperation('or');

/** A query whose result Prometheus records under a name. */
export interface Recording<L extends string = string> {
  /** Name of the recorded series. */
  readonly record: string;
  /** Its labels are those of the recorded series. */
  readonly query: Query<L>;
}

/** The recorded result of a query. */
export function recorded<L extends string>(rule: Recording<L>): Query<L> {
  return new Query({ kind: 'recorded', record: rule.record, of: rule.query.node });
}

/** The sum of all results of a query that were recorded within a window: cheap, however many series the query reads. */
export function recordedSum<L extends string>({ record, query }: Recording<L>, window: Duration): Query<L> {
  return new Query({ kind: 'recordedOver', call: 'sum_over_time', record, of: query.node, window });
}

/** The greatest of all results of a query that were recorded within a window. */
export function recordedMax<L extends string>({ record, query }: Recording<L>, window: Duration): Query<L> {
  return new Query({ kind: 'recordedOver', call: 'max_over_time', record, of: query.node, window });
}

/** A quantile of recorded buckets, without reading all of them again. The rule must record `buckets(...)`. */
export function recordedQuantile<L extends string>(of: number, rule: Recording<L | 'le'>): Query<Exclude<L, 'le'>> {
  const { node } = rule.query;
  if (node.kind !== 'histogram' || node.question.ask !== 'buckets')
    throw new Error(`${rule.record} records no buckets`);
  return new Query({ kind: 'recordedQuantile', record: rule.record, quantile: of, of: node });
}
