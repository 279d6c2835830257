import {
  ANY_JSON,
  FORMATS,
  type JsonSchema,
  bool,
  choice,
  formatSchema,
  int,
  labels,
  manifest,
  manifestList,
  optionalInt,
  referenceRows,
  section,
  text,
  valuesSchema,
} from '../../../src/engine/values';
import { witnessOf } from './witness';

const rule = (description: string, least: number): ReturnType<typeof section> =>
  section(
    description,
    {
      enabled: bool({ description: 'Makes it.', default: true, sharedAs: 'enabled' }),
      least: int({ description: 'Bound.', default: least, min: 1 }),
      strict: bool({ description: 'Counts.', default: least > 1 }),
    },
    'rule',
  );

const VALUES = section('All values.', {
  name: text({ description: 'A name.', default: '', format: 'dnsLabel', see: 'https://example.test/names' }),
  kind: choice(['A', 'B'], { description: 'A kind.', default: 'A' }),
  labels: labels({ description: 'Labels.', default: { a: 'b' } }),
  more: labels({ description: 'More.', default: {} }),
  free: manifest('k8s.Affinity', { description: 'Anything.', default: {} }),
  refs: manifestList('k8s.ObjectReference', {
    description: 'References.',
    default: [],
    fields: { name: formatSchema(FORMATS.dnsLabel), any: ANY_JSON },
    required: ['name'],
  }),
  web: section('The web.', {
    port: int({ description: 'HTTP.', default: 80, min: 1, max: 65535 }),
    user: optionalInt({ description: 'User.', default: '' }),
    debug: bool({ description: 'Off.', default: false }),
  }),
  one: rule('Rule one.', 1),
  two: rule('Rule two.', 2),
});
const SCHEMA = valuesSchema(VALUES);
const { properties = {}, $defs: definitions = {} } = SCHEMA;

const JSON_TYPES = ['string', 'number', 'boolean', 'array', 'object'];

/** The keys of an open map, whose entries are of a kind. */
function keysAre(kind: string): object {
  return {
    patternProperties: { '^[\\w$][-\\w./$]*$': { $ref: `#/$defs/${kind}` } },
    additionalProperties: false,
  };
}

/** Anything that JSON can hold, in maps of entries of a kind. */
function anything(entries: string): object {
  const pattern = expect.stringContaining('x00-') as string;
  return { pattern, items: { $ref: '#/$defs/json' }, ...keysAre(entries) };
}

describe('the schema of values', () => {
  test('is one of draft-07 that closes every section and requires nothing', () => {
    expect(SCHEMA).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      description: 'All values.',
      additionalProperties: false,
    });
    expect(Object.keys(properties)).toEqual([...Object.keys(VALUES.children), 'global', 'enabled']);
    expect(properties['global']).toEqual({
      type: 'object',
      description: 'Values that a parent chart shares; not used here.',
    });
  });

  test('says of each value what its kind does not say', () => {
    expect(properties).toMatchObject({
      name: { $ref: '#/$defs/dnsLabel?', description: 'A name.' },
      kind: { enum: ['A', 'B'], description: 'A kind.', default: 'A' },
      labels: { $ref: '#/$defs/labels', description: 'Labels.', default: { a: 'b' } },
      more: { $ref: '#/$defs/labels', description: 'More.' },
      free: { $ref: '#/$defs/fields', description: 'Anything.' },
      refs: { $ref: '#/$defs/ObjectReference-list', description: 'References.' },
      web: {
        type: 'object',
        description: 'The web.',
        additionalProperties: false,
        properties: {
          port: { $ref: '#/$defs/int-1-65535', description: 'HTTP.', default: 80 },
          user: { $ref: '#/$defs/int?', description: 'User.' },
          debug: { $ref: '#/$defs/off', description: 'Off.' },
        },
      },
      one: { $ref: '#/$defs/rule', description: 'Rule one.', default: { least: 1 } },
      two: { $ref: '#/$defs/rule', description: 'Rule two.', default: { least: 2 } },
    });
    const defaults = Object.entries(properties).filter(([, schema]) => 'default' in schema);
    expect(defaults.map(([key]) => key)).toEqual(['kind', 'labels', 'one', 'two']);
  });

  test('says of each kind what its values have in common, in order of name', () => {
    const label = formatSchema(FORMATS.labelKey);
    const said = ({ title = '', pattern = '', ...rest }: JsonSchema): JsonSchema => ({
      ...rest,
      pattern: `(${title}){0}${pattern}`,
    });
    expect(definitions).toEqual({
      'ObjectReference-list': {
        type: 'array',
        default: [],
        items: {
          type: 'object',
          properties: { name: said(formatSchema(FORMATS.dnsLabel)), any: { $ref: '#/$defs/json' } },
          additionalProperties: false,
          required: ['name'],
        },
      },
      'dnsLabel?': { ...said(formatSchema(FORMATS.dnsLabel, true)), default: '' },
      enabled: { $ref: '#/$defs/on', description: 'Makes it.' },
      'int-1': { title: 'an integer >= 1', type: 'integer', minimum: 1, maximum: 2147483647 },
      'int-1-65535': { title: 'an integer >= 1 and <= 65535', type: 'integer', minimum: 1, maximum: 65535 },
      'int?': {
        type: ['integer', 'string'],
        minimum: -2147483648,
        maximum: 2147483647,
        pattern: '(an integer, or ""){0}^$',
        default: '',
      },
      entry: { ...anything('entry'), type: [...JSON_TYPES, 'null'] },
      fields: { type: 'object', default: {}, ...keysAre('entry') },
      json: { ...anything('json'), type: JSON_TYPES },
      labelKey: said(label),
      'labelValue-entry': { ...said(formatSchema(FORMATS.labelValue)), type: ['string', 'null'] },
      labels: {
        type: 'object',
        default: {},
        propertyNames: { $ref: '#/$defs/labelKey' },
        patternProperties: { [label.pattern ?? '']: { $ref: '#/$defs/labelValue-entry' } },
        additionalProperties: false,
      },
      off: { type: 'boolean', default: false },
      on: { type: 'boolean', default: true },
      rule: {
        type: 'object',
        additionalProperties: false,
        properties: {
          enabled: { $ref: '#/$defs/enabled' },
          least: { $ref: '#/$defs/int-1', description: 'Bound.' },
          strict: { type: 'boolean', description: 'Counts.' },
        },
      },
    });
    expect(Object.keys(definitions)).toEqual(Object.keys(definitions).sort());
  });

  test('means all that to a validator', () => {
    const isAllowed = witnessOf(VALUES);
    const allowed = [
      {},
      { global: { a: [1] }, web: { port: 1 } },
      { labels: { 'a/b': 'c' } },
      { one: { least: 5 } },
      { refs: [{ name: 'a' }] },
      { labels: { a: null }, free: { a: null, b: { c: null } } },
    ];
    const refused = [
      { globe: {} },
      { web: { port: '1' } },
      { labels: { 'a b': 'c' } },
      { one: { most: 5 } },
      { two: { least: 0 } },
      { refs: [{}] },
      { refs: [{ name: null }] },
      { refs: [{ name: 'a', any: { b: null } }] },
      { free: { a: [null] } },
      { global: [] },
    ];
    expect([allowed.filter(isAllowed), refused.filter(isAllowed)]).toEqual([allowed, []]);
  });
});

test('the reference has a row for each value, in declared order', () => {
  const rows = referenceRows(VALUES);
  expect(rows.map(({ key }) => key).join(' ')).toBe(
    'name kind labels more free refs web.port web.user web.debug one.enabled one.least one.strict two.enabled two.least two.strict',
  );
  expect(rows.slice(0, 3)).toEqual([
    {
      key: 'name',
      allowed: 'a DNS label (a-z, 0-9, -), or ""',
      default: '',
      description: 'A name.',
      see: 'https://example.test/names',
    },
    { key: 'kind', allowed: 'one of "A", "B"', default: 'A', description: 'A kind.' },
    { key: 'labels', allowed: 'a map of texts', default: { a: 'b' }, description: 'Labels.' },
  ]);
});
