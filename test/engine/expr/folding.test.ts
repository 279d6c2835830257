import {
  type Expr,
  type Json,
  type Op,
  type Tree,
  type Value,
  NOT_YET_KNOWN,
  and,
  builtin,
  concat,
  each,
  entry,
  equals,
  atMost,
  hasItem,
  firstMissing,
  firstShared,
  textsAt,
  evaluate,
  fileText,
  firstNonEmpty,
  ifElse,
  ifSet,
  isConcrete,
  isExpr,
  isSet,
  isTreeMap,
  toExpr,
  literal,
  literalOf,
  merge,
  mergeByName,
  namedItems,
  mergeShared,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  or,
  simplify,
  ref,
  replaceEnding,
  interpolate,
  interpolateParts,
  unlessEmpty,
} from '../../../src/engine/expr';

type Texts = Readonly<Record<string, string>>;

const word = ref<string>(['word'], 'string');
const on = ref<boolean>(['on'], 'boolean');
const off = ref<boolean>(['off'], 'boolean');
const map = ref<Texts>(['map'], 'map');
const list = ref<readonly string[]>(['list'], 'list');

/** An expression in one line: its operation, and what it is of. */
function show(tree: unknown): string {
  if (Array.isArray(tree)) return `[${tree.map(show).join(', ')}]`;
  if (isTreeMap(tree as Tree))
    return `{${Object.entries(tree as object)
      .map(([key, value]) => `${key}: ${show(value)}`)
      .join(', ')}}`;
  if (!isExpr(tree)) return JSON.stringify(tree);
  if (tree.node.op === 'ref') return tree.node.path.join('.');
  const { op, ...rest } = tree.node;
  return `${op}(${Object.values(rest).map(show).join(', ')})`;
}

function opOf(expr: Tree): Op['op'] | 'known' {
  return isExpr(expr) && !isConcrete(expr) ? expr.node.op : 'known';
}

describe('a condition that does not depend on Helm is known now:', () => {
  test.each<[string, Expr<boolean>, boolean]>([
    ['no condition at all holds', and(), true],
    ['of no conditions none holds', or(), false],
    ['one false of several', and(on, false), false],
    ['one true of several', or(true, on), true],
    ['a list with an item is not empty, whatever stands beside it', nonEmpty(concat(['x'], list)), true],
    ['an empty list', nonEmpty([]), false],
    ['an empty map', nonEmpty({}), false],
    ['a map whose only field is absent', nonEmpty({ a: undefined, b: optional(false, 'x') }), false],
    ['a map with a field, whatever it is', nonEmpty({ a: word }), true],
    ['a field that is one thing or the other', nonEmpty({ a: optional(on, 'x', 'y') }), true],
    ['fixed entries beside others', nonEmpty(merge({ a: 'b' }, map)), true],
    ['a named list', nonEmpty(namedTemplate('n', literal(['x']))), true],
    ['a known text is set', isSet('x'), true],
    ['a known number is set, though it be 0', isSet(0), true],
    ['nothing is not set', isSet(''), false],
  ])('%s', (_, condition, want) => {
    expect(literalOf(condition)).toBe(want);
  });

  test('what is left of a condition is no more than what is not known', () => {
    expect(and(true, on)).toBe(on);
    expect(or(false, on)).toBe(on);
    expect(literalOf(and(on, true))).toBe(NOT_YET_KNOWN);
    expect(show(and(on, and(off, on)))).toBe('and([on, off, on])');
    expect(show(or(on, or(off, on)))).toBe('or([on, off, on])');
    expect(show(and(on, or(off, on)))).toBe('and([on, or([off, on])])');
  });

  test('a collection that may be empty asks what decides on it', () => {
    expect(nonEmpty([optional(on, 'x')])).toBe(on);
    expect(show(nonEmpty({ a: optional(on, 'x'), b: optional(off, 'y') }))).toBe('or([on, off])');
    expect(show(nonEmpty(each(list, 'string', () => 'x')))).toBe('nonEmpty(list)');
    expect(show(nonEmpty(merge({}, map)))).toBe('nonEmpty(map)');
    expect(show(nonEmpty(mergeByName(list, [])))).toBe('nonEmpty(list)');
    expect(show(nonEmpty(concat(list, list)))).toBe('or([nonEmpty(list), nonEmpty(list)])');
    expect(show(nonEmpty(namedTemplate('n', list)))).toBe('nonEmpty(list)');
    expect(show(nonEmpty(optional(on, map)))).toBe('and([on, nonEmpty(map)])');
  });
});

describe('an entry of a map of texts', () => {
  test('is known with the map, and empty where there is none of that name', () => {
    const known = merge({ a: 'x', b: word });
    expect(['a', 'b', 'c', 'toString'].map((key) => show(simplify(entry(known, key))))).toEqual([
      '"x"',
      'word',
      '""',
      '""',
    ]);
  });

  test('of a value is one too; of what only Helm computes it is refused', () => {
    const found = entry(map, 'a');
    expect([show(found), found.type]).toEqual(['map.a', 'string']);
    expect(() => entry(merge({}, map, map), 'a')).toThrow('a: expected a map that is known, or a value, got merge');
  });
});

describe('an operation is kept for Helm when one of its values is', () => {
  test.each<[Op['op'], Expr]>([
    ['interpolate', interpolate`a${word}`],
    ['firstNonEmpty', firstNonEmpty(word, 'x')],
    ['ifElse', ifElse(on, 1, 2)],
    ['equals', equals('x', word)],
    ['atMost', atMost('1', word, { '': '1' })],
    ['hasItem', hasItem([{ a: word }], 'a', 'b')],
    ['textsAt', textsAt([{ a: word }], ['a'])],
    ['firstText', firstMissing(list, ['a'])],
    ['firstText', firstShared(['a'], list)],
    ['not', not(on)],
    ['isSet', isSet(word)],
    ['replaceEnding', replaceEnding(word, { a: 'b' })],
    ['fileText', fileText('f', 'a @ b', { '@': word })],
    ['optional', optional(on, 'x')],
    ['optional', ifSet(word)],
    ['optional', unlessEmpty(list)],
    ['merge', merge({ a: word }, map)],
    ['merge', merge({}, literal({ a: 'b' }), map)],
    ['concat', concat(list, ['x'])],
    ['mergeByName', mergeByName(list)],
    ['namedItems', namedItems(map)],
    ['namedItems', namedItems({ a: map })],
    ['each', each(list, 'string', (item) => item)],
    ['namedTemplate', namedTemplate('n', word)],
    ['builtin', builtin('releaseName')],
  ])('%s', (op, expr) => {
    expect(opOf(expr)).toBe(op);
  });
});

describe('what needs no operation is none:', () => {
  test.each<[string, Expr, unknown]>([
    ['lists of which one has items', concat([], list, []), list],
    ['a value of which nothing is asked', ifElse(true, word, 'x'), word],
    ['a map with nothing beside it', toExpr(map), map],
  ])('%s', (_, expr, want) => {
    expect(expr).toBe(want);
  });

  test.each<[string, Tree, unknown]>([
    ['no lists', concat(), []],
    ['empty lists', mergeByName([], literal([])), []],
    ['no entries', namedItems({}), []],
    [
      'entries in order, of which each has its key as its name, and none but maps count',
      namedItems<Tree>({ b: { v: 1, name: 'x' }, a: {}, c: null }),
      [{ name: 'a' }, { v: 1, name: 'b' }],
    ],
    ['no maps', merge({ a: 'b', c: undefined }), { a: 'b' }],
    ['empty maps', merge({ a: 'b' }, {}, literal({})), { a: 'b' }],
    ['a condition that holds', optional(true, { a: 'b' }), { a: 'b' }],
    ['one that does not', optional(false, 'a', 'b'), 'b'],
    ['a named value', namedTemplate('n', interpolate`a${'b'}`), 'ab'],
    [
      'nothing in a text',
      interpolateParts([literal(undefined), '-', literal(null), literal(1.5), literal(true)]),
      '-1.5true',
    ],
    [
      'names beside a known list',
      mergeByName(namedTemplate('n', literal([{ name: 'a', v: 1 }])), [{ name: 'a', v: 2 }]),
      [{ name: 'a', v: 2 }],
    ],
  ])('%s', (_, tree, want) => {
    expect([opOf(tree), simplify(tree)]).toEqual(['known', want]);
  });

  test('neighbours in a text are one piece, and a named piece stays one', () => {
    const title = namedTemplate('title', interpolate`T${'!'}`);
    expect(show(interpolate`${'a'}b${literal('c')}${word}${1}${'d'}`)).toBe('interpolate(["abc", word, "1d"])');
    expect(show(interpolate`a${title}`)).toBe('literal("aT!")');
    expect(show(interpolate`a${title}b${word}c`)).toBe(
      'interpolate(["a", namedTemplate("title", literal("T!")), "b", word, "c"])',
    );
  });
});

test('items that may be absent give items that may be', () => {
  const items = each(
    literal([optional(on, 'a'), optional(off, 'b', 'c'), 'd']) as Value<readonly string[]>,
    'string',
    (item) => interpolate`<${item}>`,
  );
  const meaning = (values: Json): unknown => evaluate(items, { values, builtins: { releaseName: '', namespace: '' } });
  expect(meaning({ on: true, off: true })).toEqual(['<a>', '<b>', '<d>']);
  expect(meaning({ on: false, off: false })).toEqual(['<c>', '<d>']);
});

describe('shared entries', () => {
  const shared = namedTemplate('shared', literal({ a: '1' }));

  test('come first and stay known by their name', () => {
    const merged = mergeShared(shared, { b: word }, map);
    expect(show(merged)).toBe(
      'merge({a: "1", b: word}, [map], {op: "namedTemplate", name: "shared", of: literal({a: "1"})})',
    );
    expect(merged.type).toBe('map');
  });

  test('are plain entries where no map is beside them', () => {
    expect(show(mergeShared(shared, { b: 'x' }))).toBe('literal({a: "1", b: "x"})');
    expect(show(mergeShared(shared, {}, literal({ c: 'y' })))).toBe('literal({a: "1", c: "y"})');
  });

  test('need a name', () => {
    expect(() => mergeShared(map, {})).toThrow('shared entries need a name');
  });
});

describe('what can never mean anything is refused:', () => {
  test.each<[string, () => unknown, string]>([
    [
      'an ending that ends in another',
      () => replaceEnding(word, { Mi: 'x', i: 'y' }),
      'the ending "Mi" ends in another one',
    ],
    [
      'a replacement that ends in an ending',
      () => replaceEnding(word, { a: 'b', c: 'xa' }),
      'the ending "xa" ends in another one',
    ],
    ['an empty ending', () => replaceEnding(word, { '': '' }), 'the ending "" ends in another one'],
    [
      'a marker that is not there',
      () => fileText('f.txt', 'a @{b}', { '@{c}': word }),
      'fileText: holes: expected markers that are in f.txt, got "@{c}"',
    ],
    [
      'an empty marker',
      () => fileText('f.txt', 'a', { '': word }),
      'fileText: holes: expected markers that are in f.txt, got ""',
    ],
    ['a text as a collection', () => nonEmpty('a'), 'nonEmpty: collection: expected a map or a list, got "a"'],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test('but an ending may become itself with more behind it', () => {
    expect(literalOf(replaceEnding('1M', { M: 'M', k: '000' }))).toBe('1M');
  });
});
