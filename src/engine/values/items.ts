import { type Expr, ItemsExpr, fieldOf } from '../expr';
import type { Leaf, Section } from './declare';
import { mapLeaves } from './leaves';

/** The handle of a value, out of the expression that is it. That of a list or a map of sections knows what its items are. */
export function handleOf(leaf: Leaf, expr: Expr): Expr {
  const { item, type } = leaf;
  if (item === undefined || expr instanceof ItemsExpr) return expr;
  return new ItemsExpr(expr.node, type, { shape: shapeOf(leaf), handlesOf: (one) => handlesInItem(item, one) });
}

function handlesInItem(item: Section, one: Expr): unknown {
  return mapLeaves(item, (leaf, path) => handleOf(leaf, fieldOf(one, path, leaf.type)));
}

/** Keys and types of all that is in a value or a section, as text. */
export function shapeOf(node: Leaf | Section): string {
  if (node.kind === 'leaf') return node.item === undefined ? node.type : `${node.type} of ${shapeOf(node.item)}`;
  const entries = Object.entries(node.children).map(([key, child]) => `${JSON.stringify(key)}: ${shapeOf(child)}`);
  return `{${entries.sort().join(', ')}}`;
}
