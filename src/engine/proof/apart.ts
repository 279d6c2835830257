import type { CapturedObject } from '../border';
import { type Environment, type TreeMap, evaluate, roundsIn } from '../expr';

/**
 * Refuses a hook that has the name of an object that is installed: one of the two is in the other's way. Plain YAML has no hooks, so nobody else
 * notices.
 *
 * @param environments values of installations: names that are the same for some of them only are for whoever gives these values
 * @throws Error of one line that names both.
 */
export function requireApart(objects: readonly CapturedObject[], environments: readonly Environment[]): void {
  if (!objects.some(({ hookEvents }) => hookEvents.length > 0)) return;
  const named = objects.map((object) => ({
    object,
    names: environments.map((environment) => namesIn(object, environment)),
  }));
  const isHook = ({ object }: Named): boolean => object.hookEvents.length > 0;
  const others = named.filter((one) => !isHook(one));
  for (const hook of named.filter(isHook)) {
    const other = others.find((one) => isAlwaysOne(hook, one));
    if (other !== undefined) throw clash(hook.object, other.object);
  }
}

/** An object, and its names in each installation: none where it does not exist. */
interface Named {
  readonly object: CapturedObject;
  readonly names: readonly (readonly string[])[];
}

function namesIn({ kind, tree, loops, condition }: CapturedObject, environment: Environment): readonly string[] {
  const { name, namespace } = tree['metadata'] as TreeMap;
  return roundsIn(loops, environment)
    .filter((round) => evaluate(condition, round) === true)
    .map((round) => JSON.stringify([kind, evaluate(namespace, round), evaluate(name, round)]));
}

/** Whether two objects have a name in common wherever both exist. */
function isAlwaysOne(hook: Named, other: Named): boolean {
  const both = hook.names
    .map((names, i) => [names, other.names[i] ?? []] as const)
    .filter((pair) => pair.every((names) => names.length > 0));
  return both.length > 0 && both.every(([names, others]) => names.some((name) => others.includes(name)));
}

function clash(hook: CapturedObject, { path }: CapturedObject): Error {
  return new Error(
    `${hook.path.join('/')}: expected a name of its own, since it is a hook, got the name of ${path.join('/')}, which is installed`,
  );
}
