import * as fc from 'fast-check';
import {
  type Expr,
  type Json,
  type Tree,
  type TreeMap,
  and,
  shortenName,
  concat,
  each,
  equals,
  atMost,
  hasItem,
  firstMissing,
  firstShared,
  textsAt,
  fileText,
  firstNonEmpty,
  ifElse,
  isSet,
  merge,
  mergeByName,
  namedItems,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  or,
  replaceEnding,
  interpolate,
} from '../../../src/engine/expr';
import {
  ENDINGS,
  type Item,
  type Leaf,
  type Term,
  type Texts,
  both,
  cut,
  item,
  keys,
  lastOfEachName,
  leafOf,
  one,
  sorted,
  words,
  worth,
} from './term';
import { conditionTerms, integerTerms, listTerms, textTerms } from './function-terms';

interface Terms {
  readonly words: Term<string>;
  readonly count: Term<number>;
  readonly on: Term<boolean>;
  readonly map: Term<Texts>;
  readonly list: Term<readonly string[]>;
  readonly items: Term<readonly Item[]>;
}

const namesIn = (items: Expr<readonly Item[]>): Expr<readonly string[]> => textsAt(items, ['name']);

/** Terms of every type, over every operation. */
const TERMS = fc.letrec<Terms>((tie: fc.LetrecTypedTie<Terms>) => {
  const [word, count, on] = [tie('words'), tie('count'), tie('on')];
  const [map, list, items] = [tie('map'), tie('list'), tie('items')];
  const ties = { word, count, on, map, list, items };
  const oneOf = <T extends Json>(...terms: fc.Arbitrary<Term<T>>[]): fc.Arbitrary<Term<T>> =>
    fc.oneof({ maxDepth: 3, depthSize: 'small', withCrossShrink: true }, ...terms);
  const choose = <T extends string | number | boolean>(term: fc.Arbitrary<Term<T>>): fc.Arbitrary<Term<T>> =>
    fc.tuple(on, term, term).map(([c, a, b]) => ({
      want: c.want ? a.want : b.want,
      make: (leaf) => ifElse(c.make(leaf), a.make(leaf), b.make(leaf)),
    }));
  return {
    words: oneOf<string>(
      leafOf(words, 'string'),
      both(
        word,
        count,
        (a, b) => interpolate`<${a}>${b}%`,
        (a, b) => `<${a}>${String(b)}%`,
      ),
      both(
        word,
        word,
        (a, b) => interpolate`${a}${b}`,
        (a, b) => a + b,
      ),
      both(
        word,
        word,
        (a, b) => firstNonEmpty(a, '', b),
        (a, b) => (a === '' ? b : a),
      ),
      choose(word),
      one(
        word,
        (a) => shortenName(a, 10),
        (a) => cut(a, 10),
      ),
      both(list, list, firstMissing, (a, b) => a.find((text) => !b.includes(text)) ?? ''),
      both(list, list, firstShared, (a, b) => a.find((text) => b.includes(text)) ?? ''),
      one(
        word,
        (a) => replaceEnding(a, ENDINGS),
        (a) => a.replace(/Mi$/, ENDINGS.Mi).replace(/k$/, ENDINGS.k),
      ),
      both(
        word,
        count,
        (a, b) => fileText('f', '@{a} @{b} @{a}', { '@{a}': a, '@{b}': b }),
        (a, b) => [a, b, a].join(' '),
      ),
      one(
        word,
        (a) => namedTemplate('word', a),
        (a) => a,
      ),
      ...textTerms(ties),
    ),
    count: oneOf<number>(
      leafOf(fc.integer(), 'integer'),
      choose(count),
      one(
        count,
        (a) => namedTemplate('count', a),
        (a) => a,
      ),
      ...integerTerms(ties),
    ),
    on: oneOf<boolean>(
      leafOf(fc.boolean(), 'boolean'),
      both(word, word, equals, (a, b) => a === b),
      ...conditionTerms(ties),
      both(
        word,
        word,
        (a, b) => atMost(a, b, { '': '1', k: '1000', Mi: '1048576' }),
        (a, b) => worth(a) <= worth(b),
      ),
      both(
        items,
        word,
        (a, b) => hasItem(a, 'value', b),
        (a, b) => a.some(({ value }) => value === b),
      ),
      one(on, not, (a) => !a),
      both(
        on,
        on,
        (a, b) => and(a, b),
        (a, b) => a && b,
      ),
      both(
        on,
        on,
        (a, b) => or(a, b),
        (a, b) => a || b,
      ),
      one(word, isSet, (a) => a.length > 0),
      one(count, isSet, () => true),
      one(map, nonEmpty, (a) => Object.keys(a).length > 0),
      one(list, nonEmpty, (a) => a.length > 0),
      choose(on),
    ),
    map: oneOf<Texts>(
      leafOf(fc.dictionary(keys, words, { maxKeys: 3 }), 'map'),
      both(
        word,
        map,
        (a, b) => merge({ fixed: a, z: 'z' }, b),
        (a, b) => ({ fixed: a, z: 'z', ...sorted(b, ['fixed', 'z']) }),
      ),
      both(
        map,
        map,
        (a, b) => merge({}, a, b),
        (a, b) => sorted({ ...a, ...b }),
      ),
      one(
        map,
        (a) => namedTemplate('map', a),
        (a) => a,
      ),
    ),
    list: oneOf<readonly string[]>(
      leafOf(fc.array(words, { maxLength: 3 }), 'list'),
      both(
        list,
        list,
        (a, b) => concat(a, b),
        (a, b) => [...a, ...b],
      ),
      both(
        list,
        word,
        (a, b) => concat([b], a),
        (a, b) => [b, ...a],
      ),
      both(
        on,
        word,
        (a, b) => concat([optional(a, b), 'x']),
        (a, b) => (a ? [b, 'x'] : ['x']),
      ),
      both(
        on,
        list,
        (a, b) => concat([optional(a, 'x', 'y')], b),
        (a, b) => [a ? 'x' : 'y', ...b],
      ),
      both(
        list,
        word,
        (a, b) => each(a, 'string', (of) => interpolate`${of}${b}`),
        (a, b) => a.map((of) => of + b),
      ),
      one(
        list,
        (a) => each(a, 'string', (of) => optional(isSet(of), of)),
        (a) => a.filter((of) => of !== ''),
      ),
      one(items, namesIn, (a) => a.map(({ name }) => name)),
      ...listTerms(ties),
      one(
        items,
        (a) => each(a, 'map', () => 'x'),
        (a) => a.map(() => 'x'),
      ),
    ),
    items: oneOf<readonly Item[]>(
      leafOf(fc.array(item, { maxLength: 4 }), 'list'),
      both(
        items,
        items,
        (a, b) => mergeByName(a, b),
        (a, b) => lastOfEachName([...a, ...b]),
      ),
      both(
        word,
        items,
        (a, b) => mergeByName([{ name: 'b', value: a }], b),
        (a, b) => lastOfEachName([{ name: 'b', value: a }, ...b]),
      ),
      both(
        word,
        map,
        (a, b) => namedItems<TreeMap>({ c: { value: a, name: 'lost' }, a: { value: 'x' }, b }),
        (a, b): readonly Item[] => [
          { name: 'a', value: 'x' },
          { name: 'b', ...(b as { readonly value: string }) },
          { name: 'c', value: a },
        ],
      ),
      one(
        items,
        (a) => namedTemplate('items', a),
        (a) => a,
      ),
    ),
  };
});

/** A term of any type. */
const anyTerm: fc.Arbitrary<Term<Json>> = fc.oneof(...Object.values(TERMS)) as fc.Arbitrary<Term<Json>>;

/** Trees with terms in their fields, some of which are there only under a condition. */
export const trees: fc.Arbitrary<{ readonly make: (leaf: Leaf) => Tree; readonly want: Json }> = fc
  .array(fc.tuple(fc.constantFrom('always', 'if', 'else'), TERMS.on, anyTerm, anyTerm), { minLength: 1, maxLength: 3 })
  .map((fields) => {
    const make = (leaf: Leaf): readonly Tree[] =>
      fields.map(([how, on, a, b]) => {
        if (how === 'always') return a.make(leaf);
        if (how === 'if') return optional(on.make(leaf), a.make(leaf));
        return optional(on.make(leaf), a.make(leaf), { deep: [b.make(leaf)] });
      });
    const want = fields.map(([how, on, a, b]): Json | undefined => {
      if (how === 'always' || on.want) return a.want;
      return how === 'if' ? undefined : { deep: [b.want] };
    });
    const keyed = <T>(list: readonly T[]): Readonly<Record<string, T>> =>
      Object.fromEntries(list.map((value, i) => [`f${String(i)}`, value]));
    const present = Object.entries(keyed(want)).filter((entry): entry is [string, Json] => entry[1] !== undefined);
    return {
      make: (leaf) => ({ map: keyed(make(leaf)), list: make(leaf), none: undefined }),
      want: { map: Object.fromEntries(present), list: present.map(([, value]) => value) },
    };
  });
