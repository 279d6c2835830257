import type { Leaf, Section } from './declare';

/** A declared value and where it is. */
export interface DeclaredValue {
  /** Keys from the top to the value. */
  readonly path: readonly string[];
  /** Its declaration. */
  readonly leaf: Leaf;
}

/** All values of a section in declared order. */
export function leavesOf(node: Leaf | Section, path: readonly string[] = []): readonly DeclaredValue[] {
  if (node.kind === 'leaf') return [{ path, leaf: node }];
  return Object.entries(node.children).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

/** A section with something in place of each of its values. */
export function mapLeaves(
  node: Leaf | Section,
  map: (leaf: Leaf, path: readonly string[]) => unknown,
  path: readonly string[] = [],
): unknown {
  if (node.kind === 'leaf') return map(node, path);
  return Object.fromEntries(
    Object.entries(node.children).map(([key, child]) => [key, mapLeaves(child, map, [...path, key])]),
  );
}
