import { type Expr, type OpOf, type Tree, type TreeMap, isExpr, isTreeList, isTreeMap } from './expr';

/**
 * Replaces every literal expression by what it holds and drops what is absent, so that only symbolic expressions are left.
 * With concrete values the result is plain data.
 */
export function simplify(tree: Tree | undefined): Tree | undefined {
  if (isExpr(tree)) return plainExpr(tree);
  if (isTreeList(tree)) return simplifyList(tree);
  if (isTreeMap(tree)) return simplifyMap(tree);
  return tree;
}

function plainExpr(expr: Expr): Tree | undefined {
  if (expr.node.op === 'literal') return simplify(expr.node.tree);
  return isConcrete(expr) ? simplify((expr.node as OpOf<'namedTemplate'>).of) : expr;
}

/** `plain` of a list: absent items are dropped. */
export function simplifyList(list: readonly Tree[]): readonly Tree[] {
  return list.map(simplify).filter(isPresent);
}

/** `plain` of a mapping: absent entries are dropped. */
export function simplifyMap(map: TreeMap): TreeMap {
  const entries = Object.entries(map).map(([key, value]) => [key, simplify(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => isPresent(value)));
}

/** True when nothing symbolic is in the tree. */
export function isConcrete(tree: Tree | undefined): boolean {
  if (isExpr(tree)) return isConcreteExpr(tree);
  if (isTreeList(tree)) return tree.every(isConcrete);
  if (isTreeMap(tree)) return Object.values(tree).every(isConcrete);
  return true;
}

function isConcreteExpr({ node }: Expr): boolean {
  if (node.op === 'namedTemplate') return isConcreteExpr(node.of);
  return node.op === 'literal' && isConcrete(node.tree);
}

/** The literal behind an expression: `undefined` for an absent one, `SYMBOLIC` when only Helm knows. */
export function literalOf(expr: Expr): Tree | undefined | typeof NOT_YET_KNOWN {
  return isConcrete(expr) ? simplify(expr) : NOT_YET_KNOWN;
}

/** Answer of `literalOf` for a value that only Helm knows. */
export const NOT_YET_KNOWN: unique symbol = Symbol('symbolic');

function isPresent(tree: Tree | undefined): tree is Tree {
  return tree !== undefined;
}
