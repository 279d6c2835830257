import type { Rule } from 'eslint';
import { MESSAGES, type Message } from './messages';
import { type TypedServices, symbolicTest } from './symbolic';
import { type Check, conversions, operations, statements } from './uses';

/** A rule of ESLint. The types are ESLint's own, which is not needed to compile against this package. */
export interface LintRule {
  /** What the rule is for, and its messages. */
  readonly meta: object;
  /** Called by ESLint for each file. */
  readonly create: (context: never) => object;
}

/** A plugin of ESLint, for `plugins` of a flat configuration. */
export interface LintPlugin {
  /** What ESLint calls the plugin in its messages. */
  readonly meta: {
    /** Name of the package. */
    readonly name: string;
  };
  /** The rules, by name. */
  readonly rules: {
    /**
     * Reports JavaScript that decides on an `Expr`, which Helm knows and JavaScript does not: `if`, `===`, `!`, template strings, spreading
     * and the like. Needs type information (typescript-eslint), and sees values of the type `Expr` only: what `asText` and its like
     * return has the type of plain data.
     */
    readonly 'no-branching-on-symbolic': LintRule;
  };
}

const noBranchingOnSymbolic = {
  meta: {
    type: 'problem',
    docs: { description: 'Disallow JavaScript decisions on values that only Helm knows.' },
    messages: MESSAGES,
    schema: [],
  },
  create(context) {
    const isSymbolic = symbolicTest(context.sourceCode.parserServices as TypedServices);
    const check: Check = (node, messageId: Message, use = '') => {
      if (node !== null && node !== undefined && isSymbolic(node)) context.report({ node, messageId, data: { use } });
    };
    return { ...statements(check), ...operations(check), ...conversions(check) };
  },
} satisfies Rule.RuleModule;

/** The plugin of ESLint for projects whose constructs take values of a chart. */
export const plugin: LintPlugin = {
  meta: { name: 'cdk8s-coder' },
  rules: { 'no-branching-on-symbolic': noBranchingOnSymbolic },
};
