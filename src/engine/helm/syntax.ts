import type { GoSyntax } from './context';
import { GO_FUNCTIONS } from './functions';

const quoted = (text: string): string => JSON.stringify(text);

/** The syntax of Helm 3 and Helm 4. */
export const GO_SYNTAX: GoSyntax = {
  scalar: {
    string: (value) => `{{ ${value} | quote }}`,
    // Helm reads numbers of a values file as floats, which print as 1e+06.
    integer: (value) => (value.endsWith('| int64') ? `{{ ${value} }}` : `{{ ${value} | int64 }}`),
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
  functions: GO_FUNCTIONS,
};

/** Puts an expression in parentheses where an operand is expected. */
export function operand(expression: string): string {
  return /^[$.\w]+$|^"[^"]*"$/.test(expression) ? expression : `(${expression})`;
}
