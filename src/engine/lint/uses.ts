import type { Rule } from 'eslint';
import type { Message } from './messages';

/** A node of a syntax tree, of which only the place matters. */
export interface AnyNode {
  /** Kind of node. */
  readonly type: string;
}

/** Reports a node if it is symbolic. */
export type Check = (node: AnyNode | null | undefined, messageId: Message, use?: string) => void;

/**
 * Statements that decide or repeat.
 *
 * @internal
 */
export function statements(check: Check): Rule.RuleListener {
  const test = (use: string) => (node: { readonly test?: AnyNode | null | undefined }) => {
    check(node.test, 'branch', use);
  };
  const loop = (use: string) => (node: { readonly right: AnyNode }) => {
    check(node.right, 'iterate', use);
  };
  return {
    IfStatement: test('`if`'),
    WhileStatement: test('`while`'),
    DoWhileStatement: test('`do`'),
    ForStatement: test('`for`'),
    ConditionalExpression: test('`? :`'),
    ForOfStatement: loop('`for of`'),
    ForInStatement: loop('`for in`'),
    SwitchStatement: (node) => {
      check(node.discriminant, 'discriminant', '`switch`');
    },
    SwitchCase: (node) => {
      check(node.test, 'discriminant', '`case`');
    },
  };
}

const all = (operators: readonly string[], message: Message): readonly (readonly [string, Message])[] =>
  operators.map((operator) => [operator, message]);

/** Binary and assignment operators, the latter without their "=". */
const OPERATORS: ReadonlyMap<string, Message> = new Map([
  ...all(['&&', '||', '??'], 'logic'),
  ...all(['==', '!=', '===', '!=='], 'equality'),
  ...all(['<', '>', '<=', '>=', '-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>', '>>>'], 'order'),
  ...all(['in', 'instanceof'], 'inspect'),
  ...all(['+'], 'plus'),
]);

const UNARY_OPERATORS: ReadonlyMap<string, Message> = new Map([
  ...all(['!'], 'logic'),
  ...all(['typeof'], 'inspect'),
  ...all(['+', '-', '~'], 'order'),
]);

interface TwoSides {
  readonly operator: string;
  readonly left: AnyNode;
  readonly right: AnyNode;
}

/**
 * Operators.
 *
 * @internal
 */
export function operations(check: Check): Rule.RuleListener {
  const sides = ({ left, right, operator }: TwoSides): void => {
    const message = OPERATORS.get(operator) ?? OPERATORS.get(operator.slice(0, -1));
    if (message === undefined) return;
    for (const side of [left, right]) check(side, message, `\`${operator}\``);
  };
  return {
    LogicalExpression: sides,
    BinaryExpression: sides,
    AssignmentExpression: sides,
    UpdateExpression: ({ operator, argument }) => {
      check(argument, 'order', `\`${operator}\``);
    },
    UnaryExpression: ({ operator, argument }) => {
      const message = UNARY_OPERATORS.get(operator);
      if (message !== undefined) check(argument, message, `\`${operator}\``);
    },
  };
}

const CONVERTERS: ReadonlyMap<unknown, Message> = new Map([
  ...all(['String'], 'text'),
  ...all(['Number', 'Boolean', 'BigInt'], 'convert'),
]);

const READERS: ReadonlySet<unknown> = new Set(['toString', 'toLocaleString', 'valueOf', 'toJSON']);

interface Call {
  readonly callee: AnyNode & { readonly name?: string };
  readonly arguments: readonly AnyNode[];
}

/**
 * What turns a value into another type.
 *
 * @internal
 */
export function conversions(check: Check): Rule.RuleListener {
  return {
    TemplateLiteral({ parent, expressions }) {
      // A tag, such as `interpolate` itself, gets the values as they are.
      if (parent.type === 'TaggedTemplateExpression') return;
      for (const part of expressions) check(part, 'text', 'a template literal');
    },
    SpreadElement({ parent, argument }) {
      check(argument, parent.type === 'ObjectExpression' ? 'spreadObject' : 'spreadList');
    },
    'CallExpression, NewExpression'({ callee: { name }, arguments: [first] }: Call) {
      const message = CONVERTERS.get(name);
      if (message !== undefined) check(first, message, `\`${String(name)}\``);
    },
    MemberExpression({ object, computed, property }) {
      const { name, value } = property as { readonly name?: string; readonly value?: unknown };
      const read = computed ? value : name;
      if (READERS.has(read)) check(object, 'convert', `\`.${String(read)}\``);
    },
  };
}
