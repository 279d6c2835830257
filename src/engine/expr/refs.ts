import { isExpr } from './expr';

/** Paths of the values that a tree reads, in the order in which it names them. */
export function pathsIn(tree: unknown): readonly (readonly string[])[] {
  if (isExpr(tree)) return tree.node.op === 'ref' ? [tree.node.path] : pathsIn(tree.node);
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.values(tree).flatMap(pathsIn);
}
