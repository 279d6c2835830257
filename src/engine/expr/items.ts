import { toExpr } from './basics';
import { Expr, type Op, type Tree, type ValueType, isExpr, isTreeMap } from './expr';
import { requireGiven } from './given';
import { simplify } from './simplify';

/** What is known of the items of a list, or of the entries of a map, before they are. */
export interface ItemKind<out H> {
  /** Handles of what is in an item. */
  readonly handlesOf: (item: Expr) => H;
  /** Names and types of what is in an item, as text: those of one kind have the same. */
  readonly shape: string;
}

/**
 * A list or a map whose items are sections of values, as `values.sectionList` and `values.sectionMap` declare them. What goes through it, such as
 * `each` and `forEach`, gets the handles `H` of each item.
 */
export class ItemsExpr<out T = unknown, out H = unknown> extends Expr<T> {
  /** Type only: the handles of an item. */
  declare readonly handlesType: H;

  /**
   * What its items are.
   *
   * @internal
   */
  declare readonly kind: ItemKind<H>;

  /** @internal */
  constructor(node: Op, type: ValueType, kind: ItemKind<H>) {
    super(node, type);
    this.kind = kind;
  }
}

/** The items of a loop: what they are, and what the loop gives of each. */
export interface ItemsOf {
  /** What a printer must know of an item. */
  readonly type: ValueType;
  /** An item as it is, or its handles. */
  readonly given: (item: Expr) => unknown;
}

/**
 * What the items of a list or a map are.
 *
 * @param type none where they are sections of values
 * @throws Error when that is not known.
 */
export function itemsOf(name: string, of: Expr, type: ValueType | undefined): ItemsOf {
  if (type !== undefined) return { type, given: (item) => item };
  requireGiven(of instanceof ItemsExpr, `${name}: type`, 'the type of an item, such as string', type);
  return { type: 'map', given: (of as ItemsExpr).kind.handlesOf };
}

/** What is at a path of keys in a map: in an item of a loop, or in one that is known. */
export function fieldOf<T>(map: Expr, path: readonly string[], type: ValueType): Expr<T> {
  const { node } = map;
  if (node.op === 'variable') return new Expr<T>({ ...node, path: [...node.path, ...path] }, type);
  return toExpr(path.reduce<Tree | undefined>(childOf, simplify(map))) as Expr<T>;
}

function childOf(map: Tree | undefined, key: string): Tree | undefined {
  if (isExpr(map)) throw new Error(`${key}: expected a map that is known, got a value that only Helm knows`);
  return isTreeMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}
