import { type Expr, type Tree, isExpr, isTreeList, isTreeMap, literalOf, nonEmpty } from '../expr';

/** A collection that one expression yields, so that `toYaml` can print it. */
export function isWhole(expr: Expr): boolean {
  const { node } = expr;
  if (!isCollection(expr)) return false;
  if (node.op === 'merge') return Object.keys(node.fixed).length === 0;
  if (node.op === 'concat') return node.parts.every(isExpr);
  return node.op !== 'each' && node.op !== 'optional';
}

/** Whether a field is only there under a condition. */
export function isOptional(value: Tree | undefined): boolean {
  return isExpr(value) && value.node.op === 'optional' && value.node.otherwise === undefined;
}

/** Whether a block may have no lines. */
export function mayBeEmpty(value: Tree): boolean {
  const hasLines = isExpr(value) ? isNamed(value) || (!isWhole(value) && value.node.op !== 'optional') : true;
  return hasLines && isBlock(value) && !isEmpty(value) && literalOf(nonEmpty(value)) !== true;
}

/** Whether a tree has a name, under which it is defined once. */
export function isNamed(value: Tree): boolean {
  return isExpr(value) && value.node.op === 'namedTemplate';
}

/** Whether a tree is a map or a list, known or not. */
export function isBlock(value: Tree): boolean {
  return isExpr(value) ? isCollection(value) : isTreeList(value) || isTreeMap(value);
}

/** Whether an expression is a map or a list. */
export function isCollection(expr: Expr): boolean {
  return expr.type === 'map' || expr.type === 'list';
}

/** Whether a map or list is known to have no entries. */
export function isEmpty(value: Tree): boolean {
  return (isTreeList(value) || isTreeMap(value)) && Object.keys(value).length === 0;
}
