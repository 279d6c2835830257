import type { Expr } from '../expr';
import { describeExpr } from './describe';
import { MARKER, NUMBER, type Spelling, idOfNumber, withoutMarkerCharacters } from './markers';

/** What is known of maps that constructs spread into others, by token and by the key of an entry of the construct beside it. */
export interface SpreadKnowledge {
  /** Whether a map overrides an entry, by both. */
  readonly answers: Map<string, boolean>;
  /** By token, keys of entries of which that is still to be found out. */
  readonly questions: Map<number, Set<string>>;
}

/** Under which the answer to a question is kept. */
export function answerKey(id: number, key: string): string {
  return `${String(id)} ${key}`;
}

/** Nothing learned yet. */
export function noKnowledge(): SpreadKnowledge {
  return { answers: new Map(), questions: new Map() };
}

/** What a value looks like while it crosses a construct. */
export type TokenForm = 'text' | 'number' | 'item';

/** The tokens of one synthesis. */
export class TokenTable {
  /** What earlier passes over the same model learned. */
  readonly known: SpreadKnowledge;
  /** What is known after this pass. */
  readonly learned: SpreadKnowledge;
  private readonly issued: Expr[] = [];
  private readonly seen = new Set<number>();
  private readonly items = new Set<number>();
  private readonly texts = new Set<string>();
  private issuedNumber = false;

  /**
   * How markers are spelled: what a construct computes of one differs from one spelling to the next.
   */
  readonly spelling: Spelling;

  constructor(known: SpreadKnowledge, spelling: Spelling) {
    this.known = known;
    this.spelling = spelling;
    this.learned = { ...noKnowledge(), answers: new Map(known.answers) };
  }

  /** Takes an expression in; the number of its token. */
  issue(expr: Expr, as: TokenForm): number {
    this.issuedNumber ||= as === 'number';
    this.issued.push(expr);
    const id = this.issued.length - 1;
    if (as === 'item') this.items.add(id);
    return id;
  }

  /** Notes a known text that has characters of markers: beside values that only Helm knows it is what it is. */
  admit(text: string): void {
    this.texts.add(text);
  }

  /** Text without the known texts in it: the longest first, since one may be in another. */
  withoutKnown(text: string): string {
    const texts = [...this.texts].sort((one, other) => other.length - one.length);
    return texts.reduce((rest, known) => rest.replaceAll(known, ''), text);
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
  redeem(id: number, found = 'it'): Expr {
    const expr = this.issued[id];
    if (expr === undefined) throw new Error(`a construct changed a symbolic value: found ${found} in its manifest`);
    this.seen.add(id);
    return expr;
  }

  /** An error of a construct, with names of values in place of their markers. */
  readable(error: unknown): unknown {
    if (this.isEmpty || !(error instanceof Error)) return error;
    const nameOf = (found: string, id: number): string => {
      const expr = this.issued[id];
      return expr === undefined ? found : describeExpr(expr);
    };
    const named = error.message
      .replaceAll(MARKER, (found, id: string) => nameOf(found, Number(id)))
      .replaceAll(NUMBER, (found) => nameOf(found, idOfNumber(Number(found))));
    const message = withoutMarkerCharacters(named);
    return message === error.message ? error : new Error(message, { cause: error });
  }

  /** False while every value was concrete: then there is nothing to decode. */
  get isEmpty(): boolean {
    return this.issued.length === 0;
  }

  /** True when a number may stand for a value. */
  get hasNumbers(): boolean {
    return this.issuedNumber;
  }

  /** Whether a map overrides an entry beside it; `undefined` while that is not known. */
  overrides(id: number, key: string): boolean | undefined {
    return this.known.answers.get(answerKey(id, key));
  }

  /** Keys beside a map that this pass asks about. */
  asked(id: number): readonly string[] {
    return [...(this.known.questions.get(id) ?? [])];
  }

  /** Notes whether a map overrides an entry, or that the next pass must ask. */
  learn(id: number, key: string, overrides: boolean | undefined): void {
    const { answers, questions } = this.learned;
    if (overrides === undefined) questions.set(id, new Set(questions.get(id)).add(key));
    else answers.set(answerKey(id, key), overrides);
  }

  /**
   * While it is asked which of two entries wins, one of them is overwritten on purpose.
   *
   * @throws when a value went into a construct and did not come out.
   */
  requireAllSeen(): void {
    if (this.known.questions.size > 0) return;
    const lost = [...new Set(this.issued.filter((_, id) => !this.seen.has(id)).map(describeExpr))];
    if (lost.length === 0) return;
    throw new Error(
      `a construct did not pass on ${lost.join(', ')}: it reads the value while the chart is generated, or leaves it out`,
    );
  }
}

let current: TokenTable | undefined;

/** Runs `build` with a token table of its own; throws when a token it issued is lost. */
export function withTokens<T>(
  known: SpreadKnowledge,
  spelling: Spelling,
  build: () => T,
): { readonly result: T; readonly learned: SpreadKnowledge } {
  const outer = current;
  const table = new TokenTable(known, spelling);
  current = table;
  try {
    const result = build();
    table.requireAllSeen();
    return { result, learned: table.learned };
  } catch (error) {
    throw table.readable(error);
  } finally {
    current = outer;
  }
}

/** The table of the synthesis under way. */
export function currentTokens(): TokenTable | undefined {
  return current;
}
