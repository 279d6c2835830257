import {
  type Expr,
  SYMBOLIC,
  type Tree,
  type TreeMap,
  type Value,
  concat,
  isExpr,
  isTreeMap,
  lift,
  literalOf,
  merge,
  plain,
  text,
  unlessEmpty,
} from '../expr';
import { describeExpr } from './describe';

/*
 * cdk8s constructs take plain strings, numbers, maps and lists. A symbolic value crosses them as a token: a marker string, a
 * marker number, a map with a marker key or a list with a marker item. The finished JSON is decoded, and a token that did not
 * come out again is an error: some code read it instead of passing it on.
 */

const OPEN = '\uE000';
const CLOSE = '\uE001';
// Mixed case, so that text a construct changed to lower or upper case is no marker any more and is noticed.
const TAG = 'xV';
const MARKER = new RegExp(`${OPEN}${TAG}(\\d+)${CLOSE}`, 'g');
const FIRST_NUMBER = 8_400_000_000_000_000;
// Two markers are so far apart that the result of small arithmetic on one is not another.
const NUMBER_STEP = 1_000_003;
const NUMBER = /84\d{14}/g;

/** The tokens of one synthesis. */
class TokenTable {
  private readonly issued: Expr[] = [];
  private readonly seen = new Set<number>();

  issue(expr: Expr): number {
    this.issued.push(expr);
    return this.issued.length - 1;
  }

  redeem(id: number, found: string): Expr {
    const expr = this.issued[id];
    if (expr === undefined) throw new Error(`a construct changed a symbolic value: found ${found} in its manifest`);
    this.seen.add(id);
    return expr;
  }

  /** False while every value was concrete: then there is nothing to decode. */
  get isEmpty(): boolean {
    return this.issued.length === 0;
  }

  /** The values that went into constructs and did not come out. */
  lost(): readonly Expr[] {
    return this.issued.filter((_, id) => !this.seen.has(id));
  }
}

let current: TokenTable | undefined;

/** Runs `build` with a token table of its own; throws when a token it issued is lost. */
export function withTokens<T>(build: () => T): T {
  const outer = current;
  const table = new TokenTable();
  current = table;
  try {
    const result = build();
    const lost = [...new Set(table.lost().map(describeExpr))];
    if (lost.length > 0) {
      throw new Error(
        `a construct did not pass on ${lost.join(', ')}: it reads the value while the chart is generated`,
      );
    }
    return result;
  } finally {
    current = outer;
  }
}

function issue(expr: Expr): number {
  if (current === undefined) {
    throw new Error(
      `${describeExpr(expr)} is known only when Helm runs; generate a Helm chart, or give a concrete value`,
    );
  }
  return current.issue(expr);
}

function marker(expr: Expr): string {
  return `${OPEN}${TAG}${String(issue(expr))}${CLOSE}`;
}

/** A text value as the `string` that any construct takes. */
export function asText(value: Value<string>): string {
  const known = literalOf(lift(value));
  return known === SYMBOLIC ? marker(lift(value)) : (known as string);
}

/** A numeric value as the `number` that any construct takes; it must be passed on as it is. */
export function asNumber(value: Value<number>): number {
  const known = literalOf(lift(value));
  return known === SYMBOLIC ? FIRST_NUMBER + issue(lift(value)) * NUMBER_STEP : (known as number);
}

/** A boolean value as the `boolean` that any construct takes; a construct that branches on it reads it as true. */
export function asBoolean(value: Value<boolean>): boolean {
  const known = literalOf(lift(value));
  if (known !== SYMBOLIC) return known as boolean;
  // cdk8s replaces any object that has a method `resolve` by what it returns.
  const found = marker(lift(value));
  return { resolve: () => found } as unknown as boolean;
}

/** A map of texts as the map that any construct takes and may spread. */
export function asMap(value: Value<Readonly<Record<string, string>>>): Record<string, string> {
  const known = literalOf(lift(value));
  return known === SYMBOLIC ? { [marker(lift(value))]: '' } : { ...(known as Record<string, string>) };
}

/** A list as the array that any construct takes and may spread. */
export function asList<T>(value: Value<readonly T[]>): T[] {
  const known = literalOf(lift(value));
  return known === SYMBOLIC ? [marker(lift(value)) as unknown as T] : [...(known as unknown as readonly T[])];
}

/** A tree as plain data: every symbolic part becomes a marker. */
export function encode(tree: Tree | undefined): unknown {
  const known = plain(tree);
  if (isExpr(known)) return marker(known);
  if (Array.isArray(known)) return known.map(encode);
  if (typeof known === 'object' && known !== null) {
    return Object.fromEntries(Object.entries(known).map(([key, value]) => [key, encode(value as Tree)]));
  }
  return known;
}

/** Finished JSON of a construct as a tree: every marker becomes the expression it stands for. */
export function decode(json: unknown): Tree {
  return current === undefined || current.isEmpty ? (json as Tree) : decodeTree(json);
}

function decodeTree(json: unknown): Tree {
  if (typeof json === 'string') return decodeText(json);
  if (typeof json === 'number') return decodeNumber(json);
  if (Array.isArray(json)) return decodeList(json);
  if (typeof json === 'object' && json !== null) return decodeMap(json as Readonly<Record<string, unknown>>);
  return json as Tree;
}

function redeem(id: number, found: string): Expr {
  if (current === undefined) throw new Error('tokens are decoded outside of the synthesis that issued them');
  return current.redeem(id, found);
}

function decodeText(value: string): Tree {
  const whole = new RegExp(`^${MARKER.source}$`).exec(value);
  if (whole !== null) return redeem(Number(whole[1]), 'it');
  const pieces = [...value.matchAll(MARKER), ...value.matchAll(NUMBER)].sort((a, b) => a.index - b.index);
  if (pieces.length === 0) return checkedText(value);
  return interpolate(value, pieces);
}

function interpolate(value: string, pieces: readonly RegExpMatchArray[]): Tree {
  const strings: string[] = [];
  let end = 0;
  for (const piece of pieces) {
    strings.push(checkedText(value.slice(end, piece.index)));
    end = (piece.index ?? 0) + piece[0].length;
  }
  const exprs = pieces.map((piece) =>
    piece[1] === undefined ? numberToken(Number(piece[0])) : redeem(Number(piece[1]), 'it'),
  );
  const wrong = exprs.find((expr) => expr.type === 'map' || expr.type === 'list');
  if (wrong !== undefined) throw new Error(`${describeExpr(wrong)} is a ${wrong.type} and cannot be part of a text`);
  const parts = Object.assign([...strings, checkedText(value.slice(end))], {
    raw: [],
  }) as unknown as TemplateStringsArray;
  return text(parts, ...(exprs as Expr<string>[]));
}

function checkedText(value: string): string {
  if (value.includes(OPEN) || value.includes(CLOSE)) redeem(-1, JSON.stringify(value));
  return value;
}

function decodeNumber(value: number): Tree {
  return Math.abs(value) < 1e15 ? value : numberToken(value);
}

function numberToken(value: number): Expr {
  const id = (value - FIRST_NUMBER) / NUMBER_STEP;
  return redeem(Number.isSafeInteger(value) && Number.isInteger(id) ? id : -1, String(value));
}

function decodeList(items: readonly unknown[]): Tree {
  const decoded = items.map(decodeTree);
  const isSpread = (item: Tree): item is Expr => isExpr(item) && item.type === 'list';
  if (!decoded.some(isSpread)) return decoded;
  return concat(...decoded.map((item) => (isSpread(item) ? item : [item])));
}

function decodeMap(json: Readonly<Record<string, unknown>>): Tree {
  const fixed: Record<string, Tree> = {};
  const spreads: Expr[] = [];
  for (const [key, value] of Object.entries(json)) {
    const decodedKey = decodeText(key);
    if (isExpr(decodedKey)) spreads.push(spreadOf(decodedKey));
    else fixed[key] = key === 'metadata' ? decodeMetadata(value) : decodeTree(value);
  }
  return spreads.length === 0 ? fixed : joinMaps(fixed, spreads);
}

/** cdk8s leaves out empty labels and annotations, so a map that may turn out empty is left out in that case too. */
function decodeMetadata(value: unknown): Tree {
  const metadata = decodeTree(value);
  if (!isTreeMap(metadata)) return metadata;
  const mayBeEmpty = (field: Tree | undefined): field is Expr =>
    isExpr(field) && field.type === 'map' && field.node.op !== 'optional';
  return Object.fromEntries(
    Object.entries(metadata).map(([key, field]) => [key, mayBeEmpty(field) ? unlessEmpty(field) : field]),
  );
}

function spreadOf(expr: Expr): Expr {
  if (expr.type !== 'map') throw new Error(`${describeExpr(expr)} is a ${expr.type} and cannot be a key of a manifest`);
  return expr;
}

/** One map alone stays what it is, optional or not; with fixed entries beside it, it is merged under them. */
function joinMaps(fixed: TreeMap, spreads: readonly Expr[]): Tree {
  const [first] = spreads;
  if (spreads.length === 1 && first !== undefined && Object.keys(fixed).length === 0) return first;
  const inner = spreads.map((spread) => (spread.node.op === 'optional' ? lift<unknown>(spread.node.then) : spread));
  const nested = inner.map((expr) => (expr.node.op === 'merge' ? expr.node : { fixed: {}, maps: [expr] }));
  const maps = nested.flatMap((node) => node.maps) as Expr<Record<string, string>>[];
  return merge(Object.assign({}, fixed, ...nested.map((node) => node.fixed)) as TreeMap, ...maps);
}
