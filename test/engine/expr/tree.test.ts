import {
  type Tree,
  NOT_YET_KNOWN,
  and,
  builtin,
  concat,
  each,
  equals,
  evaluate,
  fileText,
  firstNonEmpty,
  ifElse,
  isConcrete,
  isExpr,
  isSet,
  isTreeList,
  isTreeMap,
  literal,
  literalOf,
  merge,
  mergeByName,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  simplify,
  ref,
  replaceEnding,
  shortenName,
  interpolate,
  HELM_PLACEMENT,
  typeOf,
} from '../../../src/engine/expr';

type Texts = Readonly<Record<string, string>>;

const word = ref<string>(['word'], 'string');
const on = ref<boolean>(['on'], 'boolean');
const off = ref<boolean>(['off'], 'boolean');
const map = ref<Texts>(['map'], 'map');
const list = ref<readonly string[]>(['list'], 'list');

describe('a tree', () => {
  test.each<[Tree | undefined, string, boolean, boolean]>([
    ['a', 'string', false, false],
    [1, 'integer', false, false],
    [1.5, 'number', false, false],
    [true, 'boolean', false, false],
    [[], 'list', true, false],
    [{}, 'map', false, true],
    [null, 'map', false, false],
    [undefined, 'map', false, false],
  ])('%j is a %s', (tree, type, isList, isMap) => {
    expect([typeOf(tree), literal(tree).type, isTreeList(tree), isTreeMap(tree)]).toEqual([type, type, isList, isMap]);
  });

  test('of an expression has its type, and is neither list nor map before Helm runs', () => {
    expect([typeOf(map), isTreeMap(map), isTreeList(list), isExpr(map), isExpr({})]).toEqual([
      'map',
      false,
      false,
      true,
      false,
    ]);
    expect(
      [and(on, off), each(list, 'string', () => 1), optional(on, 'x'), ifElse(on, 1, 2), namedTemplate('n', map)].map(
        typeOf,
      ),
    ).toEqual(['boolean', 'list', 'string', 'integer', 'map']);
    expect(
      [
        interpolate`${word}`,
        firstNonEmpty(word),
        equals(word, ''),
        not(on),
        isSet(word),
        nonEmpty(map),
        merge({}, map, map),
        concat(list, list),
        replaceEnding(word, {}),
        fileText('f', '@', { '@': word }),
        builtin('releaseName'),
      ].map(typeOf),
    ).toEqual([
      'string',
      'string',
      'boolean',
      'boolean',
      'boolean',
      'boolean',
      'map',
      'list',
      'string',
      'string',
      'string',
    ]);
  });

  test('that is symbolic somewhere is not known', () => {
    expect([{ a: [word] }, [{ a: word }], literal({ a: word }), namedTemplate('n', word)].map(isConcrete)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(
      [{ a: ['b'] }, literal([literal('a')]), namedTemplate('n', literal('a')), undefined].map(isConcrete),
    ).toEqual([true, true, true, true]);
    expect([literalOf(namedTemplate('n', literal({ a: literal('b') }))), literalOf(word)]).toEqual([
      { a: 'b' },
      NOT_YET_KNOWN,
    ]);
  });

  test('keeps null, and loses what is undefined', () => {
    expect(simplify({ a: null, b: undefined, c: [undefined, literal(undefined), null] as readonly Tree[] })).toEqual({
      a: null,
      c: [null],
    });
    expect(evaluate({ a: null, b: undefined }, { values: {}, builtins: { releaseName: '', namespace: '' } })).toEqual({
      a: null,
    });
  });
});

describe('an expression reads', () => {
  const environment = {
    values: {
      a: { 'b.c': ['x'] },
      n: null,
      t: 'Mi',
      size: '5Mi',
      i: 7,
      long: 'a-b----cccccccccccccccc',
      m: { x: '1' },
      on: true,
      off: false,
    },
    builtins: { releaseName: 'r', namespace: 'ns' },
  };

  test.each<[string, Tree, unknown]>([
    ['a value at a path', ref(['a', 'b.c'], 'list'), ['x']],
    ['nothing where no value is', ref(['a', 'x', 'y'], 'string'), undefined],
    ['nothing in what is no map', ref(['a', 'b.c', '0'], 'string'), undefined],
    ['nothing below null', ref(['n', 'x'], 'string'), undefined],
    ['the name of the release', builtin('releaseName'), 'r'],
    ['its namespace', builtin('namespace'), 'ns'],
    ['no text as empty text', interpolate`<${ref<string>(['none'], 'string')}>`, '<>'],
    ['no list as an empty one', concat(ref(['none'], 'list'), ref(['a', 'b.c'], 'list')), ['x']],
    ['no map as an empty one', merge({ k: 'v' }, ref(['none'], 'map')), { k: 'v' }],
    ['nothing as false', not(ref(['none'], 'boolean')), true],
    ['equal texts as equal', equals(ref<string>(['t'], 'string'), 'Mi'), true],
    ['unequal ones as not', equals(ref<string>(['t'], 'string'), 'mi'), false],
    ['a number as the text that it is', equals(ref<number>(['i'], 'integer'), 7), true],
    [
      'a text of which the ending is replaced',
      replaceEnding(ref(['size'], 'string'), { k: '000', Mi: ' MiB' }),
      '5 MiB',
    ],
    ['a text of which it is not', replaceEnding(ref(['t'], 'string'), { M: 'x', k: '000' }), 'Mi'],
    [
      'a long name that is cut behind its last letter or digit',
      shortenName(ref(['long'], 'string'), 16),
      'a-b-7e491ece',
    ],
    ['a name as long as allowed', shortenName(ref(['long'], 'string'), 23), 'a-b----cccccccccccccccc'],
    ['what is no text as empty text', firstNonEmpty(ref(['none'], 'string'), ref(['i'], 'integer')), '7'],
    ['options that are all empty as empty text', firstNonEmpty(ref(['none'], 'string'), ''), ''],
    ['no map among maps as an empty one', merge({}, ref(['none'], 'map'), ref(['m'], 'map')), { x: '1' }],
    [
      'an item that may be left out',
      each(ref<readonly string[]>(['a', 'b.c'], 'list'), 'string', (of) => optional(equals(of, 'y'), of)),
      [],
    ],
    [
      'a list of which every item is left out as empty',
      nonEmpty(each(ref<readonly string[]>(['a', 'b.c'], 'list'), 'string', (of) => optional(equals(of, 'y'), of))),
      false,
    ],
    ['a list whose one item hangs on two conditions as empty', nonEmpty([optional(on, optional(off, 'x'))]), false],
    ['a list whose other item hangs on one as empty', nonEmpty([optional(off, 'x', optional(off, 'y'))]), false],
    ['a list with one item or another as not empty', nonEmpty([optional(off, 'x', 'y')]), true],
    ['no collection as an empty one', nonEmpty(ref(['none'], 'map')), false],
    [
      'items that are no maps as one without a name',
      mergeByName(ref(['a', 'b.c'], 'list'), ['y', { name: 'z' }]),
      ['y', { name: 'z' }],
    ],
  ])('%s', (_, tree, want) => {
    expect(evaluate(tree, environment)).toEqual(want);
  });
});

test('a chart is placed where Helm says', () => {
  const { releaseName, namespace } = HELM_PLACEMENT;
  expect(evaluate([releaseName, namespace], { values: {}, builtins: { releaseName: 'r', namespace: 'n' } })).toEqual([
    'r',
    'n',
  ]);
});

describe('JavaScript that reads an expression', () => {
  const trap = 'a value that only Helm knows must not be read while the model is built';

  test.each<[string, () => unknown, string]>([
    ['spreads it into an object', () => ({ ...(map as object) }), 'spread {...value}; use merge'],
    [
      'spreads it into a list',
      () => [...(list as never as readonly string[])],
      'iteration [...value]; use concat or each',
    ],
    ['puts it into a text', () => `<${word as never as string}>`, 'coercion to text or number; use interpolate`...`'],
    ['calculates with it', () => Number(word), 'coercion to text or number; use interpolate`...`'],
    ['prints it as JSON', () => JSON.stringify({ word }), 'JSON.stringify; use evaluate'],
  ])('and %s is refused, with what to use instead', (_, misuse, use) => {
    expect(misuse).toThrow(new Error(`${trap}: ${use} of the value algebra instead`));
  });

  test('finds the trap before all else, whatever enumerates it', () => {
    expect(Object.keys(word)[0]).toBe('spread');
    for (const read of [Object.values, Object.entries, structuredClone, (given: object) => Object.assign({}, given)])
      expect(() => read(word) as unknown).toThrow(trap);
  });
});
