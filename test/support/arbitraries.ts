import * as fc from 'fast-check';
import { type Json } from '../../src/engine/expr';
import {
  ANY_TEXT,
  type Exclusive,
  type JsonSchema,
  type Leaf,
  type Section,
  type TextsInJson,
  type Unique,
  type Variants,
  isMap,
  nullRefused,
} from '../../src/engine/values';
import { isAllowedBy } from '../../src/engine/values/check';
import { isRe2 } from '../../src/engine/values/re2';
import { network } from './networks';

/** Strings that YAML, Go templates, shells or number parsers read as something else. */
export const HOSTILE = [
  '',
  ' ',
  'on',
  'y',
  'no',
  'null',
  '~',
  'true',
  '1e3',
  '0777',
  '0o17',
  '1_000',
  '1:30',
  '.5',
  '-',
  '- a',
  '? a',
  'a: b',
  'a #b',
  '#',
  '&a',
  '*a',
  '!t',
  '|',
  '>',
  '%',
  '@',
  '`',
  '"',
  "'",
  '\\',
  '\\n',
  'a\nb: c',
  '\n',
  'a\n',
  '\na',
  'a\r\nb',
  '\t',
  ' a ',
  '{{ .Release.Name }}',
  '{{',
  '}}',
  '{{`',
  '{{- fail "x" }}',
  '$(HOME)',
  '${HOME}',
  '{{ $labels.pod }}',
  'x {{$value|humanize}} {',
  '<<',
  '=',
  '[a',
  '{a',
  '---',
  '...',
  '2020-01-01',
  '\u2028',
  '\u00e9',
  '\u{1f600}',
  '\u200b',
  '\ue000',
  '\ue0001\ue001',
  '8400000000000000',
  'a\n\n  b\n',
  '%s %d',
  '<a>&</a>',
  "it's",
  '"quoted"',
  'x'.repeat(300),
];

/** Keys and names that the models set themselves, so that a user's may meet them. */
const OWN = ['app', 'fixed', 'coder.deployment', 'app.kubernetes.io/name', 'VERBOSE', 'POD_IP', 'tmp-pgcerts', 'a b'];

/** Names that are too long with anything put in front. */
const LONG = [60, 63, 120].flatMap((length) => [
  'x'.repeat(length),
  `${'x'.repeat(length - 9)}-------${'x'.repeat(2)}`,
]);

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE, ...OWN) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);

/** Values that a schema allows, odd ones above all. */
export function fromSchema(schema: JsonSchema, depth = 0): fc.Arbitrary<Json> {
  if (schema.$ref !== undefined) return schema.$ref.endsWith('/entry') ? anyEntry(depth) : anyJson(depth);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object']);
  return fc.oneof(
    ...types.map((type) => ({ weight: type === 'null' ? 1 : 4, arbitrary: ofType(type, schema, depth) })),
  );
}

function ofType(type: string, schema: JsonSchema, depth: number): fc.Arbitrary<Json> {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integer(schema);
    case 'number':
      return number(schema);
    case 'array':
      return fc
        .array(fromSchema(schema.items ?? {}, depth + 1), { maxLength: 3 })
        .map((items) => (schema.uniqueItems === true ? [...new Set(items)] : items))
        .map((items) => (schema.unique === undefined ? items : namedApart(items, schema.unique)));
    case 'object':
      return object(schema, depth);
    case 'null':
      return fc.constant(null);
    default:
      return string(schema);
  }
}

/** Whole numbers and fractions; 0 has no sign. */
function number({ minimum = -1e6, maximum = 1e6 }: JsonSchema): fc.Arbitrary<number> {
  const fraction = fc.double({ min: minimum, max: Math.min(maximum, 1e6), noNaN: true }).map((n) => n + 0);
  const whole = { minimum: Math.ceil(minimum), maximum: Math.floor(maximum) };
  return whole.minimum > whole.maximum ? fraction : fc.oneof(integer(whole), fraction);
}

function integer({ minimum = -2147483648, maximum = 2147483647 }: JsonSchema): fc.Arbitrary<number> {
  const isAllowed = (n: number): boolean => n >= minimum && n <= maximum;
  const odd = [0, minimum, maximum, 1_000_000, 1_000_680_000, 100_000_000].filter(isAllowed).map((n) => fc.constant(n));
  const small = fc.integer({ min: Math.max(minimum, 0), max: Math.min(maximum, 100) });
  return fc.oneof(fc.integer({ min: minimum, max: maximum }), small, ...odd);
}

/** Items whose names are their own. */
function namedApart(items: readonly Json[], { fields, taken }: Unique): readonly Json[] {
  const textsOf = (item: Json): readonly unknown[] => fields.map((field) => (isMap(item) ? item[field] : undefined));
  const names = items.map((item) => JSON.stringify(textsOf(item)));
  return items.filter((item, i) => names.indexOf(names[i] ?? '') === i && !taken.includes(String(textsOf(item)[0])));
}

/** Regular expressions as Go has them, most of which JavaScript does not read. */
const REGEXES = [
  '(?i)a.*',
  '(?P<n>[[:alpha:]]+)-$',
  '\\Qa\\E',
  '[^\\pL]{2,1000}',
  '\\z',
  'a|',
  '(?s:.)',
  '"',
  '{{ a }}',
  '$1',
];

function isRegex(value: string): boolean {
  return value !== '' && isPrintable(value) && isRe2(value);
}

/** Maps in JSON, narrow or wide, with hostile texts where there must be texts. */
function jsonText(texts: TextsInJson): fc.Arbitrary<string> {
  const needed = Object.entries(texts).map(([key, taken]) => [
    key,
    text.filter((value) => value !== '' && isPrintable(value) && !taken.includes(value)),
  ]);
  const content = fc.record(Object.fromEntries(needed) as Readonly<Record<string, fc.Arbitrary<Json>>>);
  const more = fc.dictionary(matching('^[A-Za-z]{1,8}$'), anyJson(2), { maxKeys: 3 });
  return fc
    .tuple(more, content, fc.constantFrom(0, 2))
    .map(([a, b, indent]) => JSON.stringify({ ...a, ...b }, null, indent));
}

/** Free text is hostile; text of a format is made from its pattern. */
function string(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.json !== undefined) return jsonText(schema.json);
  if (schema.re2 === true) return fc.oneof(fc.constantFrom(...REGEXES), text.filter(isRegex));
  if (schema.network === true) return network;
  if (schema.exact !== undefined) return string({ type: 'string', ...schema.exact });
  const pattern = new RegExp(schema.pattern ?? '');
  const isAllowed = (value: string): boolean =>
    pattern.test(value) &&
    value.length >= (schema.minLength ?? 0) &&
    Array.from(value).length <= (schema.maxLength ?? Infinity);
  if (schema.maxLength === 0) return fc.constant('');
  const isFree = schema.pattern === undefined || schema.pattern.includes('\\x00');
  if (isFree) return text.filter(isAllowed);
  const odd = [...HOSTILE, ...OWN, ...LONG, '1', 'a', '0x10'].filter(isAllowed).map((value) => fc.constant(value));
  return fc.oneof(matching(pattern.source), ...odd).filter(isAllowed);
}

function object(schema: JsonSchema, depth: number): fc.Arbitrary<Json> {
  const known = Object.entries(schema.properties ?? {}).map(
    ([key, child]) => [key, fromSchema(child, depth + 1)] as const,
  );
  if (schema.exclusive !== undefined) return withOneOf(schema, schema.exclusive, depth);
  if (schema.variants !== undefined) return ofVariants(schema.variants, Object.fromEntries(known));
  const required = schema.required ?? [];
  const fixed = fc.record(Object.fromEntries(known), {
    requiredKeys: required.filter((key) => known.some(([name]) => name === key)),
  });
  if (schema.additionalProperties === false || schema.additionalProperties === undefined) return fixed;
  const keys = string(schema.propertyNames ?? {});
  const free = fc.dictionary(keys, fromSchema(schema.additionalProperties, depth + 1), { maxKeys: depth > 2 ? 1 : 3 });
  const needed = fc.record(
    Object.fromEntries(required.map((key) => [key, text.filter((value) => value.length > 0 && isPrintable(value))])),
  );
  return fc.tuple(free, fixed, needed).map(([a, b, c]) => ({ ...a, ...b, ...c }));
}

/** Maps with one of the fields that exclude each other, or with none of them if that is allowed. */
function withOneOf(schema: JsonSchema, { of, isNeeded }: Exclusive, depth: number): fc.Arbitrary<Json> {
  const { exclusive: _, properties = {}, required = [], ...rest } = schema;
  return fc.constantFrom(...of, ...(isNeeded ? [] : [''])).chain((chosen) => {
    const left = Object.entries(properties).filter(([field]) => field === chosen || !of.includes(field));
    const needed = chosen === '' ? required : [...required, chosen];
    return object({ ...rest, properties: Object.fromEntries(left), required: needed }, depth);
  });
}

/** Maps with some of their fields: all that they need, none that they must not have. */
function ofVariants(variants: readonly Variants[], known: Fields): fc.Arbitrary<Json> {
  return fc.tuple(fc.record(known), fc.subarray(Object.keys(known))).map(([all, some]) => {
    const kinds = variants.flatMap(({ field, default: usual, kinds: of }) => {
      const given = all[field];
      const word = some.includes(field) && typeof given === 'string' ? given.toLowerCase() : usual;
      return of.filter((kind) => kind.of.includes(word));
    });
    const isWrong = (key: string, value: Json): boolean =>
      kinds.some(
        ({ refused = [], formats = {} }) =>
          refused.includes(key) || (typeof value === 'string' && !new RegExp(formats[key]?.pattern ?? '').test(value)),
      );
    const kept = [...some, ...kinds.flatMap(({ required = [] }) => required)];
    return Object.fromEntries(Object.entries(all).filter(([key, value]) => kept.includes(key) && !isWrong(key, value)));
  });
}

type Fields = Readonly<Record<string, fc.Arbitrary<Json>>>;

/** The same result for the same argument, made once. */
export function once<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** Texts of a pattern; fast-check takes 20 ms and more to make this of a pattern. */
const matching = once((pattern: string) => fc.stringMatching(new RegExp(pattern)));

const PRINTABLE = new RegExp(ANY_TEXT.pattern ?? '');

function isPrintable(value: string): boolean {
  return PRINTABLE.test(value);
}

const anyJson = once((depth: number): fc.Arbitrary<Json> => {
  const scalar = fc.oneof(text.filter(isPrintable), fc.integer({ min: -2147483648, max: 2147483647 }), fc.boolean());
  if (depth > 3) return scalar;
  const inner = fc.constantFrom(0).chain(() => anyJson(depth + 2));
  const key = matching('^[A-Za-z][A-Za-z0-9]{0,8}$');
  return fc.oneof(scalar, fc.array(inner, { maxLength: 2 }), fc.dictionary(key, inner, { maxKeys: 2 }));
});

/** What an entry of a map may be: null takes it out, there and in the maps in it. */
function anyEntry(depth: number): fc.Arbitrary<Json> {
  const nulls = fc.record({ a: fc.constant(null), b: fc.oneof(fc.constant(null), anyJson(3)) });
  return fc.oneof(
    { weight: 6, arbitrary: anyJson(depth) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: nulls },
  );
}

/** Any allowed value of a leaf, or null where that says "not set". */
function givenFor(leaf: Leaf): fc.Arbitrary<Json> {
  const isNullAllowed = nullRefused(leaf) === undefined;
  return fc.oneof(
    { weight: 12, arbitrary: valueOf(leaf) },
    { weight: isNullAllowed ? 1 : 0, arbitrary: fc.constant(null) },
  );
}

/** Any allowed value of a leaf. */
export function valueOf(leaf: Leaf): fc.Arbitrary<Json> {
  const isAllowed = (value: Json): boolean =>
    value === null ? nullRefused(leaf) === undefined : isAllowedBy(leaf.schema, value);
  return fromSchema(leaf.schema).filter(isAllowed);
}

/** Part of the values of a section: each one is given with the probability `presence`. */
export function partialValues(node: Section, presence: number): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const entries = Object.entries(node.children).map(([key, child]) => {
    const value = child.kind === 'leaf' ? maybe(givenFor(child), presence) : partialValues(child, presence);
    return [key, value] as const;
  });
  return fc
    .record(Object.fromEntries(entries))
    .map(
      (values) =>
        Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, Json>,
    );
}

function maybe(value: fc.Arbitrary<Json>, presence: number): fc.Arbitrary<Json | undefined> {
  return fc.oneof(
    { weight: presence * 100, arbitrary: value },
    { weight: 100 - presence * 100, arbitrary: fc.constant(undefined) },
  );
}

/** A name that Helm takes for a release. */
export const releaseName: fc.Arbitrary<string> = fc.oneof(
  fc.constant('coder'),
  fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/).filter((name) => name.length <= 53),
);
