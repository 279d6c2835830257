import { type Section, type ValueRule, messageOf, rulesOf, symbolicHandles } from '../values';
import type { PrintContext } from './context';
import { printCondition, printOperand } from './expression';
import { readingOnce } from './hoist';

/** Lines that refuse values which do not go together, as the checks of the values do. */
export function ruleLines(section: Section, context: PrintContext): readonly string[] {
  return readingOnce(rulesOf(section, symbolicHandles(section)).flatMap((rule) => linesOf(rule, context)));
}

function linesOf(rule: ValueRule, context: PrintContext): readonly string[] {
  return [
    `{{- if ${printCondition(rule.broken, context)} }}`,
    `{{- fail ${printOperand(messageOf(rule), context)} }}`,
    '{{- end }}',
  ];
}
