import {
  type Placement,
  type TreeMap,
  add,
  and,
  base64,
  concat,
  contains,
  divide,
  each,
  eachEntry,
  endsWith,
  equals,
  hasKey,
  ifElse,
  ifSet,
  interpolate,
  join,
  lessOrEqual,
  lessThan,
  literal,
  lower,
  max,
  merge,
  min,
  modulo,
  multiply,
  namedTemplate,
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
  unlessEmpty,
  upper,
} from '../../src/engine/expr';
import type { Handles } from '../../src/engine/values';
import type { ALGEBRA_VALUES } from './algebra';

/** Letters whose case is not the same matter in all languages, and characters of more than one unit. */
const ODD = 'aZ \u0130\u0131\u00df\u017f\u03a3\u03c2\u01c5\ufb01\u{10400}\u{1f600}';
/** Spaces of Unicode. */
const SPACES = '\t\n\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\u200b ';

/** Fields that use every function of values. */
export function functionFields(values: Handles<typeof ALGEBRA_VALUES>, placement: Placement): TreeMap {
  return {
    encoded: encodings(values, placement),
    words: words(values),
    integers: integers(values),
    lookups: lookups(values),
  };
}

function encodings(values: Handles<typeof ALGEBRA_VALUES>, { releaseName }: Placement): TreeMap {
  const { word, other, count, ratio, surge, user, on1, on2, map1, map2, list1, list2, items, free } = values;
  const config = {
    word,
    'key "of" <a>': [other, count, ratio, surge, user, on1, null, 'a\u2028<&>\\"\n'],
    flag: optional(on1, { deep: [word, optional(on2, other)] }),
    free,
    map2,
    items,
    empty: [{}, [], [[word]], [{ a: [{}] }]],
    // Keys that JavaScript puts first, and that are in another order in UTF-16.
    ...{ '10': 'a', '9': 'b', '\uffee': 'c', '\u{1f600}': 'd' },
  };
  const loops = {
    list: unlessEmpty(each(list1, 'string', (item) => ({ item, deep: toJson([item, word]) }))),
    merged: merge({ fixed: word }, map1),
    release: releaseName,
  };
  return {
    base64: [base64(word), base64(interpolate`${ODD}${other}`), base64(interpolate`${count}`)],
    sha256: sha256(toJson(config)),
    json: [toJson(config), toJson(free), toJson(list2), toJson(word), toJson(loops), toJson(concat(list1, list2))],
    yaml: [toYaml(config), toYaml(free), toYaml(list2), toYaml(word), toYaml(loops)],
    looped: unlessEmpty(
      each(list1, 'string', (one) =>
        toJson([
          one,
          each(list2, 'string', (two) => ({ one, two, deep: toYaml([optional(on1, one), two]) })),
          optional(equals(one, word), { one }),
        ]),
      ),
    ),
    ini: toIni({
      '': { word, count },
      'a b': { other, on1, 'set.if': optional(on2, word), user: ifSet(user), known: 'a\r\nb = c', none: undefined },
    }),
  };
}

function words({ word, other, name, list1, list2, on1, count }: Handles<typeof ALGEBRA_VALUES>): TreeMap {
  return {
    cases: [lower(word), upper(word), lower(interpolate`${ODD}${word}`), upper(interpolate`${ODD}${word}`)],
    trimmed: [trim(word), trim(interpolate`${SPACES}${word}${SPACES}`), trim(interpolate`\u200b${other}`)],
    truncated: [0, 1, 3, 250].map((length) => truncate(interpolate`${word}${ODD}`, length)),
    replaced: [replace(word, 'o', other), replace(word, '\n', '\\n'), replace(interpolate`a.a${word}`, 'a.', '$&')],
    split: [split(word, 'o'), split(other, ': '), split(interpolate`${word},${other}`, ',')],
    joined: [
      join(list1, ','),
      join(concat(list1, [word, optional(on1, other)], split(word, ' ')), other),
      join(
        each(list1, 'string', (item) => interpolate`<${item}>`),
        '',
      ),
    ],
    found: [
      contains(word, 'o'),
      contains(interpolate`${word}${other}`, word),
      contains(word, other),
      startsWith(word, 'o'),
      startsWith(word, other),
      endsWith(word, 'n'),
      endsWith(word, name),
    ],
    equal: [equals(count, 0), equals(on1, true), equals(join(list1, ','), join(list2, ','))],
  };
}

function integers({ count, share, wide, ratio, memory, word, on1, on2 }: Handles<typeof ALGEBRA_VALUES>): TreeMap {
  const square = multiply(count, count);
  const huge = multiply(square, square);
  const units = ['', 'm', 'k', 'M', 'Ki', 'Mi', 'Gi', 'E', 'n'] as const;
  return {
    sums: [add(count, 1), add(count, share), subtract(count, share), subtract(1, count), add(huge, huge)],
    products: [multiply(count, 1000), multiply(count, share), huge, multiply(huge, share), subtract(huge, share)],
    quotients: [divide(count, 7), divide(count, share), divide(huge, -3), divide(count, 0), divide(1, count)],
    rests: [modulo(count, 7), modulo(count, share), modulo(huge, -3), modulo(count, 0), modulo(1, count)],
    bounds: [min(count, share), max(count, share), max(count, -1), min(huge, 5)],
    wide: [
      ...[add(wide, 1), add(wide, wide), subtract(count, wide), multiply(wide, count), multiply(wide, wide)],
      ...[divide(wide, 7), modulo(wide, 7), min(wide, count), max(wide, count), lessThan(wide, count)],
    ],
    chosen: add(ifElse(on1, count, namedTemplate('share', literal(3))), 1),
    order: [
      lessThan(count, share),
      lessThan(ratio, count),
      lessThan(ratio, 0.5),
      lessOrEqual(count, share),
      lessOrEqual(0.5, ratio),
    ],
    nested: optional(and(lessThan(0, count), on2), interpolate`${add(count, 1)}`),
    quantities: units.map((unit) => quantityIn(memory, unit)),
    texts: [quantityIn(word, 'Mi'), quantityIn(interpolate`${count}Mi`, 'Gi')],
    encoded: toJson({ sum: add(count, 1), huge, heap: divide(quantityIn(memory, 'Mi'), 2) }),
  };
}

function lookups({ word, other, map1, map2, map3, items }: Handles<typeof ALGEBRA_VALUES>): TreeMap {
  return {
    keys: [hasKey(map1, 'fixed'), hasKey(map2, word), hasKey(merge({ on: word }, map1), word), hasKey(map3, 'on')],
    found: [
      textAt(map1, 'fixed', 'none'),
      textAt(map2, word, other),
      textAt({ on: other, word: 'w', n: 1 }, word, 'none'),
      textAt(merge({ on: other }, map1), word, other),
      textAt(map3, word, 'a map is no text'),
    ],
    entries: unlessEmpty(
      eachEntry(map1, 'string', (key, value) => ({ key, value, both: interpolate`${key}=${value}` })),
    ),
    known: eachEntry({ b: word, a: 'x' }, 'string', (key, value) => interpolate`${key}=${value}`),
    fields: unlessEmpty(each(items, 'map', (item) => textAt(item, 'value', word))),
    names: join(
      eachEntry(map3, 'map', (key, value) => interpolate`${key}${hasKey(value, 'value')}`),
      ' ',
    ),
  };
}
