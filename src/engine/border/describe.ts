import type { Expr } from '../expr';

/** Names an expression by the values it reads, for messages. */
export function describeExpr(expr: Expr): string {
  const { node } = expr;
  if (node.op === 'ref') return `values.${node.path.join('.')}`;
  if (node.op === 'builtin') return node.name;
  if (node.op === 'namedTemplate') return node.name;
  if (node.op === 'variable')
    return node.path.length === 0 ? 'an item of a loop' : `${node.path.join('.')} of an item of a loop`;
  return `a value (${node.op})`;
}
