import {
  type Expr,
  type Tree,
  type TreeMap,
  concat,
  isExpr,
  isTreeMap,
  toExpr,
  literal,
  merge,
  interpolateParts,
  unlessEmpty,
} from '../expr';
import { describeExpr } from './describe';
import { FIRST_NUMBER, MAP_PROBE, MAP_RANK, MARKER, NUMBER, NUMBER_STEP, hasMarkerCharacter } from './markers';
import { type TokenTable, currentTokens } from './token-table';

type JsonMap = Readonly<Record<string, unknown>>;

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
    const expr = this.table.redeem(id, 'it');
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
    const expr =
      piece[1] === undefined ? this.numberToken(Number(piece[0])) : this.table.redeem(Number(piece[1]), 'it');
    if (expr.type !== 'map' && expr.type !== 'list') return expr;
    throw new Error(`${describeExpr(expr)} is a ${expr.type} and cannot be part of a text`);
  }

  private checked(value: string): string {
    if (hasMarkerCharacter(value)) this.table.redeem(-1, JSON.stringify(value));
    return value;
  }

  private number(value: number): Tree {
    return Math.abs(value) < 1e15 || !this.table.hasNumbers ? value : this.numberToken(value);
  }

  private numberToken(value: number): Expr {
    const id = (value - FIRST_NUMBER) / NUMBER_STEP;
    return this.table.redeem(Number.isSafeInteger(value) && Number.isInteger(id) ? id : -1, String(value));
  }

  private list(items: readonly unknown[]): Tree {
    const decoded = items.map((item) => this.item(item));
    const isSpread = (item: Tree): item is Expr => isExpr(item) && item.type === 'list';
    if (!decoded.some(isSpread)) return decoded;
    return concat(...decoded.map((item) => (isSpread(item) ? item : [item])));
  }

  private item(json: unknown): Tree {
    const id = typeof json === 'string' ? this.spreadId(json) : undefined;
    return id !== undefined && this.table.isItem(id) ? this.table.redeem(id, 'it') : this.tree(json);
  }

  private map(json: JsonMap): Tree {
    const entries = Object.entries(json).filter(([key]) => key !== MAP_RANK);
    const ids = entries.flatMap(([key]) => this.spreadId(key) ?? []);
    const own = entries.filter(([key]) => this.spreadId(key) === undefined);
    const probed = own.filter(([, value]) => value === MAP_PROBE).map(([key]) => key);
    const fixed = own
      .filter(([, value]) => value !== MAP_PROBE)
      .map(([key, value]) => [this.key(key), this.field(key, value)] as const);
    for (const id of ids) {
      this.table.learn('overridden', id, probed);
      this.table.learn(
        'beside',
        id,
        fixed.map(([key]) => key),
      );
    }
    return ids.length === 0
      ? Object.fromEntries(fixed)
      : this.join(Object.fromEntries(fixed), this.inOrder(ids, json[MAP_RANK]));
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
    const names = ids.map((id) => describeExpr(this.table.redeem(id, 'it'))).join(', ');
    throw new Error(`${names} are spread into one map, and their order is lost: merge them first, with merge`);
  }

  /** One map alone stays what it is. Beside fixed entries, it overrides those that the construct puts before it. */
  private join(fixed: TreeMap, ids: readonly number[]): Tree {
    const spreads = ids.map((id) => requireMap(this.table.redeem(id, 'it')));
    const [first] = spreads;
    if (spreads.length === 1 && first !== undefined && Object.keys(fixed).length === 0) return first;
    const isBefore = (key: string): boolean => ids.some((id) => this.table.known.overridden.get(id)?.has(key) === true);
    const before = Object.entries(fixed).filter(([key]) => isBefore(key));
    const after = Object.entries(fixed).filter(([key]) => !isBefore(key));
    const inner = spreads.map((spread) => (spread.node.op === 'optional' ? toExpr<unknown>(spread.node.then) : spread));
    const nested = inner.map((expr) => (expr.node.op === 'merge' ? expr.node : { fixed: {}, maps: [expr] }));
    const maps = [literal(Object.fromEntries(before)), ...nested.flatMap((node) => node.maps)] as Expr<
      Record<string, string>
    >[];
    const over = Object.assign({}, ...nested.map((node) => node.fixed), Object.fromEntries(after)) as TreeMap;
    return merge(over, ...maps);
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

function requireMap(expr: Expr): Expr {
  if (expr.type !== 'map') throw new Error(`${describeExpr(expr)} is a ${expr.type} and cannot be a key of a manifest`);
  return expr;
}
