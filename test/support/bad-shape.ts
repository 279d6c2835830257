import { CODER_VALUES } from './coder-values';
import { type Json, isExpr } from '../../src/engine/expr';
import { type JsonSchema, type Leaf, at, isMap, leavesOf } from '../../src/engine/values';
import { resolveRef } from '../../src/engine/values/schema';
import { SYMBOLIC } from './bad-model';
import { type Objects } from './manifests';

/** The structure of some objects: every key with the keys above it, whatever is there; names of objects do not count. */
export function shapeOf(objects: Objects): readonly string[] {
  const paths = Object.values(objects).flatMap((object) => keysOf(object, JSON.stringify(at(object, ['kind']))));
  return [...new Set(paths)].sort();
}

function keysOf(value: Json, path: string): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => keysOf(item, path));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => [`${path}.${key}`, ...keysOf(child, `${path}.${key}`)]);
}

/** Every key that the model can make, but for those that only a user names. */
export function knownShape(): ReadonlySet<string> {
  return new Set(SYMBOLIC.flatMap(({ kind, tree }) => possibleKeys(tree, JSON.stringify(kind))));
}

const LEAVES: ReadonlyMap<string, Leaf> = new Map(
  leavesOf(CODER_VALUES).map(({ path, leaf }) => [path.join('.'), leaf]),
);

/** The keys of a tree, of all branches of its expressions, and of the values that it refers to. */
function possibleKeys(tree: unknown, path: string): readonly string[] {
  if (isExpr(tree)) {
    const leaf = tree.node.op === 'ref' ? LEAVES.get(tree.node.path.join('.')) : undefined;
    return leaf === undefined
      ? partsOf(tree.node, path)
      : [...declaredKeys(leaf.schema, path), ...keysOf(leaf.default, path)];
  }
  if (Array.isArray(tree) || !isMap(tree)) return partsOf(tree, path);
  return Object.entries(tree).flatMap(([key, child]) => [`${path}.${key}`, ...possibleKeys(child, `${path}.${key}`)]);
}

function partsOf(of: unknown, path: string): readonly string[] {
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap((part) => possibleKeys(part, path)) : [];
}

function declaredKeys(schema: JsonSchema, path: string): readonly string[] {
  const { properties = {}, items } = resolveRef(schema);
  const inner = Object.entries(properties).flatMap(([key, child]) => [
    `${path}.${key}`,
    ...declaredKeys(child, `${path}.${key}`),
  ]);
  return [...inner, ...(items === undefined ? [] : declaredKeys(items, path))];
}
