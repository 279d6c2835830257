import type { ValueType } from '../expr';

/**
 * How Go templates say each operation of the algebra: one function an operation, over operands that are already printed.
 * A table, so that tests can break one entry at a time and see that the equivalence tests notice.
 *
 * @see https://helm.sh/docs/chart_template_guide/function_list/
 */
export interface GoSyntax {
  /** A scalar of a type as YAML text. */
  readonly scalar: Readonly<Record<Exclude<ValueType, 'map' | 'list' | 'scalar'>, (value: string) => string>>;
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
}

const quoted = (text: string): string => JSON.stringify(text);

/** The syntax of Helm 3 and Helm 4. */
export const GO_SYNTAX: GoSyntax = {
  scalar: {
    string: (value) => `{{ ${value} | quote }}`,
    // Helm reads numbers of a values file as floats, which print as 1e+06.
    integer: (value) => `{{ ${value} | int64 }}`,
    optionalInteger: (value) => `{{ ${value} | int64 }}`,
    number: (value) => `{{ ${value} | toJson }}`,
    boolean: (value) => `{{ ${value} }}`,
  },
  block: (value, indent) => `{{- ${value} | nindent ${String(indent)} }}`,
  format: (format, args) => ['printf', quoted(format), ...args].join(' '),
  firstNonEmpty: (options) =>
    options.toReversed().reduce((rest, option, i) => `default ${i === 1 ? rest : operand(rest)} ${option}`),
  ternary: (then, otherwise, condition) => `ternary ${then} ${otherwise} ${condition}`,
  equals: (left, right) => `eq ${left} ${right}`,
  not: (condition) => `not ${condition}`,
  and: (conditions) => `and ${conditions.join(' ')}`,
  or: (conditions) => `or ${conditions.join(' ')}`,
  isSet: (value) => `ne (toString ${value}) ""`,
  nonEmpty: (collection) => `not (empty ${collection})`,
  omit: (map, keys) => `omit ${map} ${keys.map(quoted).join(' ')}`,
  replace: (marker, value) => `replace ${marker} ${value}`,
  concat: (lists) => `concat ${lists.join(' ')}`,
};

/** Puts an expression in parentheses where an operand is expected. */
export function operand(expression: string): string {
  return /^[$.\w]+$|^"[^"]*"$/.test(expression) ? expression : `(${expression})`;
}
