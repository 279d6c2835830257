import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { Expr, Json, ValueType } from '../../../src/engine/expr';

/** Makes an expression of a value: a literal, or one that only Helm knows. */
export type Leaf = <T extends Json>(value: T, type: ValueType) => Expr<T>;

/** An expression over leaves, and what it means, said in plain JavaScript. */
export interface Term<T extends Json | undefined> {
  readonly make: (leaf: Leaf) => Expr<T>;
  readonly want: T;
}

export type Texts = Readonly<Record<string, string>>;
export type Item = { readonly name: string; readonly value: string };

export function leafOf<T extends Json>(values: fc.Arbitrary<T>, type: ValueType): fc.Arbitrary<Term<T>> {
  return values.map((want) => ({ want, make: (leaf) => leaf(want, type) }));
}

export const words = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'on', '%d', '@{x}', '1Mi', '5k', 'long-name-', 'x'.repeat(12), '$&'),
  fc.string({ maxLength: 5 }),
);
export const keys = fc.constantFrom('a', 'b', 'c', 'z', 'fixed');
export const item = fc.record({ name: fc.constantFrom('a', 'b', 'c'), value: words });

export const ENDINGS = { Mi: ' * 2^20', k: ' * 1000' };

/** What a word is worth, where it is one of those with few digits. */
export function worth(text: string): number {
  const pieces = [...text.matchAll(/(\d+\.?\d*|\.\d+)(e[-+]?\d+)?([a-z%]*)/gi)];
  const units: Readonly<Record<string, number>> = { '': 1, k: 1000, Mi: 2 ** 20 };
  return pieces.reduce((sum, [, number = '', exponent = '', unit = '']) => {
    const factor = units[unit] ?? 0;
    return sum + Number(number + exponent) * factor;
  }, 0);
}

export function cut(name: string, max: number): string {
  if (name.length <= max) return name;
  let kept = name.slice(0, max - 9);
  while (kept !== '' && !/[a-z0-9]/i.test(kept.at(-1) ?? '')) kept = kept.slice(0, -1);
  return `${kept}-${hashOf(name).slice(0, 8)}`;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Changes the letters of English. */
export function inAscii(text: string, change: (letter: string) => string): string {
  return text.replace(/[A-Za-z]/g, change);
}

/** The nearest integer that JavaScript tells from its neighbours. */
export function within(exact: bigint): number {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(exact > most ? most : exact < -most ? -most : exact);
}

export function sorted(map: Texts, without: readonly string[] = []): Texts {
  const kept = Object.keys(map).filter((key) => !without.includes(key));
  return Object.fromEntries(kept.sort().map((key) => [key, map[key] ?? '']));
}

export function lastOfEachName(items: readonly Item[]): readonly Item[] {
  const names = [...new Set(items.map(({ name }) => name))];
  return names.flatMap((name) => items.filter((one) => one.name === name).slice(-1));
}

/** Two terms as one. */
export function both<A extends Json, B extends Json, C extends Json>(
  a: fc.Arbitrary<Term<A>>,
  b: fc.Arbitrary<Term<B>>,
  make: (a: Expr<A>, b: Expr<B>) => Expr,
  want: (a: A, b: B) => C,
): fc.Arbitrary<Term<C>> {
  return fc
    .tuple(a, b)
    .map(([x, y]) => ({ want: want(x.want, y.want), make: (leaf) => make(x.make(leaf), y.make(leaf)) as Expr<C> }));
}

export function one<A extends Json, C extends Json>(
  a: fc.Arbitrary<Term<A>>,
  make: (a: Expr<A>) => Expr,
  want: (a: A) => C,
): fc.Arbitrary<Term<C>> {
  return a.map((x) => ({ want: want(x.want), make: (leaf) => make(x.make(leaf)) as Expr<C> }));
}
