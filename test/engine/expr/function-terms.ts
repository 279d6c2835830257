import type * as fc from 'fast-check';
import {
  add,
  base64,
  contains,
  divide,
  eachEntry,
  endsWith,
  equals,
  hasKey,
  interpolate,
  join,
  lessOrEqual,
  lessThan,
  lower,
  max,
  min,
  modulo,
  multiply,
  optional,
  quantityIn,
  replace,
  sha256,
  split,
  startsWith,
  subtract,
  textAt,
  toIni,
  toJson,
  toYaml,
  trim,
  truncate,
  upper,
} from '../../../src/engine/expr';
import { type Item, type Term, type Texts, both, hashOf, inAscii, one, sorted, within } from './term';

/** Terms that functions of values are made over. */
interface Ties {
  readonly word: fc.Arbitrary<Term<string>>;
  readonly count: fc.Arbitrary<Term<number>>;
  readonly on: fc.Arbitrary<Term<boolean>>;
  readonly map: fc.Arbitrary<Term<Texts>>;
  readonly list: fc.Arbitrary<Term<readonly string[]>>;
  readonly items: fc.Arbitrary<Term<readonly Item[]>>;
}

export function textTerms({ word, count, on, map, list, items }: Ties): readonly fc.Arbitrary<Term<string>>[] {
  return [
    one(word, base64, (a) => btoa(String.fromCharCode(...new TextEncoder().encode(a)))),
    one(word, sha256, hashOf),
    one(word, lower, (a) => inAscii(a, (letter) => letter.toLowerCase())),
    one(word, upper, (a) => inAscii(a, (letter) => letter.toUpperCase())),
    one(
      word,
      (a) => trim(interpolate` \n${a}\t`),
      (a) => a.trim(),
    ),
    one(
      word,
      (a) => truncate(a, 3),
      (a) => Array.from(a).slice(0, 3).join(''),
    ),
    both(
      word,
      word,
      (a, b) => replace(a, 'o', b),
      (a, b) => a.split('o').join(b),
    ),
    both(list, word, join, (a, b) => a.join(b)),
    both(
      map,
      word,
      (a, b) => textAt(a, 'b', b),
      (a, b) => ('b' in a ? (a['b'] ?? '') : b),
    ),
    both(
      map,
      items,
      (a, b) => toJson({ b, a }),
      (a, b) => JSON.stringify({ a: sorted(a), b }),
    ),
    both(
      count,
      list,
      (a, b) => toYaml({ b, a }),
      (a, b) => {
        const items = b.map((text) => `\n  - ${JSON.stringify(text)}`);
        return `"a": ${String(a)}\n"b":${b.length === 0 ? ' []' : items.join('')}`;
      },
    ),
    both(
      word,
      on,
      (a, b) => toIni({ s: { a, if: optional(b, 1) } }),
      (a, b) => `[s]\na = ${a.replace(/\r/g, '\\r').replace(/\n/g, '\\n')}\n${b ? 'if = 1\n' : ''}`,
    ),
  ];
}

export function integerTerms({ count }: Pick<Ties, 'count'>): readonly fc.Arbitrary<Term<number>>[] {
  return [
    both(count, count, add, (a, b) => within(BigInt(a) + BigInt(b))),
    both(count, count, subtract, (a, b) => within(BigInt(a) - BigInt(b))),
    both(count, count, multiply, (a, b) => within(BigInt(a) * BigInt(b))),
    both(count, count, divide, (a, b) => (b === 0 ? 0 : Number(BigInt(a) / BigInt(b)))),
    both(count, count, modulo, (a, b) => (b === 0 ? 0 : Number(BigInt(a) % BigInt(b)))),
    both(count, count, min, (a, b) => (a < b ? a : b)),
    both(count, count, max, (a, b) => (a < b ? b : a)),
    one(
      count,
      (a) => quantityIn(interpolate`${max(a, 0)}Mi`, 'Ki'),
      (a) => within(BigInt(a < 0 ? 0 : a) * 1024n),
    ),
  ];
}

export function conditionTerms({ word, count, on, map }: Ties): readonly fc.Arbitrary<Term<boolean>>[] {
  return [
    both(
      count,
      count,
      (a, b) => equals(a, b),
      (a, b) => a === b,
    ),
    both(
      on,
      on,
      (a, b) => equals(a, b),
      (a, b) => a === b,
    ),
    both(count, count, lessThan, (a, b) => a < b),
    both(count, count, lessOrEqual, (a, b) => a <= b),
    both(word, word, contains, (a, b) => a.indexOf(b) >= 0),
    both(word, word, startsWith, (a, b) => a.slice(0, b.length) === b),
    both(word, word, endsWith, (a, b) => b === '' || a.slice(-b.length) === b),
    both(map, word, hasKey, (a, b) => Object.keys(a).includes(b)),
  ];
}

export function listTerms({ word, map }: Ties): readonly fc.Arbitrary<Term<readonly string[]>>[] {
  return [
    one(
      word,
      (a) => split(a, 'o'),
      (a) => a.split('o'),
    ),
    both(
      map,
      word,
      (a, b) => eachEntry(a, 'string', (key, value) => interpolate`${key}${value}${b}`),
      (a, b) => Object.entries(sorted(a)).map(([key, value]) => key + value + b),
    ),
  ];
}
