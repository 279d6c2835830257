// A symbolic value (class Expr) is known when Helm runs, not when the model is built. JavaScript that decides on it would
// decide once, at generation, and the chart would ignore what its user sets. The compiler accepts most of these uses and
// some of them go unnoticed at run time (an object is always true), hence the rule.

const BRANCH = 'decide with `ifElse` (a value), `optional` (a field) or `when` (a resource)';
const LOGIC = 'combine with `and`, `or`, `not`, `ifElse` or `firstNonEmpty`';
const EQUALITY = 'compare with `equals`';
const ORDER = 'compare with `equals` or `lessThan`, compute with functions such as `add`';
const TEXT = 'build text with the `interpolate` template';

/** What the rule says of each kind of use, and what to write instead. */
export const MESSAGES = {
  branch: `a symbolic value must not steer {{use}}: ${BRANCH}`,
  logic: `a symbolic value must not be an operand of {{use}}: ${LOGIC}`,
  equality: `a symbolic value must not be an operand of {{use}}: ${EQUALITY}`,
  order: `a symbolic value must not be an operand of {{use}}: ${ORDER}`,
  plus: `a symbolic value must not be an operand of {{use}}: ${TEXT}, add integers with \`add\`, join lists with \`concat\``,
  discriminant: `a symbolic value must not steer {{use}}: ${EQUALITY} and ${BRANCH}`,
  text: `a symbolic value must not be turned into text by {{use}}: ${TEXT}`,
  inspect: `a symbolic value must not be inspected by {{use}}: ${BRANCH}`,
  convert: `a symbolic value must not be converted by {{use}}: ${BRANCH}, ${TEXT}`,
  spreadObject: 'a symbolic map must not be spread into an object: join maps with `merge`',
  spreadList: 'a symbolic list must not be spread: join lists with `concat`',
  iterate: 'a symbolic value must not be iterated by {{use}}: repeat with `each`',
};

/** A kind of use. */
export type Message = keyof typeof MESSAGES;
