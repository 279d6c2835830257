import { type Expr, type OpOf, type Tree, type TreeMap, isExpr, isTreeList, isTreeMap } from './expr';

/**
 * Replaces every literal expression by what it holds and drops what is absent, so that only symbolic expressions are left.
 * With concrete values the result is plain data.
 */
export function plain(tree: Tree | undefined): Tree | undefined {
  if (isExpr(tree)) return plainExpr(tree);
  if (isTreeList(tree)) return plainList(tree);
  if (isTreeMap(tree)) return plainMap(tree);
  return tree;
}

function plainExpr(expr: Expr): Tree | undefined {
  if (expr.node.op === 'inline') return plain(expr.node.tree);
  return isConcrete(expr) ? plain((expr.node as OpOf<'named'>).of) : expr;
}

/** `plain` of a list: absent items are dropped. */
export function plainList(list: readonly Tree[]): readonly Tree[] {
  return list.map(plain).filter(isPresent);
}

/** `plain` of a mapping: absent entries are dropped. */
export function plainMap(map: TreeMap): TreeMap {
  const entries = Object.entries(map).map(([key, value]) => [key, plain(value)] as const);
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
  if (node.op === 'named') return isConcreteExpr(node.of);
  return node.op === 'inline' && isConcrete(node.tree);
}

/** The literal behind an expression: `undefined` for an absent one, `SYMBOLIC` when only Helm knows. */
export function literalOf(expr: Expr): Tree | undefined | typeof SYMBOLIC {
  return isConcrete(expr) ? plain(expr) : SYMBOLIC;
}

/** Answer of `literalOf` for a value that only Helm knows. */
export const SYMBOLIC: unique symbol = Symbol('symbolic');

function isPresent(tree: Tree | undefined): tree is Tree {
  return tree !== undefined;
}
