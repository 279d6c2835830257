import { ANY_MAP, ANY_TEXT, manifestMap, section, valuesSchema } from '../../../src/engine/values';
import { ABOUT as d, type Kind, TEXT, describeKinds } from './kind';

const options = { description: d, default: {}, names: 'word' } as const;
const fields = { value: ANY_TEXT, from: ANY_MAP };
const WORD = 'a word (letters, digits, -_.) of at most 63 characters';

const KINDS: Readonly<Record<string, Kind>> = {
  'map of objects by name': {
    leaf: manifestMap('k8s.EnvVar', options),
    type: 'map',
    tsType: 'MapOf<k8s.EnvVar>',
    accepted: [{}, { a: {}, 'B-1': { c: [1], d: null }, e: null }],
    refused: [
      [{ 'a b': {} }, `: expected ${WORD}, got the key "a b"`],
      [{ a: 'b' }, '.a: expected object (a map), got string "b"'],
      [
        { a: { b: [null] } },
        '.a.b[0]: expected string or number or boolean or array or object (no null, and text without control characters), got null',
      ],
      [[], ': expected object (a map of maps), got array'],
    ],
  },
  'map of objects of which each has one field': {
    leaf: manifestMap('environment.Variable', {
      ...options,
      fields,
      exclusive: { of: ['value', 'from'], isNeeded: true },
    }),
    type: 'map',
    tsType: 'MapOf<environment.Variable>',
    accepted: [{ a: { value: '' }, b: { from: {}, value: null }, c: null }],
    refused: [
      [{ a: { value: 1 } }, `.a.value: expected string (${TEXT}), got number 1`],
      [
        { a: { values: 'b' } },
        '.a.values: expected one of the keys value, from, got an unknown key; did you mean value?\nvalues.v.a: expected exactly one of value, from, got 0',
      ],
    ],
    refusedBeyondSchema: [
      [{ a: {} }, '.a: expected exactly one of value, from, got 0'],
      [{ a: { value: null } }, '.a: expected exactly one of value, from, got 0'],
      [{ a: { value: 'b', from: {} } }, '.a: expected exactly one of value, from, got 2'],
    ],
  },
  'map of objects that have any of their fields': {
    leaf: manifestMap('Any', { ...options, fields }),
    type: 'map',
    tsType: 'MapOf<Any>',
    accepted: [{ a: {}, b: { value: 'c', from: {} } }],
    refused: [[{ a: { b: 1 } }, '.a.b: expected one of the keys value, from, got an unknown key']],
  },
};

describeKinds(KINDS);

test('the schema says a map of objects once for all whose names are of one kind', () => {
  const { $defs = {}, properties = {} } = valuesSchema(section('S.', { v: manifestMap('k8s.EnvVar', options) }));
  expect(properties['v']).toEqual({ $ref: '#/$defs/word-fields', description: d });
  expect($defs['word-fields']).toMatchObject({ type: 'object', default: {}, additionalProperties: false });
  expect(
    JSON.stringify(
      valuesSchema(section('S.', { v: manifestMap('V', { ...options, exclusive: { of: [], isNeeded: true } }) })),
    ),
  ).not.toContain('exclusive');
});

test.each<[string, unknown, unknown]>([
  ['api: expected a text, got a map', {}, options],
  ['options: expected a map, got undefined', 'V', undefined],
  ['options.names: expected the name of a format, got undefined', 'V', { description: d, default: {} }],
  ['options.exclusive: expected a map, got 1', 'V', { ...options, exclusive: 1 }],
  ['options.fields.a: expected a map, got "b"', 'V', { ...options, fields: { a: 'b' } }],
])('a program without types is told: %s', (message, api, given) => {
  expect(() => manifestMap(api as never, given as never)).toThrow(new Error(`manifestMap: ${message}`));
});

test('names are refused that are no format', () => {
  expect(() => manifestMap('V', { ...options, names: 'name' as never })).toThrow(
    /^manifestMap: options\.names: expected one of dnsLabel, .*, got "name"$/,
  );
});
