import { isExpr } from './expr';
import { below, isPlainMap, shown } from './given';

/** Where something is in a tree, and what is said of it. */
interface Spot {
  readonly path: string;
  readonly got: string;
}

// Trees are built of trees, so that each part is looked through once.
const finite = new WeakSet<object>();
const plain = new WeakSet<object>();

/**
 * Refuses maps and lists that hold themselves.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function requireFinite(path: string, tree: unknown): void {
  requireNothing(
    path,
    spotIn(tree, () => false, finite),
  );
}

/**
 * Refuses what no manifest can hold, such as functions and objects of classes.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function requireTree(path: string, tree: unknown): void {
  requireNothing(path, spotIn(tree, isOdd, plain));
}

function requireNothing(path: string, spot: Spot | undefined): void {
  if (spot !== undefined) throw new Error(`${path}${spot.path}: expected plain data, got ${spot.got}`);
}

function isOdd(given: unknown): boolean {
  if (isExpr(given)) return false;
  if (typeof given === 'object' && given !== null) return !Array.isArray(given) && !isPlainMap(given);
  return typeof given === 'function' || typeof given === 'symbol' || typeof given === 'bigint';
}

function spotIn(
  tree: unknown,
  isRefused: (leaf: unknown) => boolean,
  known: WeakSet<object>,
  above: readonly unknown[] = [],
): Spot | undefined {
  if (isRefused(tree)) return { path: '', got: shown(tree) };
  if (!isCollection(tree) || known.has(tree)) return undefined;
  if (above.includes(tree)) return { path: '', got: `${shown(tree)} that holds itself` };
  for (const [key, child] of Object.entries(tree)) {
    const spot = spotIn(child, isRefused, known, [...above, tree]);
    if (spot !== undefined) return { ...spot, path: (Array.isArray(tree) ? `[${key}]` : below('', key)) + spot.path };
  }
  known.add(tree);
  return undefined;
}

function isCollection(tree: unknown): tree is object {
  return Array.isArray(tree) || isPlainMap(tree);
}
