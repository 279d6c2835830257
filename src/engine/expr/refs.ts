import { type Loop, isExpr } from './expr';

/** Paths of the values that a tree reads, in the order in which it names them. */
export function pathsIn(tree: unknown): readonly (readonly string[])[] {
  if (isExpr(tree)) return tree.node.op === 'ref' ? [tree.node.path] : pathsIn(tree.node);
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.values(tree).flatMap(pathsIn);
}

/** Names of the variables of a loop. */
export function namesOf({ variable, key }: Omit<Loop, 'list'>): readonly string[] {
  return key === undefined ? [variable] : [variable, key];
}

/** Names of the variables that a tree reads, but for those of its own loops. */
export function variablesIn(tree: unknown, own: readonly string[] = []): readonly string[] {
  if (isExpr(tree) && tree.node.op === 'variable') return own.includes(tree.node.name) ? [] : [tree.node.name];
  if (isExpr(tree) && tree.node.op === 'each') {
    const { list, body, ...loop } = tree.node;
    return [...variablesIn(list, own), ...variablesIn(body, [...own, ...namesOf(loop)])];
  }
  if (isExpr(tree)) return variablesIn(tree.node, own);
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.values(tree).flatMap((child) => variablesIn(child, own));
}
