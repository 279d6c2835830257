import Ajv from 'ajv';
import {
  ANY_JSON,
  ANY_TEXT,
  FORMATS,
  type JsonSchema,
  type Leaf,
  type Section,
  alertAnnotations,
  alertLabels,
  annotations,
  bool,
  choice,
  choiceList,
  formatSchema,
  int,
  intChoice,
  intOrPercent,
  jsonFiles,
  labels,
  manifest,
  manifestList,
  matchesRe2,
  number,
  optionalInt,
  section,
  text,
  textList,
  valuesSchema,
} from '../../../src/engine/values';

const description = 'D.';
const empty = { description, default: {} };
const none = { description, default: [] };
const name = formatSchema(FORMATS.dnsLabel);

/** Values, and the name under which the schema says their kind. */
const NAMED: readonly (readonly [string, Leaf])[] = [
  ['on', bool({ description, default: true })],
  ['off', bool({ description, default: false })],
  ['int', int({ description, default: 1 })],
  ['int-1', int({ description, default: 1, min: 1 })],
  ['int-5', int({ description, default: 1, max: 5 })],
  ['int-0-5', int({ description, default: 1, min: 0, max: 5 })],
  ['int?', optionalInt({ description, default: '' })],
  ['int-0?', optionalInt({ description, default: 1, min: 0 })],
  ['number', number({ description, default: 1 })],
  ['number-0-1', number({ description, default: 1, min: 0, max: 1 })],
  ['intOrPercent', intOrPercent({ description, default: 1 })],
  ['text', text({ description, default: '' })],
  ['portName', text({ description, default: 'a', format: 'portName' })],
  ['portName?', text({ description, default: '', format: 'portName' })],
  ['text-list', textList(none)],
  ['cidr-list', textList({ ...none, format: 'cidr' })],
  ['labels', labels(empty)],
  ['annotations', annotations(empty)],
  ['alertLabels', alertLabels(empty)],
  ['alertAnnotations', alertAnnotations(empty)],
  ['fields', manifest('k8s.Affinity', empty)],
  ['maps', manifestList('k8s.Toleration', none)],
  ['maps-name-value', manifestList('k8s.EnvVar', { ...none, required: ['name', 'value'] })],
  ['ObjectReference-list', manifestList('k8s.ObjectReference', { ...none, fields: { name } })],
  ['a.b.C-list', manifestList('k8s.a.b.C', { ...none, fields: {} })],
];

/** Values of whose kinds each is different, and what the schema says of them in their places. */
const SPELLED_OUT: readonly (readonly [Leaf, JsonSchema])[] = [
  [choice(['a', 'b'], { description, default: 'a' }), { description, default: 'a', enum: ['a', 'b'] }],
  [intChoice([1, 2], { description, default: 2 }), { description, default: 2, enum: [1, 2] }],
  [
    choiceList(['a'], { description, default: ['a'] }),
    { description, default: ['a'], type: 'array', uniqueItems: true, items: { enum: ['a'] } },
  ],
  [
    jsonFiles({ ...empty, taken: ['b.json'], texts: { uid: ['a'] } }),
    {
      description,
      default: {},
      type: 'object',
      propertyNames: {
        type: 'string',
        pattern: '(the name of a file that ends in .json){0}^[a-zA-Z0-9][-\\w.]*\\.json$',
        maxLength: 253,
      },
      patternProperties: { '^[a-zA-Z0-9][-\\w.]*\\.json$': { $ref: '#/$defs/text-entry' } },
      additionalProperties: false,
    },
  ],
];

function schemaOf(leaf: Leaf): JsonSchema {
  return valuesSchema(section('S.', { v: leaf }));
}

describe('the schema says a value', () => {
  test.each(NAMED)('once for all of the kind %s', (kind, leaf) => {
    const { properties = {}, $defs = {} } = schemaOf(leaf);
    expect(properties['v']).toMatchObject({ $ref: `#/$defs/${kind}`, description });
    expect($defs).toHaveProperty([kind]);
    expect($defs[kind]).not.toHaveProperty('description');
  });

  test.each(SPELLED_OUT)('%#: in its place where others have another kind', (leaf, schema) => {
    expect(schemaOf(leaf).properties?.['v']).toEqual(schema);
  });

  test('with the keys that it refuses by name, and the pattern of the others', () => {
    const { $defs = {} } = schemaOf(alertLabels({ ...empty, reserved: ['severity'] }));
    const { pattern = '' } = formatSchema(FORMATS.alertLabelName);
    expect($defs['alertLabels']).toEqual({
      type: 'object',
      default: {},
      propertyNames: { $ref: '#/$defs/alertLabelName' },
      patternProperties: {
        '^(alertname|severity)$': {
          type: 'string',
          pattern: '(a key that is none of alertname, severity){0}[^\\s\\S]',
        },
        [pattern]: { $ref: '#/$defs/alertText-entry' },
      },
      additionalProperties: false,
    });
  });
});

/** All of the values above, one with all that is no keyword of JSON Schema. */
const ALL: Section = section('All.', {
  ...Object.fromEntries([...NAMED, ...SPELLED_OUT].map((row, i) => [`v${String(i)}`, row.find(isLeaf) as Leaf])),
  special: manifestList('Special', {
    ...none,
    fields: { name: { ...ANY_TEXT, re2: true }, any: ANY_JSON, open: { type: 'object', title: 'a map' } },
    required: ['name'],
    unique: { fields: ['name'], taken: ['a'] },
    variants: [{ field: 'name', default: '', kinds: [] }],
  }),
});

function isLeaf(value: unknown): value is Leaf {
  return typeof value === 'object' && value !== null && 'tsType' in value;
}

describe('the schema of all kinds', () => {
  test('has no keyword that a strict validator does not know, and no reference to nothing', () => {
    expect(() =>
      new Ajv({ strict: false, strictSchema: true, allowMatchingProperties: true }).compile(valuesSchema(ALL)),
    ).not.toThrow();
  });

  test('has its definitions in order of name, and each of them is referred to', () => {
    const schema = valuesSchema(ALL);
    const names = Object.keys(schema.$defs ?? {});
    expect(names).toEqual(names.toSorted());
    const said = JSON.stringify(schema);
    expect(names.filter((one) => !said.includes(`"$ref":"#/$defs/${one}"`))).toEqual([]);
  });

  test('says what is allowed in a title or a pattern, but of switches, lists and maps, of which an editor says it', () => {
    const { $defs = {} } = valuesSchema(ALL);
    const untitled = Object.keys($defs).filter(
      (kind) => $defs[kind]?.title === undefined && $defs[kind]?.pattern === undefined,
    );
    expect(untitled.join(' ')).toBe(
      'ObjectReference-list Special-list a.b.C-list alertAnnotations alertLabels annotations cidr-list fields labels maps maps-name-value off on text-list',
    );
    expect($defs['int-0-5']).toEqual({ type: 'integer', title: 'an integer >= 0 and <= 5', minimum: 0, maximum: 5 });
  });
});

/** Words of all sorts, and how a pattern says them. */
const WORDS: readonly (readonly [string, string])[] = [
  ['a word (letters, digits, -_.)', 'a word (letters, digits, -_.)'],
  ['text in {{ $braces }}, "quotes"', 'text in \\{\\{ \\$braces \\}\\}, "quotes"'],
  ['a + b * c? [d] a|b ^', 'a \\+ b \\* c\\? \\[d\\] a\\|b \\^'],
  ['one bracket ( or )) two', 'one bracket \\( or \\)\\) two'],
];

test.each(WORDS)('a pattern begins with what is allowed, %j, which matches nothing', (title, said) => {
  const item: JsonSchema = { type: 'string', title, pattern: '^a$' };
  const leaf = manifestList('V', { ...none, fields: { a: item } });
  const { pattern = '' } = schemaOf(leaf).$defs?.['V-list']?.items?.properties?.['a'] ?? {};
  expect(pattern).toBe(`(${said}){0}^a$`);
  for (const flags of ['', 'u']) {
    const regex = new RegExp(pattern, flags);
    expect(['a', 'b', title, `${title}a`, ''].filter((text) => regex.test(text))).toEqual(['a']);
  }
  expect(matchesRe2(pattern, 'a')).toBe(true);
  expect(matchesRe2(pattern, title)).toBe(false);
});
