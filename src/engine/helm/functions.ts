import { type Expr, GREATEST, type UnitOfQuantity, literalOf, unitsIn } from '../expr';
import type { GoFunctions, Helpers, Operands } from './context';
import { greatestResult } from './integers';
import { printCase, printTextAt, printWorth, printYamlText } from './text-templates';

/**
 * The functions of values in Go templates: those of Sprig, where they do what JavaScript does.
 *
 * @see https://masterminds.github.io/sprig/
 */
export const GO_FUNCTIONS: GoFunctions = {
  base64: ([text]) => `b64enc ${text}`,
  sha256: ([text]) => `sha256sum ${text}`,
  lower: ([text], helpers) => printCase('lower', text, helpers),
  upper: ([text], helpers) => printCase('upper', text, helpers),
  trim: ([text]) => `trim ${text}`,
  // `trunc` counts bytes.
  truncate: ([text, max]) => `regexFindAll "(?s)." ${text} ${max} | join ""`,
  replace: ([text, search, by]) => `replace ${search} ${by} ${text}`,
  split: ([text, separator]) => `splitList ${separator} ${text}`,
  join: ([texts, separator]) => `join ${separator} ${texts}`,
  contains: ([text, part]) => `contains ${part} ${text}`,
  startsWith: ([text, start]) => `hasPrefix ${start} ${text}`,
  endsWith: ([text, end]) => `hasSuffix ${end} ${text}`,
  hasKey: ([map, key]) => `hasKey ${map} ${key}`,
  textAt: ([map, key, fallback], helpers) => printTextAt(map, key, fallback, helpers),
  add: ([a, b], _, of) => bounded(of, `add ${a} ${b}`),
  subtract: ([a, b], _, of) => bounded(of, `sub ${a} ${b}`),
  // An integer of Go has fewer digits than some products.
  multiply: ([a, b], _, of) => (isBounded(of) ? `mul ${a} ${b}` : bounded(of, `mulf ${a} ${b}`)),
  divide: (operands, helpers, of) => divided('div', operands, helpers, of),
  modulo: (operands, helpers, of) => divided('mod', operands, helpers, of),
  min: ([a, b]) => `min ${a} ${b}`,
  max: ([a, b]) => `max ${a} ${b}`,
  lessThan: ([a, b]) => `lt ${a} ${b}`,
  quantityIn: ([quantity], helpers, of) => {
    const unit = knownOperand(of) as UnitOfQuantity;
    const body = `{{- /* A quantity in one unit, without its fraction. */ -}}
{{- minf ${String(GREATEST)} ${printWorth('.', unitsIn(unit), helpers)} | int64 }}`;
    return `${helpers.template(`quantityIn${unit}`, body, quantity)} | int64`;
  },
  toJson: ([data]) => `toRawJson ${data}`,
  toYaml: ([data], helpers) => printYamlText(data, helpers),
};

function isBounded({ node }: Expr): boolean {
  return node.op !== 'call' || greatestResult(node) <= GREATEST;
}

/** A result that may be larger than JavaScript can tell from others is cut. */
function bounded(of: Expr, result: string): string {
  const greatest = String(GREATEST);
  return isBounded(of) ? result : `int64 (minf ${greatest} (maxf -${greatest} (${result})))`;
}

/** Go stops where it divides by 0. */
function divided(by: 'div' | 'mod', [a, b]: Operands, helpers: Helpers, of: Expr): string {
  const divisor = knownOperand(of);
  if (divisor !== undefined && divisor !== 0) return `${by} ${a} ${b}`;
  return `${helpers.template(by, DIVIDE.replaceAll('BY', by), `(list ${a} ${b})`)} | int64`;
}

const DIVIDE = `{{- /* Of anything and 0 it is 0. */ -}}
{{- $divisor := int64 (index . 1) }}
{{- if eq $divisor 0 }}
{{- 0 }}
{{- else }}
{{- BY (index . 0) $divisor }}
{{- end }}`;

/** What the second operand is, if that is known. */
function knownOperand({ node }: Expr): unknown {
  const second = node.op === 'call' ? node.operands[1] : undefined;
  const known = second === undefined ? undefined : literalOf(second);
  return typeof known === 'symbol' ? undefined : known;
}
