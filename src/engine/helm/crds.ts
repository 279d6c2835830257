import type { CapturedObject } from '../border';
import { type TreeMap, isConcrete, literalOf, pathsIn } from '../expr';
import { type Files, printYaml } from '../output';

/** Whether an object defines a kind; one of a hook is made by Helm as the hook says. */
export function isDefinition({ kind, hookEvents }: CapturedObject): boolean {
  return kind === 'CustomResourceDefinition' && hookEvents.length === 0;
}

/**
 * The files of the folder `crds`, which Helm reads as they are.
 *
 * @throws Error of one line for a definition of which only Helm knows whether it exists, or what is in it.
 */
export function crdFiles(definitions: readonly CapturedObject[]): Files {
  const files = new Map<string, string>();
  for (const object of definitions) {
    requireKnown(object);
    const { name } = object.tree['metadata'] as TreeMap;
    const file = `crds/${name as string}.yaml`;
    if (files.has(file)) throw new Error(`two objects would be written to ${file}: give one of them another name`);
    files.set(file, printYaml(object.tree));
  }
  return files;
}

function requireKnown({ path, tree, condition, loops }: CapturedObject): void {
  if (isConcrete(tree) && literalOf(condition) === true && loops.length === 0) return;
  const [value] = pathsIn([loops, condition, tree]);
  const got = value === undefined ? 'the name or namespace of the release' : `values.${value.join('.')}`;
  throw new Error(
    `${path.join('/')}: expected a CustomResourceDefinition that depends on no value, as Helm fills in nothing in the folder crds, got ${got}; leave out hasCrdsFolder, or use known values`,
  );
}
