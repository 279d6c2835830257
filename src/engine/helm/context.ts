import type { Expr, FunctionName, OpOf, Tree, ValueType } from '../expr';

/** Named templates of a chart, for operations that Go templates have no function for. */
export interface Helpers {
  /** Name of the chart. */
  readonly chart: string;
  /** The text of a named part of the model. */
  readonly include: (node: OpOf<'namedTemplate'>, context: PrintContext) => string;
  /** The text of a named template; `CHART` in its body stands for what the names begin with. */
  readonly template: (name: string, body: string, argument: string) => string;
  /** A map or list with conditions or loops in it, as data. */
  readonly data: (collection: Tree, context: PrintContext) => string;
  /** Keeps a file of the chart; its path. */
  readonly file: (path: string, text: string) => string;
}

/** Where an expression is printed. */
export interface PrintContext {
  /** How Go says the operations. */
  readonly syntax: GoSyntax;
  /** The named templates of the chart. */
  readonly helpers: Helpers;
  /** How the root is called here: `.`, or `$` where a loop has changed the dot. */
  readonly root: '.' | '$';
  /** Loop variables in scope, by the name the algebra gave them. */
  readonly variables: Readonly<Record<string, string>>;
  /** True in what is read as data, where an empty map or list is written as such. */
  readonly isData?: true;
  /** How a named text is said, given how it is included. */
  readonly named: (name: string, include: string) => string;
}

/** The operands of a function, as many as it takes. */
export type Operands = readonly [first: string, second: string, third: string];

/** What a function of values is printed as, over operands that are printed already; `of` is the call. */
export type GoFunction = (operands: Operands, helpers: Helpers, of: Expr) => string;

/** What each function of values is printed as. */
export type GoFunctions = Readonly<Record<FunctionName, GoFunction>>;

/**
 * How Go templates say each operation of the algebra: one function an operation, over operands that are already printed.
 * A table, so that tests can break one entry at a time and see that the equivalence tests notice.
 *
 * @see https://helm.sh/docs/chart_template_guide/function_list/
 */
export interface GoSyntax {
  /** A scalar of a type as YAML text. */
  readonly scalar: Readonly<
    Record<Exclude<ValueType, 'map' | 'list' | 'scalar' | 'optionalInteger'>, (value: string) => string>
  >;
  /** Text of YAML lines at an indent. */
  readonly block: (value: string, indent: number) => string;
  /** Texts and values, one after the other. */
  readonly format: (format: string, args: readonly string[]) => string;
  /** The first text that is not empty. */
  readonly firstNonEmpty: (options: readonly string[]) => string;
  /** One of two scalars. */
  readonly ternary: (then: string, otherwise: string, condition: string) => string;
  /** Whether two texts are equal. */
  readonly equals: (left: string, right: string) => string;
  /** The opposite of a condition. */
  readonly not: (condition: string) => string;
  /** Whether all conditions hold. */
  readonly and: (conditions: readonly string[]) => string;
  /** Whether one condition holds. */
  readonly or: (conditions: readonly string[]) => string;
  /** Whether a scalar is not the empty text. */
  readonly isSet: (value: string) => string;
  /** Whether a map or list has an entry. */
  readonly nonEmpty: (collection: string) => string;
  /** A map without some keys. */
  readonly omit: (map: string, keys: readonly string[]) => string;
  /** A function of the text that a pipe hands it. */
  readonly replace: (marker: string, value: string) => string;
  /** Lists, one after the other. */
  readonly concat: (lists: readonly string[]) => string;
  /** Functions of values. */
  readonly functions: GoFunctions;
}
