// A symbolic value (class Expr) is known when Helm runs, not when the model is built. JavaScript that decides on it would
// decide once, at generation, and the chart would ignore what its user sets. The compiler accepts most of these uses and
// some of them go unnoticed at run time (an object is always true), hence this rule.

const BRANCH = 'decide with `ifElse` (a value), `optional` (a field) or `when` (a resource)';
const LOGIC = 'combine with `and`, `or`, `not`, `ifElse` or `firstNonEmpty`';
const EQUALITY = 'compare with `equals`';
const TEXT = 'build text with the `interpolate` template';

const messages = {
  branch: `a symbolic value must not steer {{use}}: ${BRANCH}`,
  logic: `a symbolic value must not be an operand of {{use}}: ${LOGIC}`,
  equality: `a symbolic value must not be an operand of {{use}}: ${EQUALITY}`,
  order:
    'a symbolic value must not be an operand of {{use}}: compare with `equals`; the algebra has no order and no arithmetic',
  plus: `a symbolic value must not be an operand of {{use}}: ${TEXT}, join lists with \`concat\``,
  discriminant: `a symbolic value must not steer {{use}}: ${EQUALITY} and ${BRANCH}`,
  text: `a symbolic value must not be turned into text by {{use}}: ${TEXT}`,
  inspect: `a symbolic value must not be inspected by {{use}}: ${BRANCH}`,
  convert: `a symbolic value must not be converted by {{use}}: ${BRANCH}, ${TEXT}`,
  spreadObject: 'a symbolic map must not be spread into an object: join maps with `merge`',
  spreadList: 'a symbolic list must not be spread: join lists with `concat`',
  iterate: 'a symbolic value must not be iterated by {{use}}: repeat with `each`',
};

/** Binary and assignment operators, the latter without their "=". */
const operators = new Map([
  ...['&&', '||', '??'].map((operator) => [operator, 'logic']),
  ...['==', '!=', '===', '!=='].map((operator) => [operator, 'equality']),
  ...['<', '>', '<=', '>=', '-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>', '>>>'].map((operator) => [
    operator,
    'order',
  ]),
  ...['in', 'instanceof'].map((operator) => [operator, 'inspect']),
  ['+', 'plus'],
]);

const unaryOperators = new Map([
  ['!', 'logic'],
  ['typeof', 'inspect'],
  ...['+', '-', '~'].map((operator) => [operator, 'order']),
]);

const converters = new Map([['String', 'text'], ...['Number', 'Boolean', 'BigInt'].map((name) => [name, 'convert'])]);

const readers = new Set(['toString', 'toLocaleString', 'valueOf', 'toJSON']);

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Disallow JavaScript decisions on values that only Helm knows.' },
    messages,
    schema: [
      {
        type: 'object',
        properties: {
          anyFile: { type: 'boolean', description: 'Take a class Expr of any file, not of src/engine/expr only.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ anyFile: false }],
  },
  create(context) {
    const isSymbolic = symbolicTest(context);
    const check = (node, messageId, use) => {
      if (node && isSymbolic(node)) context.report({ node, messageId, data: { use } });
    };
    return { ...statements(check), ...operations(check), ...conversions(check) };
  },
};

function statements(check) {
  const test = (use) => (node) => check(node.test, 'branch', use);
  const loop = (use) => (node) => check(node.right, 'iterate', use);
  return {
    IfStatement: test('`if`'),
    WhileStatement: test('`while`'),
    DoWhileStatement: test('`do`'),
    ForStatement: test('`for`'),
    ConditionalExpression: test('`? :`'),
    ForOfStatement: loop('`for of`'),
    ForInStatement: loop('`for in`'),
    SwitchStatement: (node) => check(node.discriminant, 'discriminant', '`switch`'),
    SwitchCase: (node) => check(node.test, 'discriminant', '`case`'),
  };
}

function operations(check) {
  const sides = ({ left, right, operator }) => {
    const messageId = operators.get(operator) ?? operators.get(operator.slice(0, -1));
    if (!messageId) return;
    for (const side of [left, right]) check(side, messageId, `\`${operator}\``);
  };
  return {
    LogicalExpression: sides,
    BinaryExpression: sides,
    AssignmentExpression: sides,
    UpdateExpression: ({ operator, argument }) => check(argument, 'order', `\`${operator}\``),
    UnaryExpression({ operator, argument }) {
      const messageId = unaryOperators.get(operator);
      if (messageId) check(argument, messageId, `\`${operator}\``);
    },
  };
}

function conversions(check) {
  return {
    TemplateLiteral({ parent, expressions }) {
      // A tag, such as `interpolate` itself, gets the values as they are.
      if (parent.type === 'TaggedTemplateExpression') return;
      for (const part of expressions) check(part, 'text', 'a template literal');
    },
    SpreadElement({ parent, argument }) {
      check(argument, parent.type === 'ObjectExpression' ? 'spreadObject' : 'spreadList');
    },
    'CallExpression, NewExpression'({ callee, arguments: [first] }) {
      const messageId = callee.type === 'Identifier' && converters.get(callee.name);
      if (messageId) check(first, messageId, `\`${callee.name}\``);
    },
    MemberExpression({ object, computed, property }) {
      const name = computed ? property.value : property.name;
      if (readers.has(name)) check(object, 'convert', `\`.${name}\``);
    },
  };
}

/** Returns the test "the type of this node is Expr, or may be". */
function symbolicTest(context) {
  const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
  if (!program) throw new Error('coder/no-branching-on-symbolic needs type information');
  const checker = program.getTypeChecker();
  const { anyFile } = context.options[0];
  const isHome = (declaration) =>
    anyFile || /[\\/](?:src|lib)[\\/]engine[\\/]expr[\\/]/.test(declaration.getSourceFile().fileName);
  const isExpr = (symbol) => symbol?.name === 'Expr' && (symbol.declarations ?? []).some(isHome);

  const isSymbolicType = (type) => {
    if (isExpr(type.aliasSymbol) || isExpr(type.symbol)) return true;
    if (type.isUnionOrIntersection()) return type.types.some(isSymbolicType);
    if (type.isTypeParameter()) return isSymbolicConstraint(type);
    const declared = type.target ?? type;
    return declared.isClassOrInterface() && (checker.getBaseTypes(declared) ?? []).some(isSymbolicType);
  };
  const isSymbolicConstraint = (type) => {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint !== undefined && constraint !== type && isSymbolicType(constraint);
  };

  return (node) => isSymbolicType(checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node)));
}
