import {
  type Expr,
  type Tree,
  type TreeMap,
  type Value,
  concat,
  isExpr,
  isTreeMap,
  toExpr,
  literal,
  merge,
  interpolateParts,
  optional,
  unlessEmpty,
} from '../expr';
import { describeExpr } from './describe';
import { MAP_RANK, MARKER, NUMBER, hasMarkerCharacter, idOfNumber, probeOf } from './markers';
import { type TokenTable, currentTokens } from './token-table';

type JsonMap = Readonly<Record<string, unknown>>;
type TextMap = Readonly<Record<string, string>>;

/** Finished JSON of a construct as a tree: every marker becomes the expression it stands for. */
export function decode(json: unknown): Tree {
  const table = currentTokens();
  return table === undefined || table.isEmpty ? (json as Tree) : new Decoder(table).tree(json);
}

class Decoder {
  private readonly table: TokenTable;

  constructor(table: TokenTable) {
    this.table = table;
  }

  tree(json: unknown): Tree {
    if (typeof json === 'string') return this.text(json);
    if (typeof json === 'number') return this.number(json);
    if (Array.isArray(json)) return this.list(json);
    return typeof json === 'object' && json !== null ? this.map(json as JsonMap) : (json as Tree);
  }

  private text(value: string): Tree {
    const whole = new RegExp(`^${MARKER.source}$`).exec(value);
    if (whole !== null) return this.whole(Number(whole[1]));
    const numbers = this.table.hasNumbers ? value.matchAll(NUMBER) : [];
    const pieces = [...value.matchAll(MARKER), ...numbers].sort((a, b) => a.index - b.index);
    return pieces.length === 0 ? this.checked(value) : this.interpolate(value, pieces);
  }

  private whole(id: number): Expr {
    const expr = this.table.redeem(id);
    if (!this.table.isItem(id)) return expr;
    throw new Error(
      `${describeExpr(expr)} is a list, and a construct used its items one by one: pass the list on, or use each`,
    );
  }

  private interpolate(value: string, found: readonly RegExpMatchArray[]): Tree {
    const pieces: (string | Expr)[] = [];
    let end = 0;
    for (const match of found) {
      pieces.push(this.checked(value.slice(end, match.index)), this.piece(match));
      end = (match.index ?? 0) + match[0].length;
    }
    return interpolateParts([...pieces, this.checked(value.slice(end))]);
  }

  private piece(piece: RegExpMatchArray): Expr {
    const expr = piece[1] === undefined ? this.numberToken(Number(piece[0])) : this.table.redeem(Number(piece[1]));
    if (expr.type !== 'map' && expr.type !== 'list') return expr;
    throw new Error(`${describeExpr(expr)} is a ${expr.type} and cannot be part of a text`);
  }

  private checked(value: string): string {
    if (hasMarkerCharacter(value) && hasMarkerCharacter(this.table.withoutKnown(value)))
      this.table.redeem(-1, JSON.stringify(value));
    return value;
  }

  private number(value: number): Tree {
    return Math.abs(value) < 1e15 || !this.table.hasNumbers ? value : this.numberToken(value);
  }

  private numberToken(value: number): Expr {
    return this.table.redeem(idOfNumber(value), String(value));
  }

  private list(items: readonly unknown[]): Tree {
    const parts = items.map((item) => this.spreadList(item) ?? [this.tree(item)]);
    return parts.some(isExpr) ? concat(...parts) : parts.flat();
  }

  /** The list whose items a construct put into another list. */
  private spreadList(item: unknown): Expr | undefined {
    const id = typeof item === 'string' ? this.spreadId(item) : undefined;
    return id !== undefined && this.table.isItem(id) ? this.table.redeem(id) : undefined;
  }

  private map(json: JsonMap): Tree {
    const entries = Object.entries(json).filter(([key]) => key !== MAP_RANK);
    const ids = entries.flatMap(([key]) => this.spreadId(key) ?? []);
    const own = entries.filter(([key]) => this.spreadId(key) === undefined);
    const probing = (value: unknown): number | undefined => ids.find((id) => value === probeOf(id));
    for (const id of ids) for (const [key, value] of own) this.notice(id, key, probing(value));
    const fixed = own
      .filter(([, value]) => probing(value) === undefined)
      .map(([key, value]) => [this.key(key), this.field(key, value)] as const);
    return ids.length === 0
      ? Object.fromEntries(fixed)
      : this.join(Object.fromEntries(fixed), this.inOrder(ids, json[MAP_RANK]));
  }

  /** Sees whether a map was spread after an entry: then its probe is there, if not that of another map that was spread even later. */
  private notice(id: number, key: string, found: number | undefined): void {
    if (this.table.overrides(id, key) !== undefined) return;
    const isAnswer = this.table.asked(id).includes(key) && (found === undefined || found === id);
    this.table.learn(id, key, isAnswer ? found === id : undefined);
  }

  private key(key: string): string {
    const decoded = this.text(key);
    if (typeof decoded === 'string') return decoded;
    throw new Error('a symbolic text cannot be part of a key of a manifest');
  }

  private spreadId(key: string): number | undefined {
    const whole = new RegExp(`^${MARKER.source}$`).exec(key);
    return whole === null ? undefined : Number(whole[1]);
  }

  /** Of two maps, the one that was spread last left its number. */
  private inOrder(ids: readonly number[], last: unknown): readonly number[] {
    if (ids.length <= 2) return [...ids].sort((a, b) => Number(String(a) === last) - Number(String(b) === last));
    const names = ids.map((id) => describeExpr(this.table.redeem(id))).join(', ');
    throw new Error(`${names} are spread into one map, and their order is lost: merge them first, with merge`);
  }

  /** One map alone stays what it is. */
  private join(fixed: TreeMap, ids: readonly number[]): Tree {
    const spreads = ids.map((id) => requireMap(this.table.redeem(id)));
    const [first] = spreads;
    if (spreads.length === 1 && first !== undefined && Object.keys(fixed).length === 0) return first;
    const placeOf = (key: string): number => ids.findIndex((id) => this.table.overrides(id, key) === true);
    const before = (place: number): TreeMap =>
      Object.fromEntries(Object.entries(fixed).filter(([key]) => placeOf(key) === place));
    return mergeInOrder([...spreads.flatMap((spread, i) => [literal(before(i)), spread]), literal(before(-1))]);
  }

  private field(key: string, value: unknown): Tree {
    const tree = this.tree(value);
    return key === 'metadata' && isTreeMap(tree) ? unlessEmptyFields(tree) : tree;
  }
}

/** cdk8s leaves out empty labels and annotations, so a map that may turn out empty is left out in that case too. */
function unlessEmptyFields(metadata: TreeMap): TreeMap {
  const mayBeEmpty = (field: Tree | undefined): field is Expr =>
    isExpr(field) && field.type === 'map' && field.node.op !== 'optional';
  return Object.fromEntries(
    Object.entries(metadata).map(([key, field]) => [key, mayBeEmpty(field) ? unlessEmpty(field) : field]),
  );
}

/** Maps of which the right-most wins. One that is there under a condition makes two of the whole. */
function mergeInOrder(maps: readonly Expr[]): Expr {
  const at = maps.findIndex(({ node }) => node.op === 'optional');
  const node = maps[at]?.node;
  if (node?.op !== 'optional') return mergeAll(maps.flatMap(partsOf));
  const branch = (tree: Tree = {}): Expr =>
    mergeInOrder(maps.map((map, i) => (i === at ? toExpr<unknown>(tree) : map)));
  return optional(node.condition, branch(node.then) as Value<Tree>, branch(node.otherwise) as Value<Tree>);
}

function partsOf(map: Expr): readonly Expr[] {
  return map.node.op === 'merge' ? [...map.node.maps, literal(map.node.fixed)] : [map];
}

/** Entries that nothing overrides are fixed: a printer need not merge them. */
function mergeAll(maps: readonly Expr[]): Expr {
  const end = maps.reduce((last, { node }, i) => (node.op === 'literal' ? last : i + 1), 0);
  const fixed = maps.slice(end).flatMap(({ node }) => (node.op === 'literal' ? [node.tree] : []));
  return merge(Object.assign({}, ...fixed) as TreeMap, ...(maps.slice(0, end) as readonly Expr<TextMap>[]));
}

function requireMap(expr: Expr): Expr {
  if (expr.type !== 'map') throw new Error(`${describeExpr(expr)} is a ${expr.type} and cannot be a key of a manifest`);
  return expr;
}
