import * as fc from 'fast-check';
import { type Json, ref } from '../../../src/engine/expr';
import {
  ANY_TEXT,
  type Variants,
  ValuesError,
  annotations,
  bool,
  checkValues,
  choiceList,
  int,
  labels,
  manifest,
  manifestList,
  optionalInt,
  section,
  text,
} from '../../../src/engine/values';
import { problemsOf, witnessOf } from './witness';
import { count } from '../../support/share';

const VALUES = section('All.', {
  flag: bool({ description: 'S.', default: true }),
  inner: section('Inner.', {
    count: int({ description: 'I.', default: 1, min: 0 }),
    user: optionalInt({ description: 'O.', default: '' }),
    labels: labels({ description: 'L.', default: { a: 'x' } }),
  }),
  notes: annotations({ description: 'N.', default: {} }),
  name: text({ description: 'T.', default: '', format: 'dnsLabel' }),
  set: choiceList(['a', 'b'], { description: 'C.', default: [] }),
  free: manifest('k8s.Affinity', { description: 'M.', default: { a: { b: 1 } } }),
  env: manifestList('k8s.EnvVar', { description: 'E.', default: [], required: ['name'] }),
  refs: manifestList('k8s.ObjectReference', { description: 'R.', default: [], fields: { name: ANY_TEXT } }),
});

/** Values that are right or nearly so. */
const json = fc.letrec<{ readonly json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Json>('', 'a', 'A', 'a b', '\u0007', 0, 1, -1, 0.5, true, false, 'x'.repeat(64)),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('name', 'a', 'b', 'a b', '', 'on', '__proto__'), tie('json'), { maxKeys: 3 }),
  ),
})).json;
const nearly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: json });
const texts = fc.dictionary(fc.constantFrom('a', 'b/c', 'a', 'b', 'a b'), nearly(fc.constant('x')));
const near = fc
  .record(
    {
      flag: nearly(fc.boolean()),
      inner: nearly(
        fc.record(
          { count: nearly(fc.nat()), user: nearly(fc.constantFrom('', 5)), labels: nearly(texts) },
          { requiredKeys: [] },
        ),
      ),
      notes: nearly(texts),
      name: nearly(fc.constantFrom('', 'a')),
      set: nearly(fc.uniqueArray(fc.constantFrom('a', 'b'))),
      free: nearly(fc.constant({ a: [1, { b: true }] })),
      env: fc.array(
        nearly(
          fc.record({ name: nearly(fc.constant('a')), value: nearly(fc.constant('x')) }, { requiredKeys: ['name'] }),
        ),
      ),
      refs: fc.array(nearly(fc.record({ name: nearly(fc.string()) })), { maxLength: 2 }),
      global: nearly(fc.constant({})),
      enabled: nearly(fc.constant(true)),
      'x-anchors': json,
      flags: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, json),
    },
    { requiredKeys: [] },
  )
  .map((values) => JSON.parse(JSON.stringify(values)) as Json);

describe('values are refused', () => {
  test('exactly where a validator of JSON Schema refuses them', () => {
    const isAllowed = witnessOf(VALUES);
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(near, (values) => {
        const expected = isAllowed(values);
        seen[`${expected}`]++;
        expect([JSON.stringify(values), problemsOf(VALUES, values).length === 0]).toEqual([
          JSON.stringify(values),
          expected,
        ]);
      }),
      { numRuns: count({ few: 600, many: 2000 }) },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(20);
  });

  test('all at once, each in its line, and as data', () => {
    const values = { flag: 1, inner: { count: -1, labels: { a: 1 } }, more: {}, global: 'x' };
    expect(problemsOf(VALUES, values)).toEqual([
      'values.flag: expected boolean (true or false), got number 1',
      'values.inner.count: expected an integer >= 0, got -1',
      'values.inner.labels.a: expected string (a label value (letters, digits, -_.) of at most 63 characters), got number 1',
      `values.more: expected one of the keys ${Object.keys(VALUES.children).join(', ')}, got an unknown key`,
      'values.global: expected object (a map), got string "x"',
    ]);
    try {
      checkValues(VALUES, { flag: 1 });
    } catch (error) {
      expect(error).toMatchObject({
        name: 'ValuesError',
        problems: [{ path: 'values.flag', expected: 'boolean (true or false)', got: 'number 1' }],
      });
    }
  });
});

/** Values that JSON cannot hold, or that Helm reads otherwise than a validator: what is said of each. */
const ODD: readonly (readonly [unknown, readonly string[]])[] = [
  [undefined, []],
  [null, []],
  [{ name: null, notes: null, set: null, free: null, env: null, inner: { user: null, labels: null } }, []],
  [{ flag: null }, ['.flag: expected true or false, got null; leave the key out for its default']],
  [{ inner: null }, ['.inner.count: expected an integer >= 0, got null; leave the key out for its default']],
  [{ inner: { labels: { a: null, b: null } }, notes: { c: null }, free: { a: null, b: { c: null } } }, []],
  [
    { free: { b: [null] } },
    [
      '.free.b[0]: expected string or number or boolean or array or object (no null, and text without control characters), got null',
    ],
  ],
  [
    { refs: [{ name: null }] },
    ['.refs[0].name: expected string (text, a number in quotes, without control characters), got null'],
  ],
  [
    { env: [{ name: 'a', b: null }] },
    [
      '.env[0].b: expected string or number or boolean or array or object (no null, and text without control characters), got null',
    ],
  ],
  [
    {
      flag: ref(['x'], 'boolean'),
      inner: ref(['y'], 'map'),
      free: { c: ref(['z'], 'string') },
      env: [ref(['e'], 'map')],
    },
    [],
  ],
  [ref(['all'], 'map'), []],
  ['a', [': expected object (a map), got string "a"']],
  [[], [': expected object (a map), got array']],
  [{ inner: [] }, ['.inner: expected object (a map), got array']],
  [{ notes: new Date(0) }, ['.notes: expected object (a map of texts), got an object of a class']],
  [{ inner: new Map() }, ['.inner: expected object (a map), got an object of a class']],
  [{ flag: () => true }, ['.flag: expected boolean (true or false), got a function']],
  [{ flag: Symbol('x') }, ['.flag: expected boolean (true or false), got a symbol']],
  [{ flag: 12n }, ['.flag: expected boolean (true or false), got 12']],
  [{ inner: { count: NaN } }, ['.inner.count: expected integer (an integer >= 0), got number NaN']],
  [{ inner: { user: Infinity } }, ['.inner.user: expected integer or string (an integer, or ""), got number Infinity']],
  [
    { notes: { a: '\ud800' } },
    ['.notes.a: expected string (text, a number in quotes, without control characters), got string "\\ud800"'],
  ],
  [{ notes: Object.assign(Object.create(null) as object, { a: 'x' }) }, []],
  [
    { notes: { a: { b: 1 } } },
    ['.notes.a: expected string (text, a number in quotes, without control characters), got object'],
  ],
  [{ 'a b': 1 }, [`["a b"]: expected one of the keys ${Object.keys(VALUES.children).join(', ')}, got an unknown key`]],
  [
    { 'x\u2028\u0085y': 1 },
    [`["x\\u2028\\u0085y"]: expected one of the keys ${Object.keys(VALUES.children).join(', ')}, got an unknown key`],
  ],
  [
    { free: { 'a/b.c-d': { $x: undefined } } },
    [
      '.free.a/b.c-d["$x"]: expected string or number or boolean or array or object (no null, and text without control characters), got undefined',
    ],
  ],
  [
    { constructor: 1 },
    [`.constructor: expected one of the keys ${Object.keys(VALUES.children).join(', ')}, got an unknown key`],
  ],
  [{ refs: [{ toString: 'x' }] }, ['.refs[0].toString: expected one of the keys name, got an unknown key']],
  [
    { name: 'x'.repeat(80) },
    [`.name: expected a DNS label (a-z, 0-9, -) of at most 63 characters, or "", got "${'x'.repeat(76)}...`],
  ],
  [
    { name: 'X'.repeat(78) },
    [`.name: expected a DNS label (a-z, 0-9, -) of at most 63 characters, or "", got "${'X'.repeat(78)}"`],
  ],
];

test.each(ODD.map(([values, problems]) => ({ values, problems })))(
  'of values that no file can hold it is said: $problems',
  ({ values, problems }) => {
    expect(problemsOf(VALUES, values)).toEqual(problems.map((problem) => `values${problem}`));
  },
);

test('a text is as long as it has characters, not as many as it has code units', () => {
  const faces = section('F.', {
    v: manifestList('x', {
      description: 'V.',
      default: [],
      fields: { name: { type: 'string', title: 'text', minLength: 2, maxLength: 3 } },
    }),
  });
  const said = ['\u{1f600}', '\u{1f600}\u{1f600}', '\u{1f600}'.repeat(3), '\u{1f600}'.repeat(4)].map(
    (name) => problemsOf(faces, { v: [{ name }] }).length,
  );
  expect(said).toEqual([1, 0, 0, 1]);
});

test('the text of a field says what else a map must and must not have', () => {
  const variants: Variants = {
    field: 'action',
    default: 'keep',
    kinds: [
      { of: ['keep'], required: ['regex'] },
      { of: ['drop', 'skip'], refused: ['regex', 'x'], formats: { y: { pattern: '^a$', title: 'an a' } } },
    ],
  };
  const fields = { action: ANY_TEXT, regex: { ...ANY_TEXT, re2: true }, x: ANY_TEXT, y: ANY_TEXT };
  const values = section('V.', {
    v: manifestList('x', { description: 'V.', default: [], fields, variants: [variants] }),
  });
  const said = (item: Json): readonly string[] => problemsOf(values, { v: [item] });
  expect([{ regex: '' }, { action: 'drop', y: 'a' }, { action: 'other', x: '' }].map(said)).toEqual([[], [], []]);
  expect([{}, { action: '' }, { action: 'KEEP' }].map(said)).toEqual(
    [1, 2, 3].map(() => ['values.v[0].regex: expected a value where action is keep, got nothing']),
  );
  expect(said({ action: 'Skip', regex: '', x: '', y: 'b' })).toEqual([
    'values.v[0].regex: expected nothing where action is skip, got a value',
    'values.v[0].x: expected nothing where action is skip, got a value',
    'values.v[0].y: expected an a where action is skip, got "b"',
  ]);
});

test.each(['(', '(?<name>a)', '[a](?<b>c)', 'a)|(b', '(?=a)', '\\Qa', 'null', '~', '\\1', 'x**'])(
  '%s is no regular expression for Prometheus',
  (regex) => {
    const fields = { regex: { ...ANY_TEXT, re2: true } };
    const values = section('V.', { v: manifestList('x', { description: 'V.', default: [], fields }) });
    expect(problemsOf(values, { v: [{ regex }] })).toEqual([
      `values.v[0].regex: expected a regular expression of RE2 (null and ~ in brackets, groups named by (?P<name>...)), got ${JSON.stringify(regex)}`,
    ]);
    const taken = [
      '(?i)(null)[[:alpha:]]\\z',
      '(?P<a>b)',
      '[(?<]',
      '\\(?<',
      '[]\\](?<]a',
      '\\Q(?<a>\\E',
      '[[:alpha:](?<]',
    ];
    expect(problemsOf(values, { v: taken.map((one) => ({ regex: one })) })).toEqual([]);
  },
);

test('an error that is none of the values is not hidden', () => {
  expect(new ValuesError([{ path: 'a', expected: 'b', got: 'c' }]).message).toBe('a: expected b, got c');
});
