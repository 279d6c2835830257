import * as fc from 'fast-check';
import { type Json, literalOf, ref } from '../../../src/engine/expr';
import {
  at,
  bool,
  concreteHandles,
  defaultsOf,
  fillDefaults,
  isMap,
  labels,
  leavesOf,
  manifest,
  section,
  symbolicHandles,
  text,
  textList,
  typescriptInterfaces,
} from '../../../src/engine/values';

const VALUES = section('All.', {
  flag: bool({ description: 'A switch.', default: true }),
  'with-dash': section('Deeper.', {
    map: labels({ description: 'A map.', default: { a: 'x', b: 'y' } }),
    'b-2': section('Deepest.', {
      free: manifest('k8s.Affinity', { description: 'Free.', default: { p: { q: 1, r: [1] }, s: 2 } }),
    }),
  }),
  list: textList({ description: 'A list.', default: ['a'], see: 'https://example.test' }),
  name: text({ description: 'A name.', default: '' }),
});
const DEFAULTS = {
  flag: true,
  'with-dash': { map: { a: 'x', b: 'y' }, 'b-2': { free: { p: { q: 1, r: [1] }, s: 2 } } },
  list: ['a'],
  name: '',
};

/** What Helm makes of a value over its default. */
const FILLED: readonly (readonly [string, Json, Json])[] = [
  ['nothing given', {}, {}],
  ['null for what is not set', { list: null, name: null }, { list: [], name: '' }],
  ['null for all that is in a section', { 'with-dash': null }, { 'with-dash': { map: {}, 'b-2': { free: {} } } }],
  ['scalars and lists replaced', { flag: false, list: [] }, { flag: false, list: [] }],
  [
    'maps merged',
    { 'with-dash': { map: { b: 'z', c: 'w' } } },
    { 'with-dash': { ...DEFAULTS['with-dash'], map: { a: 'x', b: 'z', c: 'w' } } },
  ],
  [
    'null for an entry to take out, given before or not',
    { 'with-dash': { map: { a: null, c: null } } },
    { 'with-dash': { ...DEFAULTS['with-dash'], map: { b: 'y' } } },
  ],
  [
    'maps merged however deep, lists in them replaced',
    { 'with-dash': { 'b-2': { free: { p: { q: 2, r: [], t: null }, s: { u: 3 } } } } },
    { 'with-dash': { ...DEFAULTS['with-dash'], 'b-2': { free: { p: { q: 2, r: [] }, s: { u: 3 } } } } },
  ],
];

describe('values with their defaults filled in', () => {
  test.each(FILLED)('%s', (_, given, want) => {
    const filled = fillDefaults(VALUES, given as Record<string, Json>);
    expect(JSON.parse(JSON.stringify(filled))).toEqual({ ...DEFAULTS, ...(want as object) });
  });

  test('are the defaults when nothing is given, and stay the same when filled again', () => {
    expect(defaultsOf(VALUES)).toEqual(DEFAULTS);
    const maps = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string());
    fc.assert(
      fc.property(
        fc.record({ flag: fc.boolean(), list: fc.array(fc.string()), 'with-dash': fc.record({ map: maps }) }),
        (given) => {
          const filled = fillDefaults(VALUES, given);
          expect(fillDefaults(VALUES, filled as Record<string, Json>)).toEqual(filled);
          expect(filled).toMatchObject(given);
        },
      ),
    );
  });
});

describe('the handles of values', () => {
  test('are references where only Helm knows them', () => {
    const handles = symbolicHandles(VALUES);
    expect(handles['with-dash']['b-2'].free.node).toEqual({ op: 'ref', path: ['with-dash', 'b-2', 'free'] });
    expect([handles.flag.type, handles.list.type, handles['with-dash'].map.type]).toEqual(['boolean', 'list', 'map']);
    expect(leavesOf(VALUES).map(({ path, leaf }) => `${path.join('.')}: ${leaf.description}`)).toEqual([
      'flag: A switch.',
      'with-dash.map: A map.',
      'with-dash.b-2.free: Free.',
      'list: A list.',
      'name: A name.',
    ]);
  });

  test('are what is given or the default, where it is known; an expression stays itself', () => {
    const name = ref<string>(['x'], 'string');
    const handles = concreteHandles(VALUES, { flag: false, name });
    expect([literalOf(handles.flag), literalOf(handles.list), handles.name === name]).toEqual([false, ['a'], true]);
  });
});

test('a value is found at its path, or is not there', () => {
  expect([
    at({ a: { b: 1 } }, ['a', 'b']),
    at({ a: [1] }, ['a', '0']),
    at(undefined, ['a']),
    at({ a: null }, ['a', 'b']),
    at(1, []),
  ]).toEqual([1, undefined, undefined, undefined, 1]);
  expect([{}, Object.create(null), [], null, 'a', undefined, ref(['a'], 'map')].map(isMap)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('the interfaces of TypeScript say what an editor shows: one interface a section, quoted keys, pages', () => {
  expect(typescriptInterfaces(VALUES, 'ThingProps')).toBe(`/** All. */
export interface ThingProps {
  /**
   * A switch.
   *
   * @default true
   */
  readonly flag?: Value<boolean> | undefined;

  /** Deeper. */
  readonly 'with-dash'?: ThingWithDashProps | undefined;

  /**
   * A list.
   *
   * @default ["a"]
   * @see https://example.test
   */
  readonly list?: Value<ListOf<string>> | undefined;

  /**
   * A name.
   *
   * @default ""
   */
  readonly name?: Value<string> | undefined;
}

/** Deeper. */
export interface ThingWithDashProps {
  /**
   * A map.
   *
   * @default {"a":"x","b":"y"}
   */
  readonly map?: Value<MapOf<string | null>> | undefined;

  /** Deepest. */
  readonly 'b-2'?: ThingWithDashB2Props | undefined;
}

/** Deepest. */
export interface ThingWithDashB2Props {
  /**
   * Free.
   *
   * @default {"p":{"q":1,"r":[1]},"s":2}
   */
  readonly free?: Value<k8s.Affinity> | undefined;
}
`);
});
