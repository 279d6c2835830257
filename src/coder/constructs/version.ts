import { requireGiven, shown } from '../../engine/expr';
import { type CoderdVersion, DEFAULT_VERSION } from '../versions';

/** Maps whose keys are the same in each version, and how deep. */
const DEPTHS: Readonly<Record<string, number>> = {
  image: 1,
  ports: 2,
  readiness: 1,
  liveness: 1,
  evaluation: 1,
  resources: 1,
  scratch: 1,
  names: 1,
  mixin: 1,
};

/**
 * Refuses what is no version of coderd, which only a program without types gives.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function checkVersion(version: CoderdVersion): void {
  requireGiven(shown(version) === 'a map', 'version', 'a map such as { ...CODERD_1_36 }', version);
  for (const [key, like] of Object.entries(DEFAULT_VERSION))
    checkAs(`version.${key}`, Reflect.get(version, key), like, DEPTHS[key] ?? 0);
}

/**
 * Refuses what are no rules, alerts and dashboards of coderd, which only a program without types gives.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function checkObservability(mixin: CoderdVersion['mixin']): void {
  checkAs('observability', mixin, DEFAULT_VERSION.mixin, DEPTHS['mixin'] ?? 0);
}

/** What is given must be of the kind that the shipped version has there. */
function checkAs(path: string, given: unknown, like: unknown, depth: number): void {
  const kind = kindOf(like);
  requireGiven(kindOf(given) === kind, path, `${kind}, as in CODERD_1_36`, given);
  if (Array.isArray(given))
    for (const [i, item] of given.entries()) checkItem(`${path}[${String(i)}]`, item, like as readonly unknown[]);
  if (depth === 0) return;
  for (const [key, child] of Object.entries(like as object))
    checkAs(`${path}.${key}`, Reflect.get(given as object, key), child, depth - 1);
}

function checkItem(path: string, given: unknown, [like]: readonly unknown[]): void {
  requireGiven(kindOf(given) === kindOf(like), path, `${kindOf(like)}, as in CODERD_1_36`, given);
}

/** Lists and maps by name, all else by its type. */
function kindOf(value: unknown): string {
  return typeof value === 'object' ? shown(value) : `a ${typeof value}`;
}
