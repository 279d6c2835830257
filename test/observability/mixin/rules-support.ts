import type { LRParser } from '@lezer/lr';
import { PRESETS, type Preset, type RuleFileRule } from '../../../src/observability/mixin';
import { MIXIN } from '../../support/mixin';

// The package has a CommonJS build, but types of an ES module only.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { parser } = require('@prometheus-io/lezer-promql') as { readonly parser: LRParser };

/** A rule of a preset, and where it is. */
export interface LocatedRule extends RuleFileRule {
  readonly preset: Preset;
  readonly group: string;
  /** For messages. */
  readonly where: string;
}

/** The rules of a preset with default settings. */
export function rulesOf(preset: Preset): readonly LocatedRule[] {
  return MIXIN.ruleFile(preset).groups.flatMap(({ name: group, rules = [] }) =>
    rules.map((rule) => ({ ...rule, preset, group, where: `${preset}: ${rule.alert ?? rule.record ?? ''}` })),
  );
}

/** The rules of all presets with default settings. */
export const EVERY_RULE: readonly LocatedRule[] = PRESETS.flatMap(rulesOf);

/** Names of the series that an expression selects. */
export function selectedBy(expression: string): readonly string[] {
  const found: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.name === 'Identifier' && node.parent?.type.name === 'VectorSelector')
        found.push(expression.slice(from, to));
    },
  });
  return found;
}

/** The labels of each grouping of an expression, without that of buckets. */
export function groupingsOf(expression: string): readonly string[] {
  return [...expression.matchAll(/by \(([^)]*)\)/g)].map(([, labels = '']) =>
    labels
      .split(', ')
      .filter((label) => label !== 'le')
      .join(', '),
  );
}
