import type { AnyQuery, Duration, Query } from '../promql';
import type { CellUnit } from './format';

/** What every question has. */
export interface QuestionBase {
  /** What it is called on the command line. */
  readonly name: string;
  /** Other words for it. */
  readonly aliases?: readonly string[];
  /** One line: what it answers. */
  readonly about: string;
  /** How far rates look back unless told otherwise: longer where events are rare. */
  readonly window: Duration;
}

/** One line of an answer, or one a value of a label. */
export interface Fact {
  /** What is measured, in words: the beginning of the line. */
  readonly what: string;
  /** How the number is written. */
  readonly unit: CellUnit;
  /** Its first answer is the number, or one a value of `by`. */
  readonly query: AnyQuery;
  /** Label whose values tell the lines of this fact apart. */
  readonly by?: string;
}

/** Facts, one a line. */
export interface FactsQuestion extends QuestionBase {
  /** Tells it from other kinds of questions. */
  readonly kind: 'facts';
  /** In the order in which they are printed. */
  readonly facts: readonly Fact[];
}

/** A column of a list. */
export interface ListColumn {
  /** Key in JSON. */
  readonly key: string;
  /** Heading of the column. */
  readonly title: string;
  /** How the numbers are written. */
  readonly unit: CellUnit;
  /** Must keep the labels of the question's `by`. */
  readonly query: AnyQuery;
}

/** A line for each combination of labels, the largest first. */
export interface ListQuestion extends QuestionBase {
  /** Tells it from other kinds of questions. */
  readonly kind: 'list';
  /** Labels whose combinations are the lines. */
  readonly by: readonly string[];
  /** The first decides on the order. */
  readonly columns: readonly ListColumn[];
  /** Lines at most. */
  readonly most: number;
}

/** Which alerts fire: Prometheus itself knows. */
export interface AlertsQuestion extends QuestionBase {
  /** Tells it from other kinds of questions. */
  readonly kind: 'alerts';
}

/** Which metrics are there. */
export interface MetricsQuestion extends QuestionBase {
  /** Tells it from other kinds of questions. */
  readonly kind: 'metrics';
}

/** A question that can be asked. */
export type Question = FactsQuestion | ListQuestion | AlertsQuestion | MetricsQuestion;

/** Declares one line. */
export function fact(what: string, unit: CellUnit, query: Query<never>): Fact {
  return { what, unit, query };
}

/** Declares a line for each value of a label. */
export function factBy<const L extends string>(what: string, unit: CellUnit, by: L, query: Query<L>): Fact {
  return { what, unit, query, by };
}

/** Declares a list; each column has exactly the labels that tell its lines apart. */
export function list<const L extends string>(
  question: Omit<ListQuestion, 'kind' | 'by' | 'columns'> & {
    readonly by: readonly L[];
    readonly columns: readonly (Omit<ListColumn, 'query'> & { readonly query: Query<L> })[];
  },
): ListQuestion {
  return { kind: 'list', ...question };
}

/** The queries that a question asks. */
export function queriesOf(question: Question): readonly AnyQuery[] {
  if (question.kind === 'facts') return question.facts.map(({ query }) => query);
  return question.kind === 'list' ? question.columns.map(({ query }) => query) : [];
}
