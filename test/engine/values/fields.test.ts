import { type JsonSchema, bool, checkValues, manifestList, section } from '../../../src/engine/values';
import { problemsOf } from './witness';

/** What is said of a field of an item that has a schema. */
function saidOf(schema: JsonSchema, given: unknown): readonly string[] {
  const v = manifestList('x', { description: 'V.', default: [], fields: { a: schema } });
  return problemsOf(section('S.', { v }), { v: [{ a: given }] });
}

/** Schemas that say little, what they are given, and what is said of it. */
const LITTLE: readonly (readonly [JsonSchema, unknown, readonly string[]])[] = [
  [{}, null, []],
  [{ type: 'string' }, 'a', []],
  [{ type: 'string' }, 1, [': expected string, got number 1']],
  [{ type: 'string', maxLength: 2 }, 'abc', [': expected another type of at most 2 characters, got "abc"']],
  [{ type: 'array' }, [1, 'a', null], []],
  [{ type: 'array', uniqueItems: true }, [1, 'a', { b: 1 }, { b: 2 }], []],
  [
    { type: 'array', uniqueItems: true, title: 'a set' },
    [{ b: 1 }, { b: 1 }],
    [': expected a set, unique items, got equal items, 0 and 1'],
  ],
  [{ type: 'array', items: { type: 'number' } }, [1, 'a'], ['[1]: expected number, got string "a"']],
  [{ type: 'object' }, { b: null, 'c d': [] }, []],
  [{ type: 'object', properties: { b: { type: 'number' } } }, { b: 1, c: 'd' }, []],
  [{ type: 'object', properties: { b: { type: 'number' } } }, { b: 'c' }, ['.b: expected number, got string "c"']],
  [{ type: 'object', required: ['b'] }, {}, ['.b: expected a value, got nothing']],
  [{ type: 'object', additionalProperties: false }, { b: 1 }, ['.b: expected one of the keys , got an unknown key']],
  [{ type: ['string', 'null'], minimum: 1 }, null, []],
  [{ type: ['string', 'number'], minimum: 1, maxLength: 1, title: 'a' }, 0.5, [': expected at least 1, got 0.5']],
  [{ minimum: 1, maximum: 2 }, 'text', []],
  [{ enum: [true, 1, 'a'] }, 1, []],
  [{ enum: [true, 1, 'a'], title: 'b' }, '1', [': expected b, got "1"']],
];

test.each(LITTLE)('of a field with the schema %j, given %p, it is said: %j', (schema, given, words) => {
  expect(saidOf(schema, given)).toEqual(words.map((line) => `values.v[0].a${line}`));
});

test('a text is what a closed map of variants asks of it, and nothing else', () => {
  const variants = {
    field: 'of',
    default: 'a',
    kinds: [{ of: ['a'], formats: { b: { pattern: '^c$', title: 'a c' }, d: {} } }],
  };
  const said = (map: object): readonly string[] => saidOf({ type: 'object', variants: [variants] }, map);
  expect([{ b: 'c', d: '' }, { b: 1 }, {}, { of: 'x', b: 'y' }].map(said)).toEqual([[], [], [], []]);
  expect(said({ b: 'x', d: 'y' })).toEqual(['values.v[0].a.b: expected a c where of is a, got "x"']);
});

describe('what only a program without types can give', () => {
  const itself: unknown[] = [];
  itself.push(itself);

  test.each<[string, unknown, unknown]>([
    ['the declaration of the values: expected a section, got a map', bool({ description: 'B.', default: true }), {}],
    ['the declaration of the values: expected a section, got undefined', undefined, {}],
    ['the declaration of the values: expected a section, got a list', [], {}],
    ['values.a[0]: expected plain data, got a list that holds itself', section('S.', {}), { a: itself }],
  ])('is refused: %s', (message, declared, given) => {
    expect(() => {
      checkValues(declared as never, given);
    }).toThrow(new Error(message));
  });
});
