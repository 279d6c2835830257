import type { Expr } from '../expr';
import { describeExpr } from './describe';

type Keys = Map<number, Set<string>>;

/** What was learned of maps that constructs spread into others: by token, keys beside it, and those that the map overrides. */
export interface SpreadKnowledge {
  /** Keys of a construct's own beside the map. */
  readonly beside: Keys;
  /** Those of them that the map overrides. */
  readonly overridden: Keys;
}

/** Nothing learned yet. */
export function noKnowledge(): SpreadKnowledge {
  return { beside: new Map(), overridden: new Map() };
}

/** What a value looks like while it crosses a construct. */
export type TokenForm = 'text' | 'number' | 'item';

/** The tokens of one synthesis. */
export class TokenTable {
  /** What earlier passes over the same model learned. */
  readonly known: SpreadKnowledge;
  /** What this pass learns. */
  readonly learned: SpreadKnowledge = noKnowledge();
  private readonly issued: Expr[] = [];
  private readonly seen = new Set<number>();
  private readonly items = new Set<number>();
  private issuedNumber = false;

  constructor(known: SpreadKnowledge) {
    this.known = known;
  }

  /** Takes an expression in; the number of its token. */
  issue(expr: Expr, as: TokenForm = 'text'): number {
    this.issuedNumber ||= as === 'number';
    this.issued.push(expr);
    const id = this.issued.length - 1;
    if (as === 'item') this.items.add(id);
    return id;
  }

  /** True for a list that crossed as the only item of a list. */
  isItem(id: number): boolean {
    return this.items.has(id);
  }

  /**
   * The expression of a token.
   *
   * @throws when no such token was issued: `found` is something that a construct changed.
   */
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

  /** True when a number may stand for a value. */
  get hasNumbers(): boolean {
    return this.issuedNumber;
  }

  /** Notes keys beside a map. */
  learn(what: keyof SpreadKnowledge, id: number, keys: readonly string[]): void {
    this.learned[what].set(id, new Set([...(this.learned[what].get(id) ?? []), ...keys]));
  }

  /** @throws when a value went into a construct and did not come out. */
  requireAllSeen(): void {
    const lost = [...new Set(this.issued.filter((_, id) => !this.seen.has(id)).map(describeExpr))];
    if (lost.length === 0) return;
    throw new Error(`a construct did not pass on ${lost.join(', ')}: it reads the value while the chart is generated`);
  }
}

let current: TokenTable | undefined;

/** Runs `build` with a token table of its own; throws when a token it issued is lost. */
export function withTokens<T>(
  known: SpreadKnowledge,
  build: () => T,
): { readonly result: T; readonly learned: SpreadKnowledge } {
  const outer = current;
  const table = new TokenTable(known);
  current = table;
  try {
    const result = build();
    table.requireAllSeen();
    return { result, learned: table.learned };
  } finally {
    current = outer;
  }
}

/** The table of the synthesis under way. */
export function currentTokens(): TokenTable | undefined {
  return current;
}
